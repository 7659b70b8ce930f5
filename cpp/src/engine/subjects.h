// Hands every subject of an analysis to the checks that read it.

#pragma once

#include "engine/analysis.h"

namespace gouji::engine {

/// Fills `analysis.diagnostics`, in text order.
void run_checks(Analysis& analysis, const relations::DocumentView& view);

}  // namespace gouji::engine
