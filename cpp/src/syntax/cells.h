// Cells: how a line is cut into the cells of a table row.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/offsets.h"

namespace gouji::syntax {

/// What stands between the cells of a line.
enum class CellStyle : std::uint8_t { none, pipes, tabs, blanks };

struct Cells {
  CellStyle style = CellStyle::none;
  std::vector<text::Range> ranges;   // without separators and blanks
  bool sure = false;                 // the line is a row by itself; else only where the rows around it say so
};

Cells split_cells(std::u16string_view folded);

/// A number with nothing but its sign, commas, a point and a percent sign: -1,234.50, 98.1%.
bool is_bare_number(std::u16string_view cell);

/// Blank, or a sign that stands for nothing: -, —, /.
bool is_nothing(std::u16string_view cell);

/// The line between the head and the rows of a Markdown table: |---|:--:|.
bool is_rule(std::u16string_view folded);

}  // namespace gouji::syntax
