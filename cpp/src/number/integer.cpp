// Integer: 64-bit arithmetic with overflow checks, and Boost.Multiprecision where it does not fit.

#include <boost/multiprecision/cpp_int.hpp>  // Boost.Multiprecision (Boost licence): exact integers of any size

#include <algorithm>
#include <array>
#include <limits>

#include "number/decimal.h"

namespace gouji::number {

namespace detail {
struct Big {
  boost::multiprecision::cpp_int value;
};
}  // namespace detail

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

bool add_fits(std::int64_t a, std::int64_t b) { return b >= 0 ? a <= highest - b : a >= lowest - b; }

bool multiply_fits(std::int64_t a, std::int64_t b) {
  constexpr std::int64_t half = std::int64_t{1} << 31;
  if (a > -half && a < half && b > -half && b < half) return true;
  if (a == 0 || b == 0) return true;
  if (a == lowest || b == lowest) return false;
  const std::int64_t left = a < 0 ? -a : a;
  const std::int64_t right = b < 0 ? -b : b;
  return left <= highest / right;
}

}  // namespace

Integer::Integer(detail::Big value) {
  if (value.value >= lowest && value.value <= highest) {
    small_ = static_cast<std::int64_t>(value.value);
  } else {
    big_ = std::make_shared<const detail::Big>(std::move(value));
  }
}

detail::Big Integer::big() const { return big_ ? *big_ : detail::Big{small_}; }

std::optional<Integer> Integer::parse(std::string_view digits) {
  const bool negative = !digits.empty() && digits.front() == '-';
  if (negative || (!digits.empty() && digits.front() == '+')) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  std::int64_t small = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    if (digits.size() <= 18) small = small * 10 + (digit - '0');
  }
  Integer result = small;
  if (digits.size() > 18) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    result = Integer(detail::Big{boost::multiprecision::cpp_int(std::string(digits))});
  }
  return negative ? -result : result;
}

Integer Integer::power_of_ten(int exponent) {
  constexpr auto powers = [] {
    std::array<std::int64_t, 19> all{1};
    for (std::size_t i = 1; i < all.size(); ++i) all[i] = 10 * all[i - 1];
    return all;
  }();
  if (exponent < static_cast<int>(powers.size())) return powers[static_cast<std::size_t>(std::max(exponent, 0))];
  return Integer(detail::Big{boost::multiprecision::pow(boost::multiprecision::cpp_int(10), static_cast<unsigned>(exponent))});
}

Integer Integer::operator-() const {
  if (!big_ && small_ != lowest) return -small_;
  return Integer(detail::Big{-big().value});
}

Integer operator+(const Integer& a, const Integer& b) {
  if (!a.big_ && !b.big_ && add_fits(a.small_, b.small_)) return a.small_ + b.small_;
  return Integer(detail::Big{a.big().value + b.big().value});
}

Integer operator-(const Integer& a, const Integer& b) { return a + -b; }

Integer operator*(const Integer& a, const Integer& b) {
  if (!a.big_ && !b.big_ && multiply_fits(a.small_, b.small_)) return a.small_ * b.small_;
  return Integer(detail::Big{a.big().value * b.big().value});
}

Integer floor_divide(const Integer& a, const Integer& b) {
  if (!a.big_ && !b.big_) {
    const std::int64_t quotient = a.small_ / b.small_;
    return a.small_ % b.small_ < 0 ? quotient - 1 : quotient;
  }
  boost::multiprecision::cpp_int quotient, remainder;
  boost::multiprecision::divide_qr(a.big().value, b.big().value, quotient, remainder);
  if (remainder < 0) --quotient;
  return Integer(detail::Big{std::move(quotient)});
}

std::strong_ordering operator<=>(const Integer& a, const Integer& b) {
  if (!a.big_ && !b.big_) return a.small_ <=> b.small_;
  const int order = a.big().value.compare(b.big().value);
  return order <=> 0;
}

std::string Integer::to_string() const { return big_ ? big_->value.str() : std::to_string(small_); }

}  // namespace gouji::number
