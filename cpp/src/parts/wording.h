// Whether words stand in a range of blocks.

#pragma once

#include "profile/family.h"
#include "relations/relation.h"

namespace gouji::parts {

/// Whether the words of `phrase` stand in this order within one sentence of the blocks [first, end).
bool says(const relations::DocumentView& document, std::uint32_t first, std::uint32_t end, const profile::Phrase& phrase);

/// The same of one block.
bool block_says(const syntax::Block& block, const profile::Phrase& phrase);

/// Whether `word` stands in a line of any kind, the contents too; it does not where `possible` is false.
bool stands_anywhere(const relations::DocumentView& document, const std::u16string& word, bool possible);

/// Notes that none of the blocks says `phrase`, which the caller knows.
void note_silence(const relations::DocumentView& document, std::uint32_t first, std::uint32_t end, const profile::Phrase& phrase);

/// The word of a promise that `folded_title` makes and the blocks [first, end) do not keep, or nothing.
std::u16string unkept_promise(const relations::DocumentView& document, std::u16string_view folded_title, std::uint32_t first, std::uint32_t end);

}  // namespace gouji::parts
