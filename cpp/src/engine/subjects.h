// Hands every subject of an analysis to the checks that read it.

#pragma once

#include "engine/analysis.h"

namespace gouji::engine {

/// The range of a listed thing within its block.
text::Range range_of(const Analysis& analysis, const relations::ListedItem& item);

/// Adds what the checks of one block say; it depends on the block's own characters alone.
void check_block(const Analysis& analysis, std::uint32_t block, std::vector<diagnostic::Diagnostic>& found, const diagnostic::Translations* translations);

/// Adds what all other checks say.
void check_document(const Analysis& analysis, const relations::DocumentView& view, std::vector<diagnostic::Diagnostic>& found, const diagnostic::Translations* translations);

/// In text order; those of one place in the order in which they were found.
void sort(std::vector<diagnostic::Diagnostic>& diagnostics);

/// Fills `analysis.diagnostics`, in text order.
void run_checks(Analysis& analysis, const relations::DocumentView& view, const diagnostic::Translations* translations);

}  // namespace gouji::engine
