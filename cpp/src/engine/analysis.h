// The whole line from a text to its diagnostics, and the tables that hold what each stage made.

#pragma once

#include <string>
#include <vector>

#include "diagnostic/collector.h"
#include "diagnostic/diagnostic.h"
#include "facts/facts.h"
#include "facts/signals.h"
#include "parts/find.h"
#include "profile/lexicon.h"
#include "relations/culprit.h"
#include "relations/relation.h"
#include "relations/tables.h"
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
  std::vector<facts::Signal> signals;

  // What a live document keeps of the last run, so that it knows what may stay.
  bool listed = false;         // made a line of the contents
  bool words_matter = false;   // outline, tables or relations were made of its words, not of its facts and shape alone
};

/// A checked text. Relations and diagnostics name blocks by their position in `blocks`.
struct Analysis {
  text::Text text;
  std::vector<BlockRecord> blocks;
  syntax::Outline outline;      // as printed: what relations read
  syntax::Outline numbering;    // with the headings that lost their numbers, as parts are found: what tells of numbers
  syntax::Title title;
  int year = 0;
  std::vector<relations::Table> tables;
  std::vector<relations::Relation> relations;
  std::vector<relations::Finding> findings;   // what is wrong where relations are violated
  parts::Parts parts;
  std::vector<diagnostic::Diagnostic> diagnostics;

  std::u16string_view printed(std::uint32_t block) const {
    const text::Range range = blocks[block].range;
    return text.units().substr(range.begin, range.size());
  }
};

/// What an analysis is made with; all of it outlives the call.
struct Settings {
  const profile::Lexicon& lexicon;
  const parts::Families& families;
  const parts::FamilyModel* forced = nullptr;                   // null: the family is detected
  const diagnostic::Translations* translations = nullptr;       // null: messages are Chinese
};

Analysis analyze(std::u16string units, const Settings& settings);

}  // namespace gouji::engine
