// reference-dangling: what the text refers to is there.

#include <algorithm>

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const SignalsSubject& references, Collector& report) {
  if (references.kind != facts::SignalKind::reference) return;
  for (const SignalMember& reference : references.members) {
    const bool exists = reference.number == 0 ? !references.targets.empty() : std::find(references.targets.begin(), references.targets.end(), reference.number) != references.targets.end();
    if (exists) continue;
    report.at(reference.place).message("文中要读者看“{}”，全文却没有，请补上或改正", reference.printed).identity(reference.printed);
  }
}

}  // namespace

extern const Check reference_dangling{
    .code = "reference-dangling",
    .summary = "文中提到的附件、表和部分应当存在",
    .severity = Severity::warning,
    .run = on_signals(run),
};

}  // namespace gouji::checks
