// Reads the words around a number: what it measures, when, on which basis, and how it is used.

#pragma once

#include <string_view>

#include "facts/facts.h"

namespace gouji::facts {

/// What stands before a number in its sentence, beyond its own clause.
struct LabelContext {
  Period period;                   // the latest period that was stated and not compared against
  bool comparing = false;          // 较上年 stands in an earlier clause of the sentence
  bool behind_change = false;      // another change stands right before it: 减少16人（降1.2%）
  std::u16string_view lead;        // the phrase before the clause, for a number without words of its own
};

/// Fills everything of `quantity` that words decide. `before`: the folded words of the clause up to the number (and its
/// approximation); `after`: those behind the unit up to the next mark.
void read_label(Quantity& quantity, std::u16string_view before, std::u16string_view after, const LabelContext& context,
                const profile::Lexicon& lexicon);

/// The last period stated in `words`, not counting one that follows a word of comparison.
Period stated_period(std::u16string_view words, const profile::Lexicon& lexicon);

/// `words` without cues, periods, bases and words that say nothing of what is measured.
std::u16string content_words(std::u16string_view words, const profile::Lexicon& lexicon);

}  // namespace gouji::facts
