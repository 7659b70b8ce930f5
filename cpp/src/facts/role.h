// Tells the role of a quantity by the words before it.

#pragma once

#include <string_view>

#include "facts/cues.h"
#include "facts/label.h"

namespace gouji::facts {

/// Sets the direction of a change and the words of a rate as well.
Role read_role(Quantity& quantity, std::u16string_view words, const Cues& cues, const LabelContext& context, const profile::Lexicon& lexicon);

/// 59,000元/台: the price of one.
bool names_price(const Quantity& quantity, const profile::Lexicon& lexicon);

}  // namespace gouji::facts
