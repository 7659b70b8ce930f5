// Edits that number a heading and the siblings behind it anew.

#pragma once

#include <vector>

#include "checks/subjects.h"

namespace gouji::checks {

/// Numbers headings[first] with `number` and those behind it on, up to one that is right already or has a fault of its own.
std::vector<diagnostic::Edit> renumber(const std::vector<SiblingHeading>& headings, std::size_t first, int number);

}  // namespace gouji::checks
