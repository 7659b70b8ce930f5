// What the checks of figures say of the figure that is wrong.

#pragma once

#include <string>

#include "checks/check.h"

namespace gouji::checks {

/// Two mentions that differ, of a violated restatement: where the diagnostic stands, and what it is held against.
struct Differing {
  const Member* here;
  const Member* there;
  bool first;   // `here` is the first mention, which is the culprit
};
Differing differing(const RelationSubject& restated);

/// Completes the message with the culprit and the fix, or with the candidates; else with the `advice`. Relates what else
/// the slip violates.
void blame(diagnostic::Builder& diagnostic, const Collector& report, const RelationSubject& subject, const std::string& advice);

}  // namespace gouji::checks
