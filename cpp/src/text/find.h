// Searches words in text, many units at a time.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji::text {

namespace detail {

/// Whether `first` and `last` stand at the same place of two rows of units. The loop has no exit, so that compilers
/// compare several units at once.
inline bool may_hold(const char16_t* left, const char16_t* right, std::size_t size, char16_t first, char16_t last) {
  std::uint16_t any = 0;
  for (std::size_t i = 0; i < size; ++i) any |= static_cast<std::uint16_t>((left[i] == first ? 0xFFFF : 0) & (right[i] == last ? 0xFFFF : 0));
  return any != 0;
}

}  // namespace detail

/// Where `word` stands first in `text`, from `from` on, or npos; the same as std::u16string_view::find.
inline std::size_t find(std::u16string_view text, std::u16string_view word, std::size_t from = 0) {
  constexpr std::size_t step = 64;
  if (word.empty() || text.size() < word.size()) return text.find(word, from);
  const std::size_t gap = word.size() - 1, end = text.size() - gap;   // of the places where it may begin
  for (std::size_t next = from; from < end; from = next) {
    next = from + step < end ? from + step : end;
    if (!detail::may_hold(text.data() + from, text.data() + from + gap, next - from, word.front(), word.back())) continue;
    for (std::size_t i = from; i < next; ++i) {
      if (text[i] == word.front() && text.compare(i, word.size(), word) == 0) return i;
    }
  }
  return std::u16string_view::npos;
}

inline bool contains(std::u16string_view text, std::u16string_view word) { return find(text, word) != std::u16string_view::npos; }

}  // namespace gouji::text
