// UTF-16 with its surrogates; internal to the text layer.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gouji::text {

constexpr bool is_surrogate(char16_t unit) { return (unit & 0xF800) == 0xD800; }
constexpr bool is_high_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xD800; }
constexpr bool is_low_surrogate(char16_t unit) { return (unit & 0xFC00) == 0xDC00; }

/// Whether the units at `at` and `at + 1` are a surrogate pair.
constexpr bool is_pair(std::u16string_view units, std::size_t at) {
  return is_high_surrogate(units[at]) && at + 1 < units.size() && is_low_surrogate(units[at + 1]);
}

/// The code point at `at`, which moves behind it; a lone surrogate reads as U+FFFD.
constexpr char32_t next_code_point(std::u16string_view units, std::size_t& at) {
  const char16_t unit = units[at];
  if (!is_surrogate(unit)) return units[at++];
  if (!is_pair(units, at)) {
    ++at;
    return 0xFFFD;
  }
  const char16_t low = units[at + 1];
  at += 2;
  return 0x10000 + ((static_cast<char32_t>(unit) & 0x3FF) << 10) + (low & 0x3FFu);
}

/// Turns every lone surrogate into U+FFFD and returns how many there were.
std::size_t replace_lone_surrogates(std::u16string& units);

}  // namespace gouji::text
