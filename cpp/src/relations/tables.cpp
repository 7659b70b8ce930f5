// Finds tables: rows of one style that stand together.

#include "relations/tables.h"

#include <algorithm>

#include "facts/cues.h"
#include "syntax/cells.h"
#include "text/text.h"

namespace gouji::relations {
namespace {

using profile::Lexicon;
using syntax::Block;
using syntax::BlockKind;

constexpr std::size_t most_blank_firsts = 2;   // rows of one table that stand together and begin with a blank cell
constexpr std::size_t longest_words = 60;  // of a cell that may name something

std::u16string without_blanks(std::u16string_view words) {
  std::u16string rest;
  for (const char16_t unit : words) {
    if (!text::is_space(unit)) rest += unit;
  }
  while (!rest.empty() && (rest.back() == u':' || rest.back() == u'*')) rest.pop_back();
  while (!rest.empty() && rest.front() == u'*') rest.erase(0, 1);   // **合计**
  return rest;
}

TableRow read_row(const BlockView& view, std::uint32_t index) {
  TableRow row;
  row.block = index;
  const Block& block = *view.block;
  std::uint32_t separator = 0;
  for (const text::Range range : block.cells) {
    TableCell cell;
    std::uint32_t blanks = range.begin;
    while (blanks > separator && text::is_space(block.folded[blanks - 1]) && block.folded[blanks - 1] != u'\t') --blanks;
    cell.indent = static_cast<std::uint16_t>(std::min<std::uint32_t>(range.begin - blanks, 100));
    separator = range.end;
    const auto words = std::u16string_view(block.folded).substr(range.begin, range.size());
    cell.kind = words.empty() ? CellKind::blank : syntax::is_nothing(words) ? CellKind::none : CellKind::text;
    if (cell.kind == CellKind::text && words.size() <= longest_words) cell.words = without_blanks(words);
    row.cells.push_back(std::move(cell));
  }
  const auto& quantities = view.facts->quantities;
  for (std::uint32_t i = 0; i < quantities.size(); ++i) {
    if (quantities[i].cell < 0 || static_cast<std::size_t>(quantities[i].cell) >= row.cells.size()) continue;
    TableCell& cell = row.cells[static_cast<std::size_t>(quantities[i].cell)];
    cell.kind = CellKind::number;
    cell.ordinal = i;
  }
  return row;
}

// | 小计 | 53.20 among rows that do not begin with a pipe: its first cell is blank.
void restore_first_cells(std::vector<TableRow>& rows, const std::vector<BlockView>& blocks) {
  const auto leads = [&](const TableRow& row) { return facts::trim(blocks[row.block].block->folded.slice(0, longest_words)).starts_with(u"|"); };
  for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
    while (end < rows.size() && leads(rows[end]) == leads(rows[begin])) ++end;
    if (!leads(rows[begin]) || end - begin > most_blank_firsts || end - begin == rows.size()) continue;
    const TableRow& beside = begin > 0 ? rows[begin - 1] : rows[end];
    for (std::size_t i = begin; i < end; ++i) {
      if (rows[i].cells.size() < beside.cells.size()) rows[i].cells.insert(rows[i].cells.begin(), TableCell());
    }
  }
}

// 合计  250.00 below 3  会议费  50.00: gaps do not tell the blank cell below the numbers of the rows.
void restore_serials(std::vector<TableRow>& rows) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const bool shorter = !rows[i].cells.empty() && rows[i].cells.size() + 1 == rows[i - 1].cells.size();
    if (shorter && rows[i].cells.front().kind == CellKind::text && rows[i - 1].cells.front().kind == CellKind::number && rows[i - 1].cells[1].kind == CellKind::text) rows[i].cells.insert(rows[i].cells.begin(), TableCell());
  }
}

bool is_row(const Block& block) { return block.kind == BlockKind::table_row; }

// A line that only the row behind it makes a row: the head of columns that stand apart.
bool heads(const Block& block, const Block& next) {
  return block.kind == BlockKind::paragraph && is_row(next) && !block.cells.empty() && block.cell_style == next.cell_style && block.cells.size() == next.cells.size();
}

}  // namespace

std::vector<Table> find_tables(const std::vector<BlockView>& blocks, const Lexicon& lexicon) {
  std::vector<Table> tables;
  for (std::uint32_t i = 0; i < blocks.size();) {
    const auto starts = [&](std::uint32_t at) { return is_row(*blocks[at].block) || (at + 1 < blocks.size() && heads(*blocks[at].block, *blocks[at + 1].block)); };
    if (!starts(i)) {
      ++i;
      continue;
    }
    Table table;
    const syntax::CellStyle style = blocks[i].block->cell_style;
    for (; i < blocks.size() && starts(i) && blocks[i].block->cell_style == style; ++i) {
      if (!syntax::is_rule(blocks[i].block->folded)) table.rows.push_back(read_row(blocks[i], i));
    }
    if (style == syntax::CellStyle::blanks) restore_serials(table.rows);
    if (style == syntax::CellStyle::pipes) restore_first_cells(table.rows, blocks);
    if (table.rows.size() >= 2 && read_grid(table, blocks, lexicon)) tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace gouji::relations
