// rate-mismatch: a rate equals what was done divided by what was to be done.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& rate, Collector& report) {
  if (rate.relation->kind != relations::RelationKind::rate || !rate.violated()) return;
  const Member& part = rate.operands[0];
  const Member& base = rate.operands[1];
  auto diagnostic = report.at(rate.place(rate.result));
  diagnostic.severity(rate.severity())
      .message("{} ÷ {}：{}，与所写 {}{} 不符", part.name, base.name, rate.relation->verdict.formula, rate.result.printed, rate.result.unit)
      .identity(rate.identity());
  if (rate.culprit && !rate.accuses(rate.result)) diagnostic.related(rate.result.place, "参与计算");
  if (!rate.accuses(part)) diagnostic.related(part.place, "分子");
  if (!rate.accuses(base)) diagnostic.related(base.place, "分母");
  blame(diagnostic, report, rate, report.text("，请核对比率或分子、分母"));
}

}  // namespace

extern const Check rate_mismatch{
    .code = "rate-mismatch",
    .summary = "执行率、完成率等必须等于完成的数除以应完成的数",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
