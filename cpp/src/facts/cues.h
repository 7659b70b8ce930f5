// Cue words of a clause: comparison, change, share, basis, period and the like.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "facts/facts.h"

namespace gouji::facts {

/// Positions of the cue words of a clause.
struct Cues {
  std::size_t compare = std::u16string_view::npos, compare_end = 0;
  std::size_t change = std::u16string_view::npos, change_end = 0;
  std::size_t verb_of_change = std::u16string_view::npos;   // 多[收], 少[花], 升: a change where something is compared
  std::size_t share = std::u16string_view::npos, share_end = 0;
  bool increase = false, average = false, rate = false, target = false, total = false, announced = false, besides = false, allotted = false, remainder = false, net = false;
  std::int8_t limit = 0;
  std::size_t limit_at = std::u16string_view::npos;
  Basis basis = Basis::unknown;
  Approximation approximation = Approximation::exact;
  Period period;
};

/// Takes the verb for the word of change where something is compared: 与上年9万元相比，[少花]0.8万元.
void take_verb_of_change(Cues& cues, std::u16string_view words, bool compared);

Cues find_cues(std::u16string_view words, const profile::Lexicon& lexicon);

/// Their period alone.
Period find_period(std::u16string_view words, const profile::Lexicon& lexicon);

/// `words` without blanks and marks at both ends.
std::u16string_view trim(std::u16string_view words);

bool is_conjunction(char16_t unit);  // 和, 及, 与

}  // namespace gouji::facts
