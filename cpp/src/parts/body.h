// What stands below the heading of a part: text, nothing, a bare "none", or only what a template left there.

#pragma once

#include <string>
#include <vector>

#include "relations/relation.h"

namespace gouji::parts {

enum class BodyKind : std::uint8_t { text, empty, none, prompt };

struct Body {
  BodyKind kind = BodyKind::text;
  std::uint32_t block = 0;   // of the answer, where the body is one
  text::Range range;
};

/// The blocks from `heading` (whose title ends at `title_end`) up to `end`. `own_headings` are blocks below it that are
/// headings of parts themselves: they are no text.
Body read_body(const relations::DocumentView& document, std::uint32_t heading, std::uint32_t title_end, std::uint32_t end, const std::vector<std::uint32_t>& own_headings);

/// The text of `block` behind `begin`, without blanks and marks at both ends.
text::Range trimmed(const syntax::Block& block, std::uint32_t begin);

/// Whether a block says something, nothing or a "none" as before, after an edit that left its shape and facts alone.
bool same_as_body(const syntax::Block& before, const syntax::Block& now, const facts::Facts& facts, const profile::PartWords& words);

}  // namespace gouji::parts
