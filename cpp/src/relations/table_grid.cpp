// Reads the grid of a table: cuts it into parts at each head, and tells its columns apart.

#include <algorithm>

#include "relations/tables.h"
#include "text/text.h"

namespace gouji::relations {
namespace {

using profile::Lexicon;

constexpr std::size_t most_columns = 40;   // a wider table is left alone
constexpr std::size_t most_head_rows = 3;

class TableReader {
 public:
  TableReader(Table& table, const std::vector<BlockView>& blocks, const Lexicon& lexicon) : table_(table), blocks_(blocks), lexicon_(lexicon) {}

  // False where the columns are not sure.
  bool run() {
    std::size_t width = 0;
    for (const TableRow& row : table_.rows) width = std::max(width, row.cells.size());
    if (width < 2 || width > most_columns) return false;
    for (TableRow& row : table_.rows) {
      lengths_.push_back(row.cells.size());
      row.cells.resize(width);
    }
    for (std::uint32_t row = 0; row < size();) row = read_part(row);
    for (const TablePart& part : table_.parts) {
      const auto has = [&](ColumnKind kind) { return std::any_of(part.columns.begin(), part.columns.end(), [&](const TableColumn& column) { return column.kind == kind; }); };
      table_.scored = table_.scored || (has(ColumnKind::weight) && has(ColumnKind::score));
    }
    read_captions(table_, blocks_, inside_, lexicon_);
    return !table_.parts.empty();
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(table_.rows.size()); }
  const std::vector<TableCell>& cells(std::uint32_t row) const { return table_.rows[row].cells; }
  const facts::Quantity& quantity(std::uint32_t row, const TableCell& cell) const { return blocks_[table_.rows[row].block].facts->quantities[cell.ordinal]; }

  bool is_year(std::uint32_t row, const TableCell& cell) const {
    const std::u16string& printed = quantity(row, cell).printed;
    return printed.size() == 4 && (printed.starts_with(u"19") || printed.starts_with(u"20")) && printed.find_first_of(u".,") == std::u16string::npos && quantity(row, cell).role == facts::Role::cell;
  }

  // Numbers, other than years that may head columns.
  bool has_numbers(std::uint32_t row) const {
    return std::any_of(cells(row).begin(), cells(row).end(), [&](const TableCell& cell) { return cell.kind == CellKind::number && !is_year(row, cell); });
  }
  std::size_t filled(std::uint32_t row) const {
    return static_cast<std::size_t>(std::count_if(cells(row).begin(), cells(row).end(), [](const TableCell& cell) { return cell.kind == CellKind::text || cell.kind == CellKind::number; }));
  }
  std::u16string words(std::uint32_t row, std::size_t column) const {
    const TableCell& cell = cells(row)[column];
    if (cell.kind == CellKind::number) return quantity(row, cell).printed;
    return cell.kind == CellKind::text ? cell.words : std::u16string();
  }
  std::size_t heads_in(std::uint32_t row) const {
    std::size_t heads = 0;
    for (std::size_t column = 0; column < cells(row).size(); ++column) heads += is_head(words(row, column), lexicon_) ? 1 : 0;
    return heads;
  }

  // 栏次 | 1 | 2 | 3
  bool is_numbering(std::uint32_t row) const {
    int expected = 1;
    for (std::size_t column = 0; column < cells(row).size(); ++column) {
      const TableCell& cell = cells(row)[column];
      const bool names = cell.kind == CellKind::text && (column == 0 || ends_in(cell.words, lexicon_.vocabulary().tables.serial));
      if (names) continue;
      if (cell.kind == CellKind::text && cell.words.find_first_of(u"=+-/÷") == std::u16string::npos) return false;
      if (cell.kind == CellKind::number && quantity(row, cell).printed != text::to_utf16(std::to_string(expected++))) return false;
      if (cell.kind == CellKind::text) ++expected;
    }
    return expected > 2;
  }

  // Reads the head that begins at `row` or below it and the rows under it; returns the row behind them.
  std::uint32_t read_part(std::uint32_t row) {
    std::uint32_t begin = row;
    while (begin < size() && !has_numbers(begin)) ++begin;
    std::uint32_t head_end = begin;
    if (begin == size()) return size();
    const std::uint32_t head_begin = first_head_row(row, head_end);
    for (std::uint32_t i = row; i < head_begin; ++i) note_inside(i);
    const std::uint32_t row_behind = head_end;
    while (begin < size() && is_numbering(begin)) ++begin;
    std::uint32_t end = begin;
    while (end < size() && !begins_part(end)) ++end;
    while (head_end - head_begin > 1 && filled(head_end - 1) <= 1 && cells(head_end - 1).front().kind != CellKind::blank) --head_end;   // 一、基本支出
    if (head_begin == head_end || filled(head_end - 1) < 2) return std::max(end, begin + 1);   // without heads nothing says what the numbers are
    TablePart part;
    part.first = begin > row_behind ? begin : head_end;
    part.last = end;
    read_columns(part, head_begin, head_end);
    for (std::uint32_t i = row_behind; i < begin; ++i) {
      for (std::size_t column = 0; column < part.columns.size(); ++column) {
        if (const std::u16string told = words(i, column); !told.empty()) read_numbering(part.columns[column], told);
      }
    }
    read_panels(part);
    if (!part.panels.empty()) table_.parts.push_back(std::move(part));
    return std::max(end, begin + 1);
  }

  void note_inside(std::uint32_t row) {
    for (std::size_t column = 0; column < cells(row).size(); ++column) {
      if (cells(row)[column].kind == CellKind::text) inside_.push_back(cells(row)[column].words);
    }
    inside_.emplace_back();
  }

  // A row of heads among the rows: at least two words that head columns, and no number.
  bool begins_part(std::uint32_t row) const { return !has_numbers(row) && heads_in(row) >= 2 && filled(row) >= 3; }

  // The head is the last row without numbers, with the rows above that it continues: where its first cell goes on in them.
  std::uint32_t first_head_row(std::uint32_t row, std::uint32_t end) const {
    if (end == row) return end;
    std::uint32_t last = end;
    while (last - row > 1 && filled(last - 1) <= 1) --last;   // 一、基本支出: a row without numbers
    std::uint32_t first = last - 1;
    while (first > row && last - first < most_head_rows && continues(first - 1, first)) --first;
    return first;
  }

  bool continues(std::uint32_t above, std::uint32_t below) const {
    const TableCell& cell = cells(below).front();
    if (filled(above) < 1) return false;
    if (cell.kind == CellKind::blank) return filled(above) >= 2 || is_head(words(above, 0), lexicon_);
    if (!cell.words.empty() && cell.words == cells(above).front().words) return filled(above) >= 2;
    const bool spans = std::any_of(cells(above).begin(), cells(above).end(), [](const TableCell& each) { return each.kind == CellKind::blank; });
    if (!spans || filled(above) < 2) return false;
    for (std::size_t column = 0; column < cells(above).size(); ++column) {
      const std::u16string head = words(above, column);
      if (!head.empty() && !is_head(head, lexicon_)) return false;
    }
    return true;
  }

  // A blank head belongs to the span at its left where a head stands below it.
  void read_columns(TablePart& part, std::uint32_t head_begin, std::uint32_t head_end) {
    const std::size_t width = cells(head_begin).size();
    std::vector<std::vector<std::u16string>> paths(width);
    std::vector<std::vector<std::uint32_t>> spans(width);
    for (std::uint32_t row = head_begin; row < head_end; ++row) {
      const auto above = spans;
      std::u16string left;
      std::uint32_t begin = 0;
      for (std::uint32_t column = 0; column < width; ++column) {
        std::u16string here = words(row, column);
        if (std::none_of(here.begin(), here.end(), [](char16_t unit) { return text::is_han(unit) || unit == u'%' || (unit >= u'0' && unit <= u'9') || (unit >= u'A' && unit <= u'z'); })) here.clear();
        const bool below = std::any_of(table_.rows.begin() + row + 1, table_.rows.begin() + head_end, [&](const TableRow& each) { return each.cells[column].kind == CellKind::text || each.cells[column].kind == CellKind::number; });
        const bool same_above = column == 0 || above[column].empty() || (!above[column - 1].empty() && above[column].back() == above[column - 1].back());
        const bool repeats = !here.empty() && column > 0 && here == left && same_above && below;
        if (here.empty() && below && !left.empty() && column > 0 && same_above) here = left;
        else if (!here.empty() && !repeats) begin = column, left = here;
        else if (here.empty()) left.clear(), begin = column;
        if (here.empty() || (!paths[column].empty() && paths[column].back() == here)) continue;
        paths[column].push_back(here);
        spans[column].push_back(begin);
      }
    }
    for (std::size_t column = 0; column < width; ++column) {
      part.columns.push_back(read_head(paths[column], lexicon_));
      part.columns.back().span = spans[column];
      if (part.columns.back().among && !part.columns.back().unit && column > 0) part.columns.back().unit = part.columns[column - 1].unit;
      if (part.columns.back().unit && !part.unit && !is_number_column(part, static_cast<std::uint32_t>(column))) part.unit = part.columns.back().unit;   // 项目资金（万元）
    }
  }

  bool is_number_column(const TablePart& part, std::uint32_t column) const {
    std::size_t numbers = 0, texts = 0;
    for (std::uint32_t row = part.first; row < part.last; ++row) {
      numbers += cells(row)[column].kind == CellKind::number ? 1 : 0;
      texts += cells(row)[column].kind == CellKind::text ? 1 : 0;
    }
    return numbers > 0 && numbers > texts;
  }

  bool all_years(const TablePart& part, std::uint32_t column) const {
    for (std::uint32_t row = part.first; row < part.last; ++row) {
      const TableCell& cell = cells(row)[column];
      if (cell.kind == CellKind::number && !is_year(row, cell)) return false;
    }
    return true;
  }

  void read_panels(TablePart& part) {
    TablePanel panel;
    const auto close = [&] {
      if (!panel.numbers.empty()) {
        for (const std::uint32_t column : panel.numbers) part.columns[column].panel = static_cast<int>(part.panels.size());
        part.panels.push_back(std::move(panel));
      }
      panel = {};
    };
    for (std::uint32_t column = 0; column < part.columns.size(); ++column) {
      TableColumn& each = part.columns[column];
      const bool numbers = is_number_column(part, column);
      const bool headed = !each.path.empty();
      if (numbers && headed) read_percents(part, column);
      if (numbers && headed && all_years(part, column)) each.kind = ColumnKind::serial;
      if (!numbers || !headed || each.kind == ColumnKind::serial) {
        const bool serial = headed && each.kind == ColumnKind::serial;
        each.kind = serial ? ColumnKind::serial : ColumnKind::text;
        if (serial) {
          panel.serials.push_back(column);
          if (is_code(part, column)) panel.code = column;
          continue;
        }
        const bool behind = !panel.names.empty() || !panel.numbers.empty() || !part.panels.empty();   // 用途 in front of numbers names the rows
        if (numbers || (behind && ends_in(each.head, lexicon_.vocabulary().tables.remark)) || !has_words(part, column)) continue;
        if (!panel.numbers.empty()) close();
        panel.names.push_back(column);
      } else {
        panel.numbers.push_back(column);
      }
    }
    close();
    mark_short_rows(part);
  }

  // 完成程度 | 95.2%: the signs of the cells say what the head does not.
  void read_percents(TablePart& part, std::uint32_t column) {
    TableColumn& head = part.columns[column];
    const auto& tables = lexicon_.vocabulary().tables;
    if ((head.kind != ColumnKind::amount && head.kind != ColumnKind::change) || head.content.empty() || ends_in(head.head, tables.planned) || ends_in(head.head, tables.reached)) return;
    std::size_t percents = 0;
    for (std::uint32_t row = part.first; row < part.last; ++row) {
      const TableCell& cell = cells(row)[column];
      if (cell.kind != CellKind::number) continue;
      if (quantity(row, cell).kind != profile::UnitKind::percent) return;
      ++percents;
    }
    if (percents >= 2) head.kind = head.kind == ColumnKind::change ? ColumnKind::change_rate : ColumnKind::rate;
  }

  bool has_words(const TablePart& part, std::uint32_t column) const {
    for (std::uint32_t row = part.first; row < part.last; ++row) {
      if (cells(row)[column].kind == CellKind::text) return true;
    }
    return false;
  }

  // 201, 20101, 2010101
  bool is_code(const TablePart& part, std::uint32_t column) const {
    bool nested = false;
    for (std::uint32_t row = part.first; row < part.last; ++row) {
      TableCell& cell = table_.rows[row].cells[column];
      if (cell.kind != CellKind::number) continue;
      cell.words = quantity(row, cell).printed;
      nested = nested || cell.words.size() >= 3;
    }
    return nested;
  }

  // A row of fewer cells may have lost one in the middle.
  void mark_short_rows(const TablePart& part) {
    for (std::uint32_t row = part.first; row < part.last; ++row) {
      if (lengths_[row] == part.columns.size() || !has_numbers(row)) continue;
      bool fits = true;
      for (std::uint32_t column = 0; column < part.columns.size(); ++column) {
        const bool number = cells(row)[column].kind == CellKind::number, words = part.columns[column].kind == ColumnKind::text;
        const bool lost = column >= lengths_[row] && !words && part.columns[column].kind != ColumnKind::serial;
        if (lost || (number && words)) table_.rows[row].sure = false;
        fits = fits && !(number && words);
      }
      table_.rows[row].trimmed = !table_.rows[row].sure && fits;
    }
  }

  Table& table_;
  const std::vector<BlockView>& blocks_;
  const Lexicon& lexicon_;
  std::vector<std::size_t> lengths_;     // of the rows, as printed
  std::vector<std::u16string> inside_;   // words above the heads, row by row
};

}  // namespace

bool read_grid(Table& table, const std::vector<BlockView>& blocks, const Lexicon& lexicon) { return TableReader(table, blocks, lexicon).run(); }

}  // namespace gouji::relations
