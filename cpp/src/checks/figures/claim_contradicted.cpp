// claim-contradicted: a target that is said to be exceeded is exceeded.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& claim, Collector& report) {
  const relations::Relation& relation = *claim.relation;
  if (relation.kind != relations::RelationKind::comparison || relation.comparison != ">" || !claim.violated()) return;
  const Member& target = claim.operands[0];
  report.at(claim.result.place)
      .severity(claim.severity())
      .message("文中称超过目标 {}{}，但所写完成数 {}{} 并未超过，请核对", target.printed, target.unit, claim.result.printed, claim.result.unit)
      .related(target.place, "目标值")
      .identity(claim.identity());
}

}  // namespace

extern const Check claim_contradicted{
    .code = "claim-contradicted",
    .summary = "称已超过的目标，完成数必须大于目标数",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
