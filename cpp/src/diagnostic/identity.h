// Stable ids of diagnostics.

#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace gouji::diagnostic {

/// One id for each diagnostic, in their order: 16 hexadecimal digits of a hash of the code, the identity text and the
/// number among identical ones. Severity and position do not enter.
std::vector<std::string> stable_ids(const std::vector<Diagnostic>& diagnostics);

}  // namespace gouji::diagnostic
