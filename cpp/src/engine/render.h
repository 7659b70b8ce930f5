// Turns an analysis into the public report: text positions, code points, ids and severities that depend on the whole.

#pragma once

#include "engine/analysis.h"
#include "gouji/report.h"

namespace gouji::engine {

Report render(Analysis analysis, const Settings& settings);

}  // namespace gouji::engine
