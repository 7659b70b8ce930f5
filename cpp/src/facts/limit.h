// Amounts that another amount is said to reach, to exceed or to keep below.

#pragma once

#include <string_view>

#include "facts/cues.h"

namespace gouji::facts {

/// Sets `limit` of an amount that the words around it name as a target, a budget or a norm.
void read_limit(Quantity& quantity, std::u16string_view words, const Cues& cues, const profile::Lexicon& lexicon);

/// 比60场的目标多7场: a base that the words behind it name as a target.
void note_target(Quantity& quantity, const profile::Lexicon& lexicon);

}  // namespace gouji::facts
