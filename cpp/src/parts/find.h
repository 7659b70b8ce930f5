// Chooses the family of a text, and finds its parts.

#pragma once

#include <memory>
#include <vector>

#include "parts/candidates.h"
#include "parts/parts.h"
#include "text/pair_set.h"

namespace gouji::parts {

/// The families to choose from; the last resort is the one called "generic".
using Families = std::vector<const FamilyModel*>;

/// A text with its headings, as the search sees it.
struct Search {
  const relations::DocumentView& document;
  std::u16string_view text;       // all of it
  std::uint32_t title_blocks = 0;
  std::vector<Candidate> candidates;
  text::PairSet pairs;            // of the text, as printed and folded
};

/// The family that the headings, the title and the tell-tale words speak for, with its evidence; no parts yet.
Parts detect(const Search& search, const Families& families);

/// Fills `parts.parts` for `parts.model`.
void find_sections(const Search& search, Parts& parts);

/// Fills what the parts that are there leave unsaid.
void find_elements(const Search& search, Parts& parts);

/// Amounts that contradict a bare "none".
void find_contradictions(const Search& search, Parts& parts);

/// Headings that lost their numbers.
void find_unnumbered(const Search& search, Parts& parts);

/// The parts of `document`: of `forced`, or of the detected family where that is null.
Parts find_parts(const relations::DocumentView& document, std::u16string_view text, std::uint32_t title_blocks, const Families& families, const FamilyModel* forced);

}  // namespace gouji::parts
