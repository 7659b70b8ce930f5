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
    for (const char16_t unit : units) words_[word(unit)] |= bit(unit);
  }

  constexpr bool contains(char16_t unit) const { return find(unit) != npos; }
  /// The place of `unit` in the literal, or npos.
  constexpr std::size_t find(char16_t unit) const { return words_[word(unit)] & bit(unit) ? units_.find(unit) : npos; }
  constexpr bool any_in(std::u16string_view text) const {
    for (const char16_t unit : text) {
      if (contains(unit)) return true;
    }
    return false;
  }
  constexpr char16_t operator[](std::size_t place) const { return units_[place]; }

 private:
  static constexpr std::size_t word(char16_t unit) { return (unit >> 6) & 3; }
  static constexpr std::uint64_t bit(char16_t unit) { return std::uint64_t{1} << (unit & 63); }

  std::u16string_view units_;
  std::uint64_t words_[4]{};   // by the low eight bits of the units
};

}  // namespace gouji::text
