// The document's text: one repaired UTF-16 buffer with an index of its lines.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/offsets.h"

namespace gouji::text {

/// Immutable text. The buffer holds well-formed UTF-16 without a BOM; `\r\n`, `\r` and `\n` each end a line and stay as
/// they are. Views into it live as long as the Text.
class Text {
 public:
  /// Takes UTF-16 that may be ill-formed: every lone surrogate becomes U+FFFD; a leading U+FEFF is dropped.
  explicit Text(std::u16string units);

  std::u16string_view units() const { return units_; }
  std::size_t line_count() const { return line_starts_.size(); }

  /// Range of line `line` (0-based), without its line end. A text that ends in a line end has an empty last line.
  Range line(std::size_t line) const;

  /// The 0-based line that holds `offset`; an offset in a line end belongs to the line it ends.
  std::size_t line_of(Utf16Offset offset) const;

  /// O(log lines + line length).
  CodePointOffset code_point(Utf16Offset offset) const;
  /// The inverse of `code_point`; an offset past the end gives the end.
  Utf16Offset utf16(CodePointOffset offset) const;

 private:
  std::u16string units_;
  std::vector<std::uint32_t> line_starts_;         // UTF-16 offset of each line's first unit
  std::vector<std::uint32_t> line_code_points_;    // code-point offset of each line's first unit
};

/// UTF-8 of a well-formed UTF-16 slice; a lone surrogate becomes U+FFFD.
std::string to_utf8(std::u16string_view units);
/// UTF-16 of UTF-8; each ill-formed sequence becomes one U+FFFD per maximal subpart (Unicode 15, 3.9 D93b).
std::u16string to_utf16(std::string_view utf8);

/// Number of code points in a slice (a lone surrogate counts as one).
std::uint32_t count_code_points(std::u16string_view units);

/// Display cells of a slice on a terminal: 2 for East Asian Wide and Fullwidth, 0 for combining marks, else 1
/// (Unicode TR11; ambiguous width counts 2 where `ambiguous_is_wide`).
std::uint32_t display_width(std::u16string_view units, bool ambiguous_is_wide = false);

/// Width folding of one unit: U+FF01..U+FF5E become ASCII, U+3000 becomes a space; nothing else changes, so that
/// offsets stay the same (no NFKC: ① stays ①).
constexpr char16_t fold_width(char16_t unit) {
  if (unit >= 0xFF01 && unit <= 0xFF5E) return static_cast<char16_t>(unit - 0xFEE0);
  return unit == 0x3000 ? u' ' : unit;
}
std::u16string fold_width(std::u16string_view units);

bool is_han(char16_t unit);   // CJK ideographs of the BMP, 〇 included; no ICU call, for hot loops
bool is_space(char16_t unit); // ASCII blanks, U+00A0, U+2000..U+200B, U+3000, U+FEFF, and line ends

}  // namespace gouji::text
