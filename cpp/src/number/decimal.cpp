// Decimal and Ratio over Integer.

#include "number/decimal.h"

#include <algorithm>

namespace gouji::number {

namespace {

// What nearly every figure is: digits that fit 64 bits, with one point between two of them or none.
std::optional<Decimal> parse_plain(std::string_view text) {
  constexpr std::size_t longest = 18;
  if (text.empty() || text.size() > longest) return std::nullopt;
  std::int64_t mantissa = 0;
  std::size_t point = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    if (byte >= '0' && byte <= '9') mantissa = 10 * mantissa + (byte - '0');
    else if (byte == '.' && point == text.size() && i > 0 && i + 1 < text.size()) point = i;
    else return std::nullopt;
  }
  return Decimal(mantissa, point == text.size() ? 0 : static_cast<int>(text.size() - point - 1));
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  if (const auto plain = parse_plain(text)) return plain;
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) {
    auto mantissa = Integer::parse(text);
    if (!mantissa) return std::nullopt;
    return Decimal(std::move(*mantissa), 0);
  }
  std::string digits(text.substr(0, point));
  digits += text.substr(point + 1);
  const bool whole_is_missing = point == 0 || (point == 1 && !(text[0] >= '0' && text[0] <= '9'));
  auto mantissa = Integer::parse(digits);
  if (!mantissa || whole_is_missing || point + 1 == text.size()) return std::nullopt;
  return Decimal(std::move(*mantissa), static_cast<int>(text.size() - point - 1));
}

Decimal Decimal::at_places(int places) const {
  if (places <= places_) return *this;
  return {mantissa_ * Integer::power_of_ten(places - places_), places};
}

Decimal Decimal::shifted(int exponent) const {
  if (exponent <= places_) return {mantissa_, places_ - exponent};
  return {mantissa_ * Integer::power_of_ten(exponent - places_), 0};
}

Decimal Decimal::abs() const { return is_negative() ? -*this : *this; }

Decimal operator+(const Decimal& a, const Decimal& b) {
  if (a.places_ == b.places_) return {a.mantissa_ + b.mantissa_, a.places_};
  const int places = std::max(a.places_, b.places_);
  return {a.at_places(places).mantissa_ + b.at_places(places).mantissa_, places};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.places_ == b.places_) return a.mantissa_ <=> b.mantissa_;
  const int places = std::max(a.places_, b.places_);
  return a.at_places(places).mantissa_ <=> b.at_places(places).mantissa_;
}

Decimal Decimal::shortest() const {
  if (const auto small = mantissa_.small()) {
    std::int64_t mantissa = *small;
    int places = places_;
    for (; places > 0 && mantissa % 10 == 0; --places) mantissa /= 10;
    return {mantissa, places};
  }
  return *parse(to_shortest());
}

std::string Decimal::to_string() const {
  std::string digits = mantissa_.to_string();
  if (places_ == 0) return digits;
  const std::size_t sign = digits.front() == '-' ? 1 : 0, places = static_cast<std::size_t>(places_);
  if (digits.size() - sign <= places) digits.insert(sign, places + 1 + sign - digits.size(), '0');
  digits.insert(digits.size() - places, 1, '.');
  return digits;
}

std::string Decimal::to_shortest() const {
  if (places_ > 0 && mantissa_.small()) return shortest().to_string();
  std::string digits = to_string();
  if (places_ == 0) return digits;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

Ratio::Ratio(const Decimal& value)
    : numerator_(value.mantissa()), denominator_(Integer::power_of_ten(value.places())) {}

Ratio::Ratio(const Decimal& numerator, const Decimal& denominator) {
  const int places = std::max(numerator.places(), denominator.places());
  numerator_ = numerator.at_places(places).mantissa();
  denominator_ = denominator.at_places(places).mantissa();
  if (denominator_ < Integer(0)) {
    numerator_ = -numerator_;
    denominator_ = -denominator_;
  }
}

Ratio operator+(const Ratio& a, const Ratio& b) {
  Ratio result;
  result.numerator_ = a.numerator_ * b.denominator_ + b.numerator_ * a.denominator_;
  result.denominator_ = a.denominator_ * b.denominator_;
  return result;
}

Ratio operator-(const Ratio& a, const Ratio& b) {
  Ratio negative = b;
  negative.numerator_ = -negative.numerator_;
  return a + negative;
}

Ratio operator*(const Ratio& a, const Ratio& b) {
  Ratio result;
  result.numerator_ = a.numerator_ * b.numerator_;
  result.denominator_ = a.denominator_ * b.denominator_;
  return result;
}

Ratio operator/(const Ratio& a, const Ratio& b) {
  Ratio inverse;
  inverse.numerator_ = b.denominator_;
  inverse.denominator_ = b.numerator_;
  if (inverse.denominator_ < Integer(0)) {
    inverse.numerator_ = -inverse.numerator_;
    inverse.denominator_ = -inverse.denominator_;
  }
  return a * inverse;
}

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
  return a.numerator_ * b.denominator_ <=> b.numerator_ * a.denominator_;
}

Ratio Ratio::abs() const {
  Ratio result = *this;
  if (result.numerator_ < Integer(0)) result.numerator_ = -result.numerator_;
  return result;
}

Decimal Ratio::round_half_up(int places) const {
  const bool negative = numerator_ < Integer(0);
  const Integer scaled = abs().numerator_ * Integer::power_of_ten(places);
  const Decimal rounded(floor_divide(scaled * 2 + denominator_, denominator_ * 2), places);
  return negative ? -rounded : rounded;
}

Decimal Ratio::truncate(int places) const {
  const bool negative = numerator_ < Integer(0);
  const Decimal whole(floor_divide(abs().numerator_ * Integer::power_of_ten(places), denominator_), places);
  return negative ? -whole : whole;
}

}  // namespace gouji::number
