// Tables: rows that stand together, their heads, and what each column and row says of its numbers.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

enum class CellKind : std::uint8_t { blank, none, number, text };   // none: a sign that stands for nothing

struct TableCell {
  CellKind kind = CellKind::blank;
  std::uint32_t ordinal = 0;    // number: of the block's quantities
  std::uint16_t indent = 0;     // blanks before the words
  std::u16string words;         // without blanks; in heads and names only
};

struct TableRow {
  std::uint32_t block = 0;
  std::vector<TableCell> cells;   // as many as the table has columns
  bool sure = true;               // each cell stands in its column
  bool trimmed = false;           // not sure, but only its last cells are missing: perhaps they were blank
};

enum class ColumnKind : std::uint8_t { text, serial, amount, number, price, rate, share, change, change_rate, weight, score };
enum class Total : std::uint8_t { none, subtotal, total, grand };

struct TableColumn {
  ColumnKind kind = ColumnKind::text;
  std::vector<std::u16string> path;   // the words of its head, from top to bottom, without units and letters
  std::vector<std::uint32_t> span;    // for each of them the first column that shares it
  std::u16string head;                // all of them, without periods
  std::u16string formula;             // B/A
  bool percent_formula = false;       // B/A×100%
  std::u16string mark;                // (A), (1), ③: its name in formulas
  std::optional<std::uint16_t> unit;  // of the vocabulary; the head names it
  facts::Basis basis = facts::Basis::unknown;
  facts::Period period;
  std::u16string content;             // what the head says beyond basis, period and total
  Total total = Total::none;
  bool among = false;                 // 其中：
  bool average = false;               // never added
  bool divided = false;               // 人均, 单车: an amount over a number of things
  bool counted = false;               // not of the table's money
  int panel = -1;                     // of an amount: index into TablePart::panels
};

/// Columns that one name at their left names: 收入 | 决算数 beside 支出 | 决算数.
struct TablePanel {
  std::vector<std::uint32_t> names;    // columns of the name, left to right
  std::vector<std::uint32_t> numbers;  // columns of numbers
  std::vector<std::uint32_t> serials;  // columns that number the rows
  std::optional<std::uint32_t> code;   // the column of classification codes
};

/// Rows under one head.
struct TablePart {
  std::uint32_t first = 0, last = 0;   // rows, half open, without the head
  std::vector<TableColumn> columns;
  std::vector<TablePanel> panels;
  std::optional<std::uint16_t> unit;
};

struct Table {
  std::vector<TableRow> rows;
  std::vector<TablePart> parts;
  std::u16string title;
  std::u16string topic;                // whose figures these are: a project, a fund; empty for the body's own
  std::uint16_t subject = profile::no_concept;  // what its grand total is
  facts::Basis basis = facts::Basis::unknown;
  facts::Period period;
  std::optional<std::uint16_t> unit;   // 单位：万元
  bool scored = false;                 // has weights and scores
};

/// What the name of a row says.
struct RowName {
  std::uint32_t row = 0;
  std::u16string words;                 // without its marker and 其中
  std::u16string code;
  syntax::MarkerStyle style = syntax::MarkerStyle::none;
  int number = 0;                       // of its marker
  int indent = 0;
  Total total = Total::none;
  bool named = false;                   // 收入合计 and not 合计
  bool among = false;
  bool breaks = false;                  // words where numbers should stand: no sum goes over it
  std::optional<std::uint16_t> unit;    // 保有量（辆）
  std::u16string mark, formula;         // (3)=(2)/(1)
};

std::vector<Table> find_tables(const std::vector<BlockView>& blocks, const profile::Lexicon& lexicon);

/// Tells heads, columns and parts; false where the columns are not sure. The rows have their own cells only.
bool read_grid(Table& table, const std::vector<BlockView>& blocks, const profile::Lexicon& lexicon);

RowName read_name(const Table& table, const TablePart& part, const TablePanel& panel, std::uint32_t row, const profile::Lexicon& lexicon);

/// What the head of a column says; words of a cell without blanks.
TableColumn read_head(const std::vector<std::u16string>& path, const profile::Lexicon& lexicon);
/// Takes (万元), (A), (B/A), (3)=(2)/(1) out of the words of a head or a name.
std::u16string take_brackets(std::u16string_view printed, TableColumn& column, const profile::Lexicon& lexicon);
/// A line of numbers below the heads: 3, 4=3/2.
void read_numbering(TableColumn& column, std::u16string_view words);
ColumnKind kind_of_row(const TableColumn& head);
bool is_head(std::u16string_view words, const profile::Lexicon& lexicon);
Total total_of(std::u16string_view words, const profile::Lexicon& lexicon, bool* named = nullptr);
bool ends_in(std::u16string_view words, const std::vector<std::u16string>& endings);

/// Title, unit, subject and topic from the lines above the table and the words inside it.
void read_captions(Table& table, const std::vector<BlockView>& blocks, const std::vector<std::u16string>& inside, const profile::Lexicon& lexicon);

/// Fills in what the table says of the numbers of a part's rows: kind, unit, indicator, basis, period, role. `facts` are
/// those of all blocks.
void resolve_rows(const Table& table, const TablePart& part, const std::vector<facts::Facts*>& facts, const profile::Lexicon& lexicon);

/// Gives no name to the numbers that share one with another of their table: it names neither.
void drop_shared_names(const Table& table, const std::vector<facts::Facts*>& rows);

}  // namespace gouji::relations
