// The outline of the public report: the headings of the text, and those of its parts that have no number.

#pragma once

#include <functional>
#include <vector>

#include "engine/analysis.h"
#include "gouji/report.h"

namespace gouji::engine {

std::vector<Heading> render_outline(const Analysis& analysis, const std::function<Range(diagnostic::Place)>& range);

}  // namespace gouji::engine
