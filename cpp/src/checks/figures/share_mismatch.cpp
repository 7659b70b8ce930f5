// share-mismatch: a share equals its part divided by its base.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& share, Collector& report) {
  if (share.relation->kind != relations::RelationKind::share || !share.violated()) return;
  const Member& part = share.operands[0];
  const Member& base = share.operands[1];
  auto diagnostic = report.at(share.place(share.result));
  diagnostic.severity(share.severity())
      .message("{} ÷ {}：{}，与所写占比 {}{} 不符", part.name, base.name, share.relation->verdict.formula, share.result.printed, share.result.unit)
      .identity(share.identity());
  if (share.culprit && !share.accuses(share.result)) diagnostic.related(share.result.place, "占比");
  if (!share.accuses(part)) diagnostic.related(part.place, "分子");
  if (!share.accuses(base)) diagnostic.related(base.place, "分母");
  blame(diagnostic, report, share, report.text("，请核对比例或分子、分母"));
}

}  // namespace

extern const Check share_mismatch{
    .code = "share-mismatch",
    .summary = "占比必须等于部分除以其所占的整体",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
