// Slips of the hand, digit by digit.

#include "relations/slips.h"

#include <algorithm>

#include "text/text.h"

namespace gouji::relations {
namespace {

using number::Decimal;
using number::Integer;

constexpr int most_moved = 2;                  // places that a decimal point moves
constexpr int unit_exponents[]{4, -4, 8, -8, 3, -3};
constexpr int money_places = 2;                // that amounts are usually printed with
constexpr std::size_t most_digits = 15;        // of a figure whose slips are looked for
constexpr std::size_t group = 3;               // digits between thousands commas

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Digits with a point where they are printed, used only where somebody would write them so: no 012, no ".5".
class Writer {
 public:
  Writer(const Decimal& printed, const std::function<bool(const Decimal&, Slip)>& use) : printed_(printed), digits_(printed.abs().to_string()), use_(use) {}

  void run() {
    if (digits_.size() > most_digits) return;
    wrong_digits();
    transposed_digits();
    dropped_digits();
    inserted_digits();
    moved_points();
  }

 private:
  void wrong_digits() {
    std::string other = digits_;
    for (std::size_t i = 0; i < digits_.size(); ++i) {
      if (!is_digit(digits_[i])) continue;
      for (other[i] = '0'; other[i] <= '9'; ++other[i]) use(other, Slip::digit);
      other[i] = digits_[i];
    }
  }

  void transposed_digits() {
    for (std::size_t i = 0; i + 1 < digits_.size(); ++i) {
      const std::size_t next = digits_[i + 1] == '.' ? i + 2 : i + 1;
      if (!is_digit(digits_[i]) || next >= digits_.size()) continue;
      std::string other = digits_;
      std::swap(other[i], other[next]);
      use(other, Slip::transposed);
    }
  }

  void dropped_digits() {
    for (std::size_t i = 0; i <= digits_.size(); ++i) {
      std::string other = digits_;
      other.insert(i, 1, '0');
      for (; other[i] <= '9'; ++other[i]) use(other, Slip::dropped);
    }
  }

  void inserted_digits() {
    for (std::size_t i = 0; i < digits_.size(); ++i) {
      std::string other = digits_;
      if (is_digit(digits_[i])) use(other.erase(i, 1), Slip::inserted);
    }
  }

  void moved_points() {
    const Decimal value = printed_.abs();
    for (int moved = 1; moved <= most_moved; ++moved) {
      for (const int exponent : {-moved, moved}) use(value.shifted(exponent), Slip::point);
    }
    for (const int exponent : unit_exponents) {
      const Decimal other = value.shifted(exponent);
      const int places = other.shortest().places();
      if (places <= std::max(money_places, printed_.places())) use(other, Slip::unit);
    }
  }

  void use(const std::string& digits, Slip slip) {
    const bool leading_zero = digits.size() > 1 && digits[0] == '0' && digits[1] != '.';
    if (done_ || digits.empty() || digits.front() == '.' || digits.back() == '.' || leading_zero) return;
    if (const auto value = Decimal::parse(digits)) use(*value, slip);
  }

  void use(const Decimal& magnitude, Slip slip) {
    const Decimal number = printed_.is_negative() ? -magnitude : magnitude;
    if (!done_ && number != printed_) done_ = use_(number, slip);
  }

  const Decimal& printed_;
  const std::string digits_;
  const std::function<bool(const Decimal&, Slip)>& use_;
  bool done_ = false;
};

/// The value with as few places as it has digits for, but at least `places`.
Decimal with_places(const Decimal& value, int places) { return value.shortest().at_places(places); }

}  // namespace

void each_slip(const Decimal& printed, const std::function<bool(const Decimal&, Slip)>& use) { Writer(printed, use).run(); }

// As many places as are printed; where the digits moved, as many as they leave, but no more noughts than money has.
Repair repair_of(const Decimal& printed, const Decimal& needed) {
  std::optional<Repair> found;
  each_slip(printed, [&](const Decimal& number, Slip slip) {
    if (number == needed) found = Repair{number, slip};
    return found.has_value();
  });
  if (!found) return {with_places(needed, printed.places()), Slip::none};
  const bool keeps_places = found->slip == Slip::digit || found->slip == Slip::transposed || found->slip == Slip::unit;
  return {with_places(needed, keeps_places ? printed.places() : std::min(found->number.places(), money_places)), found->slip};
}

std::optional<std::u16string> written_like(std::u16string_view printed, const Decimal& number) {
  const bool wide = std::any_of(printed.begin(), printed.end(), [](char16_t unit) { return unit >= u'０' && unit <= u'９'; });
  const bool narrow = std::any_of(printed.begin(), printed.end(), [](char16_t unit) { return unit >= u'0' && unit <= u'9'; });
  if (wide == narrow) return std::nullopt;   // a Chinese numeral, or two widths
  std::string digits = number.to_string();
  const auto comma = printed.find_first_of(u",，");
  if (comma != std::u16string_view::npos) {
    const std::size_t begin = digits.front() == '-' ? 1 : 0;
    const std::size_t point = std::min(digits.find('.'), digits.size());
    for (std::size_t place = point; place > begin + group;) digits.insert(place -= group, 1, ',');
  }
  std::u16string written;
  for (const char byte : digits) {
    if (byte == ',') written += printed[comma];
    else written += wide ? static_cast<char16_t>(byte - '!' + u'！') : static_cast<char16_t>(byte);
  }
  return written;
}

}  // namespace gouji::relations
