// The whole line from a text to its diagnostics, and the tables that hold what each stage made.

#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "facts/facts.h"
#include "profile/lexicon.h"
#include "relations/relation.h"
#include "syntax/outline.h"
#include "syntax/title.h"
#include "text/text.h"

namespace gouji::engine {

/// What the stages up to `facts` made of one block; depends on the block's characters alone.
struct BlockRecord {
  text::Range range;   // in the text
  syntax::Block block;
  facts::Extracted extracted;
  facts::Facts resolved;   // the facts under their heading; what relations are made of
};

/// A checked text. Relations and diagnostics name blocks by their position in `blocks`.
struct Analysis {
  text::Text text;
  std::vector<BlockRecord> blocks;
  syntax::Outline outline;
  syntax::Title title;
  int year = 0;
  std::vector<relations::Relation> relations;
  std::vector<diagnostic::Diagnostic> diagnostics;

  std::u16string_view printed(std::uint32_t block) const {
    const text::Range range = blocks[block].range;
    return text.units().substr(range.begin, range.size());
  }
};

Analysis analyze(std::u16string units, const profile::Lexicon& lexicon);

}  // namespace gouji::engine
