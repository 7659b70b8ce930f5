// Exact numbers: integers of any size with a 64-bit fast path, decimals and ratios. Never binary floating point.

#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::number {

namespace detail {
struct Big;  // a Boost.Multiprecision integer; known to integer.cpp only
}

/// An integer of any size. Values that fit 64 bits stay inline; the rest is shared and immutable.
class Integer {
 public:
  Integer() = default;
  Integer(std::int64_t value) : small_(value) {}  // NOLINT: integers convert silently, as the built-in ones do

  /// Parses ASCII digits with an optional leading sign; nothing for anything else.
  static std::optional<Integer> parse(std::string_view digits);
  static Integer power_of_ten(int exponent);

  Integer operator-() const;
  friend Integer operator+(const Integer& a, const Integer& b);
  friend Integer operator-(const Integer& a, const Integer& b);
  friend Integer operator*(const Integer& a, const Integer& b);
  /// Quotient rounded towards negative infinity; `b` must be positive.
  friend Integer floor_divide(const Integer& a, const Integer& b);
  friend std::strong_ordering operator<=>(const Integer& a, const Integer& b);
  friend bool operator==(const Integer& a, const Integer& b) { return (a <=> b) == 0; }

  std::string to_string() const;
  /// The value where it fits 64 bits.
  std::optional<std::int64_t> small() const { return big_ ? std::nullopt : std::optional(small_); }

 private:
  explicit Integer(detail::Big value);
  detail::Big big() const;

  std::int64_t small_ = 0;
  std::shared_ptr<const detail::Big> big_;  // set only where the value does not fit `small_`
};

/// mantissa / 10^places, with the places as printed: 113.80 has two.
class Decimal {
 public:
  Decimal() = default;
  Decimal(Integer mantissa, int places) : mantissa_(std::move(mantissa)), places_(places) {}

  /// Parses "-1234.50" (ASCII, no grouping); nothing for anything else.
  static std::optional<Decimal> parse(std::string_view text);

  const Integer& mantissa() const { return mantissa_; }
  int places() const { return places_; }
  bool is_zero() const { return mantissa_ == Integer(0); }
  bool is_negative() const { return mantissa_ < Integer(0); }

  /// The same value with at least `places` places.
  Decimal at_places(int places) const;
  /// value * 10^exponent; printed places shrink or grow with it.
  Decimal shifted(int exponent) const;
  Decimal abs() const;
  /// The same value without trailing zeros behind the point.
  Decimal shortest() const;

  Decimal operator-() const { return {-mantissa_, places_}; }
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

  /// Plain digits with all printed places: "139.40".
  std::string to_string() const;
  /// Plain digits without trailing zeros: "139.4".
  std::string to_shortest() const;

 private:
  Integer mantissa_;
  int places_ = 0;
};

/// numerator / denominator with a positive denominator; not reduced.
class Ratio {
 public:
  Ratio() = default;
  Ratio(const Decimal& value);  // NOLINT: a decimal is a ratio
  /// `denominator` must not be zero.
  Ratio(const Decimal& numerator, const Decimal& denominator);

  friend Ratio operator+(const Ratio& a, const Ratio& b);
  friend Ratio operator-(const Ratio& a, const Ratio& b);
  friend Ratio operator*(const Ratio& a, const Ratio& b);
  friend Ratio operator/(const Ratio& a, const Ratio& b);  // `b` must not be zero
  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);
  friend bool operator==(const Ratio& a, const Ratio& b) { return (a <=> b) == 0; }
  Ratio abs() const;
  bool is_zero() const { return numerator_ == Integer(0); }

  /// Rounded to `places`: half away from zero, or towards zero.
  Decimal round_half_up(int places) const;
  Decimal truncate(int places) const;

 private:
  Integer numerator_ = 0, denominator_ = 1;
};

}  // namespace gouji::number
