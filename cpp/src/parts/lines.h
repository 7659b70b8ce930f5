// Lines that have a form of their own: the date, the signature, the addressee, the note of attachments.

#pragma once

#include <cstdint>
#include <optional>

#include "profile/family.h"
#include "relations/relation.h"

namespace gouji::parts {

/// Where the closing lines of a document begin (note of attachments, signature, date), or the number of blocks.
std::uint32_t closing_begin(const relations::DocumentView& document);

/// The block that has the form of `line`, if any.
std::optional<std::uint32_t> find_line(const relations::DocumentView& document, profile::LineForm line);

/// Whether a block has the same of these forms before and after an edit.
bool same_as_line(const syntax::Block& before, const syntax::Block& now);

}  // namespace gouji::parts
