// The document's text: one repaired UTF-16 buffer with an index of its lines.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/offsets.h"

namespace gouji::text {

/// The text of a document. The buffer holds well-formed UTF-16 without a BOM; `\r\n`, `\r` and `\n` each end a line and stay
/// as they are. Views into it live until it is moved, assigned or edited.
///
///     Text text(u"预算\r\n𠮷");             // units 0..5: 预 算 \r \n and the pair of 𠮷
///     text.line(1)                          // {4, 6}
///     text.code_point(Utf16Offset{6})       // 5
class Text {
 public:
  /// Takes UTF-16 that may be ill-formed: every lone surrogate becomes U+FFFD. A leading U+FEFF stays, as a
  /// blank: positions count in the text as it was passed.
  /// Throws std::length_error from 2^32 units on.
  explicit Text(std::u16string units);

  std::u16string_view units() const { return units_; }
  std::size_t line_count() const { return line_starts_.size(); }

  /// Range of line `line` (0-based), without its line end. A text that ends in a line end has an empty last line; the
  /// empty text has one line. Throws std::out_of_range.
  Range line(std::size_t line) const;

  /// The 0-based line that holds `offset`; an offset in a line end belongs to the line it ends, and
  /// an offset past the end to the last line. O(log lines).
  std::size_t line_of(Utf16Offset offset) const;

  /// The code point that holds `offset` (also between the two units of a pair); an offset past the end gives the end.
  /// Constant time however long the line; free in a text without surrogate pairs.
  CodePointOffset code_point(Utf16Offset offset) const;
  /// The inverse of `code_point`, in O(log units); an offset past the end gives the end.
  Utf16Offset utf16(CodePointOffset offset) const;

  /// Puts `units` in place of `range` and returns where they stand. Halves of surrogate pairs that are left alone on either
  /// side become U+FFFD, and those that meet become a pair. Moves what stands behind, and indexes the lines and code points
  /// that are touched. Throws std::out_of_range for a range outside the text, std::length_error from 2^32 units on.
  Range replace(Range range, std::u16string_view units);

 private:
  void index_lines_again(Range removed, Range put);
  void index_code_points_again(std::size_t from, Range put);

  std::u16string units_;
  std::vector<std::uint32_t> line_starts_;    // UTF-16 offset of each line's first unit
  std::vector<std::uint32_t> checkpoints_;    // code points begun before each 256th unit; empty without surrogates
};

/// UTF-8 of a well-formed UTF-16 slice; a lone surrogate becomes U+FFFD.
std::string to_utf8(std::u16string_view units);
/// UTF-16 of UTF-8; each ill-formed sequence becomes one U+FFFD per maximal subpart (Unicode 15, 3.9 D93b).
std::u16string to_utf16(std::string_view utf8);

/// Number of code points in a slice (a lone surrogate counts as one).
std::uint32_t count_code_points(std::u16string_view units);

/// Display cells of a slice on a terminal: 2 for East Asian Wide and Fullwidth, 0 for combining marks and invisible
/// format characters, else 1, also for a tab or another control (Unicode TR11; ambiguous width, which “ ” and … have,
/// counts 2 where `ambiguous_is_wide`).
std::uint32_t display_width(std::u16string_view units, bool ambiguous_is_wide = false);

/// Width folding of one unit: U+FF01..U+FF5E become ASCII, U+3000 becomes a space; nothing else changes, so that
/// offsets stay the same (no NFKC: ① stays ①).
constexpr char16_t fold_width(char16_t unit) {
  if (unit >= 0xFF01 && unit <= 0xFF5E) return static_cast<char16_t>(unit - 0xFEE0);
  return unit == 0x3000 ? u' ' : unit;
}
std::u16string fold_width(std::u16string_view units);

/// CJK ideographs of the BMP (U+4E00..9FFF, Extension A, compatibility ideographs) and 〇. Those beyond the BMP are two
/// units, and no unit of them is Han here; neither are 々 and radicals.
constexpr bool is_han(char16_t unit) {
  if (unit >= 0x4E00 && unit <= 0x9FFF) return true;
  return (unit >= 0x3400 && unit <= 0x4DBF) || (unit >= 0xF900 && unit <= 0xFAFF) || unit == 0x3007;
}

/// ASCII blanks and line ends (U+0009..000D, U+0020), U+00A0, U+2000..200B, U+3000, U+FEFF; also U+0085, U+2028 and
/// U+2029, which end no line of a Text.
constexpr bool is_space(char16_t unit) {
  if (unit <= 0x20) return unit == 0x20 || (unit >= 0x09 && unit <= 0x0D);
  if (unit < 0x2000) return unit == 0xA0 || unit == 0x85;
  if (unit <= 0x200B) return true;
  return unit == 0x3000 || unit == 0xFEFF || unit == 0x2028 || unit == 0x2029;
}

}  // namespace gouji::text
