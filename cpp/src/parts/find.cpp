// Finds the parts of a document: which family it is of, its sections, its elements, what contradicts.

#include "parts/find.h"
#include "parts/lines.h"

namespace gouji::parts {

Parts find_parts(const relations::DocumentView& document, std::u16string_view text, std::uint32_t title_blocks, const Families& families, const FamilyModel* forced) {
  Search search{document, text, title_blocks, find_candidates(document, title_blocks), {}};
  search.pairs.add(text);
  for (const relations::BlockView& block : document.blocks) search.pairs.add(block.block->folded.without_note());
  Parts parts;
  if (forced) parts.model = forced, parts.forced = parts.judged = true;
  else parts = detect(search, families);
  parts.closing = closing_begin(document);
  if (!parts.model || document.blocks.empty()) {
    parts.judged = false;
    return parts;
  }
  find_sections(search, parts);
  find_elements(search, parts);
  find_contradictions(search, parts);
  find_unnumbered(search, parts);
  return parts;
}

}  // namespace gouji::parts
