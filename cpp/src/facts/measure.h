// A printed measure: a number with its unit and approximation, before anything is known of what it measures.

#pragma once

#include <optional>

#include "facts/facts.h"

namespace gouji::facts {

struct Measure {
  Quantity quantity;        // number, unit and approximation only
  text::Range range;        // with approximation and unit
  text::Range number_range;
  std::size_t next_token = 0;  // the first token behind it
};

/// The measure whose number is token `index`, or nothing: item numbers, dates, ordinals, document numbers, codes and
/// numbers without a unit are no measures.
std::optional<Measure> read_measure(const syntax::Block& block, std::size_t index, const profile::Lexicon& lexicon);

/// A number whose unit another one of its row prints: 分别为3、5、8万元, 86名（男37、女49）. `like` has the unit.
std::optional<Measure> read_bare_measure(const syntax::Block& block, std::size_t index, const profile::Lexicon& lexicon, const Quantity& like);

}  // namespace gouji::facts
