// Tells the role of a quantity by the words before it.

#pragma once

#include <string_view>

#include "facts/cues.h"
#include "facts/label.h"

namespace gouji::facts {

/// Sets the direction of a change and the words of a rate as well.
Role read_role(Quantity& quantity, std::u16string_view words, const Cues& cues, const LabelContext& context, const profile::Lexicon& lexicon);

/// 5.90万元/台, 150元/亩: of one.
bool is_per(const Quantity& quantity);

}  // namespace gouji::facts
