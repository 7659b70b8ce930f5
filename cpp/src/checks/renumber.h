// Edits that number a heading and the siblings behind it anew.

#pragma once

#include <string>
#include <vector>

#include "checks/subjects.h"

namespace gouji::checks {

/// `printed` with another number in it, in the same numerals: 第三， -> 第二， and 3） -> 2）; empty for 首先.
std::string relabelled(const std::string& printed, int number);

/// The label that a sibling of `heading` with this number has: 第三部分 among 第一部分 and 第二部分.
std::string label_like(const SiblingHeading& heading, int number);

/// Numbers headings[first] with `number` and those behind it on, up to one that is right already or has a fault of its own.
std::vector<diagnostic::Edit> renumber(const std::vector<SiblingHeading>& headings, std::size_t first, int number);

}  // namespace gouji::checks
