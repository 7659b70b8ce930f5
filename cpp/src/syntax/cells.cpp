// Cuts a line at pipes, tabs or wide gaps; a line that only has gaps is a row where a name and numbers stand between them.

#include "syntax/cells.h"

#include <algorithm>

#include "syntax/marker.h"
#include "text/text.h"

namespace gouji::syntax {
namespace {

constexpr std::size_t widest_gap_row = 200;   // units of a line that is cut at gaps
constexpr std::size_t longest_name = 24;      // units of a cell of words in such a line
constexpr std::size_t most_names = 3;         // cells of words in it
constexpr std::size_t most_cells = 512;       // of a line that is cut at gaps

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

text::Range trimmed(std::u16string_view folded, text::Range cell) {
  while (cell.begin < cell.end && text::is_space(folded[cell.begin])) ++cell.begin;
  while (cell.end > cell.begin && text::is_space(folded[cell.end - 1])) --cell.end;
  return cell;
}

std::vector<text::Range> cut_at(std::u16string_view folded, char16_t separator) {
  std::vector<text::Range> cells;
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(folded.size());
  for (std::uint32_t i = 0; i <= size; ++i) {
    if (i < size && folded[i] != separator) continue;
    const text::Range cell = trimmed(folded, {begin, i});
    const bool outer = separator == u'|' && cell.empty() && (begin == 0 || i == size);
    if (!outer) cells.push_back(cell);
    begin = i + 1;
  }
  return cells;
}

// Two or more blanks, or a tab, between cells; the blanks before the first one are its indentation.
std::vector<text::Range> cut_at_gaps(std::u16string_view folded) {
  std::vector<text::Range> cells;
  const text::Range all = trimmed(folded, {0, static_cast<std::uint32_t>(folded.size())});
  if (all.size() > widest_gap_row) return cells;
  std::uint32_t begin = all.begin;
  for (std::uint32_t i = all.begin; i < all.end;) {
    if (!text::is_space(folded[i])) {
      ++i;
      continue;
    }
    std::uint32_t end = i;
    while (end < all.end && text::is_space(folded[end])) ++end;
    if (end - i >= 2 || folded[i] == u'\t') {
      cells.push_back({begin, i});
      begin = end;
    }
    i = end;
  }
  cells.push_back({begin, all.end});
  return cells.size() > most_cells ? std::vector<text::Range>() : cells;
}

std::u16string_view words_of(std::u16string_view folded, text::Range cell) { return folded.substr(cell.begin, cell.size()); }

// A name, a unit, a remark: no sentence.
bool is_short_name(std::u16string_view cell) { return cell.size() <= longest_name && cell.find_first_of(u"。;,") == std::u16string_view::npos; }

// 基本支出  120.00  118.50; 1  办公费  120.00: names and at least two numbers.
bool is_gap_row(std::u16string_view folded, const std::vector<text::Range>& cells) {
  if (cells.size() < 3) return false;
  std::size_t numbers = 0, names = 0;
  for (const text::Range cell : cells) {
    const auto words = words_of(folded, cell);
    if (is_bare_number(words)) ++numbers;
    else if (!is_nothing(words) && ++names > most_names) return false;
    else if (!is_nothing(words) && !is_short_name(words)) return false;
  }
  return numbers >= 2 && names >= 1;
}

// 基本支出 <tab> 120.00, and not 一、概况 <tab> 3, a line of the contents.
bool is_pair(std::u16string_view folded, const std::vector<text::Range>& cells) {
  if (cells.size() != 2 || cells.front().empty()) return false;
  const auto name = words_of(folded, cells.front()), number = words_of(folded, cells.back());
  const bool may_be_contents = parse_marker(folded, cells.front().begin, false) || name.starts_with(u"第") || name.starts_with(u"附");
  return is_bare_number(number) && (!may_be_contents || number.find_first_of(u".,%") != std::u16string_view::npos);
}

}  // namespace

bool is_bare_number(std::u16string_view cell) {
  std::size_t i = !cell.empty() && (cell.front() == u'-' || cell.front() == u'+' || cell.front() == u'−') ? 1 : 0;
  if (i >= cell.size() || !is_digit(cell[i])) return false;
  bool point = false;
  for (; i < cell.size(); ++i) {
    if (is_digit(cell[i])) continue;
    const bool between = i + 1 < cell.size() && is_digit(cell[i + 1]) && is_digit(cell[i - 1]);
    if (cell[i] == u',' && between && !point) continue;
    if (cell[i] == u'.' && between && !point) {
      point = true;
      continue;
    }
    while (i < cell.size() && text::is_space(cell[i])) ++i;
    return i + 1 == cell.size() && (cell[i] == u'%' || cell[i] == u'‰');
  }
  return true;
}

bool is_nothing(std::u16string_view cell) {
  return std::all_of(cell.begin(), cell.end(), [](char16_t unit) { return text::is_space(unit) || std::u16string_view(u"-—–―─/\\").find(unit) != std::u16string_view::npos; });
}

bool is_rule(std::u16string_view folded) {
  const bool only_rule = std::all_of(folded.begin(), folded.end(), [](char16_t unit) { return text::is_space(unit) || std::u16string_view(u"|-:").find(unit) != std::u16string_view::npos; });
  const bool drawn = folded.find(u"--") != std::u16string_view::npos || folded.find(u":-") != std::u16string_view::npos || folded.find(u"-:") != std::u16string_view::npos;
  return only_rule && drawn && folded.find(u'|') != std::u16string_view::npos;
}

Cells split_cells(std::u16string_view folded) {
  const auto pipes = std::count(folded.begin(), folded.end(), u'|');
  const auto tabs = std::count(folded.begin(), folded.end(), u'\t');
  if (pipes >= 2) return {CellStyle::pipes, cut_at(folded, u'|'), true};
  if (pipes == 1) {
    Cells cells{CellStyle::pipes, cut_at(folded, u'|'), false};
    cells.sure = is_pair(folded, cells.ranges);
    return cells;
  }
  if (tabs >= 2) return {CellStyle::tabs, cut_at(folded, u'\t'), true};
  if (tabs == 1) {
    Cells cells{CellStyle::tabs, cut_at(folded, u'\t'), false};
    cells.sure = is_pair(folded, cells.ranges);
    return cells;
  }
  if (folded.find(u"  ") == std::u16string_view::npos) return {};
  Cells cells{CellStyle::blanks, cut_at_gaps(folded), false};
  if (cells.ranges.size() < 2) return {};
  cells.sure = is_gap_row(folded, cells.ranges);
  return cells;
}

}  // namespace gouji::syntax
