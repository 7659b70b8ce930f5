// Lines that may be the heading of a part: numbered headings, short lines of their own, and words that lead a paragraph.

#pragma once

#include <vector>

#include "parts/family_model.h"
#include "parts/heading_key.h"
#include "relations/relation.h"

namespace gouji::parts {

struct Candidate {
  std::uint32_t block = 0;
  int heading = -1;        // index into the outline, or -1
  int level = 0;           // of the outline's heading; 0 where the line has no number
  bool leads = false;      // words that lead a paragraph: counts only where they say the same as a name
  text::Range title;       // in the block
  HeadingKey key;
};

/// In document order, at most one for each block; nothing in the first `title_blocks` blocks.
std::vector<Candidate> find_candidates(const relations::DocumentView& document, std::uint32_t title_blocks);

/// Whether a line makes the same candidate before and after an edit that left its shape alone. Words that lead a paragraph count
/// only where `model`, the chosen one, has a section that is called like them.
bool same_as_candidate(const syntax::Block& before, const syntax::Block& now, const FamilyModel* model, const profile::PartWords& words);

/// Whether a block without a marker has the form of a heading: a short line without a mark at its end.
bool looks_like_heading(const syntax::Block& block);

}  // namespace gouji::parts
