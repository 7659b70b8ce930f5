// Searches words in text, sixteen units at a time.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji::text {

/// Where `word` stands first in `text`, from `from` on, or npos; the same as std::u16string_view::find.
inline std::size_t find(std::u16string_view text, std::u16string_view word, std::size_t from = 0) {
  constexpr std::size_t step = 16;
  if (word.empty() || text.size() < word.size()) return text.find(word, from);
  const char16_t first = word.front(), last = word.back();
  const std::size_t gap = word.size() - 1, end = text.size() - gap;   // of the places where it may begin
  const char16_t* units = text.data();
  const auto is_at = [&](std::size_t at) { return units[at] == first && units[at + gap] == last && text.compare(at, word.size(), word) == 0; };
  for (; from + step <= end; from += step) {
    std::uint16_t any = 0;
    for (std::size_t i = 0; i < step; ++i) any |= static_cast<std::uint16_t>(units[from + i] == first) & static_cast<std::uint16_t>(units[from + gap + i] == last);
    if (any == 0) continue;
    for (std::size_t i = from; i < from + step; ++i) {
      if (is_at(i)) return i;
    }
  }
  for (; from < end; ++from) {
    if (is_at(from)) return from;
  }
  return std::u16string_view::npos;
}

inline bool contains(std::u16string_view text, std::u16string_view word) { return find(text, word) != std::u16string_view::npos; }

}  // namespace gouji::text
