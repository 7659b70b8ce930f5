// The numbers of a panel as series: all numbers of one head, which are columns as printed or rows where the table lies on its side.

#pragma once

#include "relations/tables.h"

namespace gouji::relations {

enum class When : std::uint8_t { current, earlier, other };

/// What the words of a head let its numbers be in a calculation. Several may be true.
struct SeriesRole {
  bool measured = false;   // amounts and counts, no averages
  bool plan = false;       // budgets, targets, tasks
  bool adjusted = false;   // the plan as it was at last
  bool result = false;     // what was done, spent, reached
  bool opening = false, came_in = false, went_out = false, closing = false, left = false;
  bool quota = false, staff = false;
  When when = When::current;
};

struct Series {
  TableColumn head;
  std::uint32_t place = 0;   // the column, or the row where the table lies on its side
  SeriesRole role;
};

/// What crosses the series: rows as printed.
struct SeriesLine {
  std::uint32_t place = 0;
  Total total = Total::none;
  bool breaks = false;
  bool average = false;
  int year = 0;
  std::u16string words;
};

/// Series and lines with the cells where they cross.
struct Grid {
  std::vector<Series> series;
  std::vector<SeriesLine> lines;
  bool turned = false;      // the series are rows

  struct Cell {
    CellKind kind = CellKind::blank;
    QuantityRef ref;
  };
  std::vector<Cell> cells;  // of the first line, then of the second

  const Cell& at(std::size_t line, std::size_t each) const { return cells[line * series.size() + each]; }
};

/// Roles and times of all series of a grid; `year` is the report's, or 0.
void read_roles(Grid& grid, int year, const profile::Lexicon& lexicon);

/// The last words of a head, without a bracket behind them: 本年减少(含折旧摊销).
std::u16string_view last_words(const TableColumn& column);
bool begins_with(std::u16string_view words, const std::vector<std::u16string>& beginnings);

}  // namespace gouji::relations
