// Blanks: places of a form that nobody filled in, as in （ ）, ____, 占 %, 年 月 日.

#pragma once

#include <cstdint>
#include <string_view>

namespace gouji::checks {

/// Lengths of what stands at `position` of a folded text; 0 where it is no blank.
std::uint32_t empty_bracket_length(std::u16string_view folded, std::uint32_t position);
/// Two or more underlines with the unit or noun behind them, or several such in a row; none of a name in a program, none
/// that divide a page.
std::uint32_t underlines_length(std::u16string_view folded, std::uint32_t position);
/// A verb that asks for a figure, and a unit without one: 占 %, 减少 万元.
std::uint32_t lacking_figure_length(std::u16string_view folded, std::uint32_t position);
/// A date without a day at the end of a line: 年 月 日, 2024年3月 日.
std::uint32_t undated_length(std::u16string_view folded, std::uint32_t position);

}  // namespace gouji::checks
