// share-mismatch: a share equals its part divided by its base.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& share, Collector& report) {
  if (share.relation->kind != relations::RelationKind::share || !share.violated()) return;
  const Member& part = share.operands[0];
  const Member& base = share.operands[1];
  report.at(share.result.place)
      .severity(share.severity())
      .message("{} ÷ {}：{}，与所写占比 {}{} 不符，请核对比例或分子、分母", part.name, base.name, share.relation->verdict.formula, share.result.printed, share.result.unit)
      .related(part.place, "分子")
      .related(base.place, "分母")
      .identity(share.identity());
}

}  // namespace

extern const Check share_mismatch{
    .code = "share-mismatch",
    .summary = "占比必须等于部分除以其所占的整体",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
