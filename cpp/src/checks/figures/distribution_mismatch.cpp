// distribution-mismatch: the shares of all parts of a total make up 100 %.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& whole, Collector& report) {
  if (!whole.relation->whole || !whole.violated()) return;
  auto diagnostic = report.at(whole.place(whole.result));
  diagnostic.severity(whole.severity()).message("{}，各项占比之和应为 100%", whole.relation->verdict.formula).identity(whole.identity());
  if (whole.culprit && !whole.accuses(whole.result)) diagnostic.related(whole.result.place, "占比");
  for (const Member& share : whole.operands) {
    if (!whole.accuses(share)) diagnostic.related(share.place, "占比");
  }
  blame(diagnostic, report, whole, report.text("，请核对各项占比"));
}

}  // namespace

extern const Check distribution_mismatch{
    .code = "distribution-mismatch",
    .summary = "全部分项的占比之和必须等于 100%",
    .severity = Severity::warning,
    .run = on_relation(run),
};

}  // namespace gouji::checks
