// Reads the words of a quotient: those that name its part and those that name its base.

#pragma once

#include <string_view>

#include "facts/facts.h"

namespace gouji::facts {

/// Peels words that may stand between an indicator and its number, until an indicator ends the words.
void read_indicator(Quantity& quantity, std::u16string_view words, const profile::Lexicon& lexicon);

/// [公务接待费]完成[预算]的75%
void read_ratio(Quantity& quantity, std::u16string_view words, const profile::Lexicon& lexicon);

/// [基本支出]占[总支出]的83%
void read_share(Quantity& quantity, std::u16string_view part, std::u16string_view base, const profile::Lexicon& lexicon);

}  // namespace gouji::facts
