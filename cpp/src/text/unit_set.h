// A small set of units that is asked for every character of a text.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji::text {

/// The units of a literal. Nearly every unit that is none of them is turned away without looking at them.
///
///     constexpr UnitSet openers(u"（〔");
///     openers.contains(u'（')               // true
class UnitSet {
 public:
  static constexpr std::size_t npos = std::u16string_view::npos;

  constexpr explicit UnitSet(std::u16string_view units) : units_(units) {
    for (const char16_t unit : units) {
      lows_[low(unit)] |= bit(unit);
      highs_ |= bit(unit >> 8);
    }
  }

  constexpr bool contains(char16_t unit) const { return may_contain(unit) && units_.find(unit) != npos; }
  /// The place of `unit` in the literal, or npos.
  constexpr std::size_t find(char16_t unit) const { return may_contain(unit) ? units_.find(unit) : npos; }
  constexpr bool any_in(std::u16string_view text) const {
    for (const char16_t unit : text) {
      if (contains(unit)) return true;
    }
    return false;
  }
  constexpr char16_t operator[](std::size_t place) const { return units_[place]; }

 private:
  constexpr bool may_contain(char16_t unit) const { return (lows_[low(unit)] & bit(unit)) != 0 && (highs_ & bit(unit >> 8)) != 0; }
  static constexpr std::size_t low(char16_t unit) { return (unit >> 6) & 3; }
  static constexpr std::uint64_t bit(int number) { return std::uint64_t{1} << (number & 63); }

  std::u16string_view units_;
  std::uint64_t lows_[4]{};   // by the low eight bits of the units
  std::uint64_t highs_ = 0;   // by the others: turns nearly every Han character away from a set of marks
};

}  // namespace gouji::text
