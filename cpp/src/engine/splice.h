// Replaces a part of a document's text and reads again the blocks that it touches.

#pragma once

#include <vector>

#include "engine/analysis.h"

namespace gouji::engine {

/// The `before.size()` blocks from `first` on gave way to as many new ones as `from` has; those behind only moved.
struct Splice {
  std::size_t first = 0;
  std::vector<BlockRecord> before;   // those that came back were moved from
  std::vector<int> from;             // for each new one the index into `before` of the block of the same words, or -1
};

/// `units` in place of `range` (UTF-16). Afterwards the ranges of all blocks are right; blocks that are new have the facts of
/// their own words, and nothing of what is around them.
Splice splice(Analysis& analysis, text::Range range, std::u16string_view units, const profile::Lexicon& lexicon);

}  // namespace gouji::engine
