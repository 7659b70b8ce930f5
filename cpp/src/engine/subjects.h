// Hands every subject of an analysis to the checks that read it.

#pragma once

#include "engine/analysis.h"

namespace gouji::engine {

/// The range of a listed thing within its block.
text::Range half_of(const Analysis& analysis, const relations::ListedItem& item, text::Range whole);

/// Fills `analysis.diagnostics`, in text order.
void run_checks(Analysis& analysis, const relations::DocumentView& view, const diagnostic::Translations* translations);

}  // namespace gouji::engine
