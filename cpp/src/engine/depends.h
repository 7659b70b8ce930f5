// What the stages behind the blocks depend on: whether a block may take the place of another without their being run again.

#pragma once

#include <vector>

#include "engine/analysis.h"

namespace gouji::engine {

bool same_facts(const BlockRecord& before, const BlockRecord& now);

/// For outline, title, year, tables and the scopes of headings: shape, and the words that were read. Rows are never the same.
bool same_for_outline(const BlockRecord& before, const BlockRecord& now);

/// For relations and findings, where it is the same for the outline: facts by value, words that were read, what was asked.
bool same_for_relations(const BlockRecord& before, BlockRecord& now);

/// For parts of the family `model`, where it is the same for the outline: facts but for the values of their quantities, and much
/// of the words; `asked` by their search.
bool same_for_parts(const BlockRecord& before, BlockRecord& now, std::uint32_t block, const std::vector<relations::Asked>& asked, const parts::FamilyModel* model, const profile::Lexicon& lexicon);

/// For the checks of the document, where it is the same for relations and parts.
bool same_for_checks(const BlockRecord& before, BlockRecord& now, std::uint32_t block, const std::vector<relations::Asked>& asked);

/// Whether words, printed characters or places of a block were used since `forget_reads`.
bool was_read(const BlockRecord& record);
void forget_reads(const BlockRecord& record);

/// A diagnostic of block `block` alone, wherever that was when it was found.
diagnostic::Diagnostic in_block(diagnostic::Diagnostic diagnostic, std::uint32_t block);

}  // namespace gouji::engine
