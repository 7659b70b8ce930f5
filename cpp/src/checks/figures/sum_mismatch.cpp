// sum-mismatch: a total equals the sum of the parts that are announced for it.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& sum, Collector& report) {
  if (sum.relation->kind != relations::RelationKind::sum || sum.relation->whole || !sum.violated()) return;
  auto diagnostic = report.at(sum.place(sum.result));
  diagnostic.severity(sum.severity())
      .message("{} = {}，与{} {} 相差 {} {}", sum.spelled_sum(), sum.relation->verdict.expected,
               sum.result.name.empty() ? report.text("合计") : sum.result.name, sum.result.printed,
               sum.relation->verdict.difference.front() == '-' ? sum.relation->verdict.difference.substr(1) : sum.relation->verdict.difference,
               sum.result.unit)
      .identity(sum.identity());
  if (sum.culprit && !sum.accuses(sum.result)) diagnostic.related(sum.result.place, "合计数");
  for (const Member& part : sum.operands) {
    if (!sum.accuses(part)) diagnostic.related(part.place, "分项");
  }
  blame(diagnostic, report, sum, report.text("，请核对合计与各分项"));
}

}  // namespace

extern const Check sum_mismatch{
    .code = "sum-mismatch",
    .summary = "合计必须等于所列各分项之和",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
