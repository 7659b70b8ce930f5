// Stand-ins: letters in the place of a figure or a name that nobody filled in, as in XX万元, ××局, 20XX年X月.

#pragma once

#include <string_view>
#include <vector>

#include "text/offsets.h"

namespace gouji::checks {

/// The stand-ins of a folded text, in order and apart, each with its unit or noun; those that touch are one. Letters of
/// codes, of masked numbers and names, of formulas and of words such as X光 are none.
std::vector<text::Range> find_stand_ins(std::u16string_view folded);

/// Length of the unit or general noun (万元, 人, 局) at `position`, or 0.
std::uint32_t unit_or_noun_length(std::u16string_view folded, std::uint32_t position);

}  // namespace gouji::checks
