// Turns an analysis into the public report: text positions, code points, ids and severities that depend on the whole.

#pragma once

#include "engine/analysis.h"
#include "gouji/report.h"

namespace gouji::engine {

Report render(Analysis&& analysis, const Settings& settings);
Report render(const Analysis& analysis, const Settings& settings);

/// The diagnostics of the report alone.
std::vector<Diagnostic> render_diagnostics(const Analysis& analysis, const Settings& settings);

}  // namespace gouji::engine
