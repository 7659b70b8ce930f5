// Splits a text into blocks; joins lines that are broken inside a word or a number.

#include "syntax/block.h"
#include "syntax/marker.h"
#include "syntax/numerals.h"

namespace gouji::syntax {
namespace {

constexpr std::size_t shortest_wrapped_line = 15;  // in units; a shorter line is broken by its writer
constexpr std::size_t longest_heading = 30;        // a marked line up to this length may be a heading of its own

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

struct Line {
  text::Range range;
  std::u16string folded;  // without blanks at both ends
};

Line read_line(const text::Text& text, std::size_t number) {
  const text::Range range = text.line(number);
  auto units = text.units().substr(range.begin, range.size());
  while (!units.empty() && text::is_space(units.back())) units.remove_suffix(1);
  while (!units.empty() && text::is_space(units.front())) units.remove_prefix(1);
  std::u16string folded = text::fold_width(units);
  while (!folded.empty()) {
    const std::size_t residue = residue_length(folded, 0);
    if (residue == 0) break;
    folded.erase(0, residue);
  }
  return {range, std::move(folded)};
}

bool starts_unit(std::u16string_view text) {
  return text.starts_with(u"万元") || text.starts_with(u"元") || text.starts_with(u"亿元") || text.starts_with(u"%");
}

// 12.\n30万元, 12.30\n万元, 95.\n\n10%
bool breaks_number(std::u16string_view line, std::u16string_view next) {
  if (line.size() < 2 || next.empty()) return false;
  const char16_t last = line.back();
  if (is_digit(last) && starts_unit(next)) return true;
  return last == u'.' && is_digit(line[line.size() - 2]) && is_digit(next.front()) && line.size() > 4;
}

// A wrapped line: prose with marks inside, no mark at its end, and a next line that goes on with a Han character and
// ends a sentence.
bool breaks_word(std::u16string_view line, std::u16string_view next) {
  if (line.size() < shortest_wrapped_line || next.empty() || !text::is_han(line.back()) || !text::is_han(next.front())) return false;
  if (line.size() < longest_heading && parse_marker(line, 0, false)) return false;
  if (parse_marker(next, 0, false) || line.find_first_of(u"，,。、;") == std::u16string_view::npos) return false;
  const auto mark = next.find_first_of(u"。;,，");
  if (mark == std::u16string_view::npos || line.find_first_of(u"|\t") != std::u16string_view::npos) return false;
  const auto tail = line.substr(line.size() - 2);
  const bool ends_quantity = (is_digit(tail[0]) || is_numeral(tail[0]) || tail == u"万元") && std::u16string_view(u"元人名个项次").find(tail[1]) != std::u16string_view::npos;
  const auto colon = next.find(u':');
  return !ends_quantity && (colon == std::u16string_view::npos || mark < colon);
}

// A line that ends in a comma goes on, unless an item begins.
bool breaks_clause(std::u16string_view line, std::u16string_view next) {
  if (line.size() < 2 || next.empty() || (line.back() != u',' && line.back() != u'、')) return false;
  return !parse_marker(next, 0, false) && line.find_first_of(u"|\t") == std::u16string_view::npos && next.find_first_of(u"|\t#") == std::u16string_view::npos;
}

}  // namespace

std::optional<text::Range> next_block(const text::Text& text, std::size_t& line) {
  const std::size_t count = text.line_count();
  for (; line < count; ++line) {
    Line here = read_line(text, line);
    if (here.folded.empty()) continue;
    text::Range block = here.range;
    while (line + 1 < count) {
      Line next = read_line(text, line + 1);
      const bool blank = next.folded.empty();
      if (blank && line + 2 < count) next = read_line(text, line + 2);
      const bool joined = breaks_number(here.folded, next.folded) || (!blank && (breaks_word(here.folded, next.folded) || breaks_clause(here.folded, next.folded)));
      if (!joined) break;
      line += blank ? 2 : 1;
      block.end = next.range.end;
      here = std::move(next);
    }
    ++line;
    return block;
  }
  return std::nullopt;
}

std::vector<text::Range> split_blocks(const text::Text& text) {
  std::vector<text::Range> blocks;
  std::size_t line = 0;
  while (const auto block = next_block(text, line)) blocks.push_back(*block);
  return blocks;
}

}  // namespace gouji::syntax
