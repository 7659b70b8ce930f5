// What the checks of texts ask of single characters and of the characters around a place.

#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "checks/subjects.h"
#include "text/text.h"
#include "text/unit_set.h"

namespace gouji::checks {

constexpr bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
constexpr bool is_latin(char16_t unit) { return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z'); }
constexpr bool is_one_of(char16_t unit, std::u16string_view units) { return units.find(unit) != std::u16string_view::npos; }

/// Han, or a mark that closes Chinese words.
constexpr bool ends_chinese(char16_t unit) { return text::is_han(unit) || is_one_of(unit, u"》〉”’）】〕」』"); }

/// The unit at or before `position`; 0 where there is none.
constexpr char16_t unit_at(std::u16string_view text, std::size_t position) { return position < text.size() ? text[position] : u'\0'; }
constexpr char16_t unit_before(std::u16string_view text, std::size_t position) { return position > 0 ? text[position - 1] : u'\0'; }

constexpr std::uint32_t skip_blanks(std::u16string_view text, std::uint32_t position) {
  while (position < text.size() && text::is_space(text[position])) ++position;
  return position;
}
constexpr std::uint32_t skip_blanks_back(std::u16string_view text, std::uint32_t position) {
  while (position > 0 && text::is_space(text[position - 1])) --position;
  return position;
}
constexpr std::uint32_t skip_digits(std::u16string_view text, std::uint32_t position) {
  while (position < text.size() && is_digit(text[position])) ++position;
  return position;
}

/// Length of the first of `words` that starts `text`, or 0.
template <typename Words>
constexpr std::uint32_t word_length(std::u16string_view text, const Words& words) {
  for (const std::u16string_view word : words) {
    if (text.starts_with(word)) return static_cast<std::uint32_t>(word.size());
  }
  return 0;
}

/// Whether a bracket at `close` ends an item number with half a bracket: 1) or 2）
constexpr bool closes_item_number(std::u16string_view text, std::uint32_t close) {
  std::uint32_t begin = close;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  if (begin == close || close - begin > 2) return false;
  return begin == 0 || is_one_of(text[begin - 1], u" \t\u3000：:；;。，,");
}

/// Whether one of `ranges`, which are in order and apart, holds `position`.
inline bool covers(const std::vector<text::Range>& ranges, std::uint32_t position) {
  const auto behind = std::upper_bound(ranges.begin(), ranges.end(), position, [](std::uint32_t at, const text::Range& range) { return at < range.begin; });
  return behind != ranges.begin() && std::prev(behind)->contains(position);
}

/// The range with up to eight units on both sides: what identifies a finding among those that look alike.
inline std::string around(const BlockSubject& block, text::Range range) {
  constexpr std::uint32_t context = 8;
  const auto size = static_cast<std::uint32_t>(block.printed.size());
  return block.quote({range.begin > context ? range.begin - context : 0, std::min(range.end + context, size)});
}

}  // namespace gouji::checks
