// claim-contradicted: a number said to be above, below or within another one is.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& claim, Collector& report) {
  const relations::Relation& relation = *claim.relation;
  if (relation.kind != relations::RelationKind::comparison || relation.because == relations::Because::identity || !claim.violated()) return;
  const Member& target = claim.operands[0];
  report.at(claim.result.place)
      .severity(claim.severity())
      .message("文中称{} {}{}，但所写为 {}{}，与说法不符，请核对", relation.comparison == ">" ? "超过" : relation.comparison == "<" ? "低于" : "控制在", target.printed, target.unit, claim.result.printed, claim.result.unit)
      .related(target.place, "目标值")
      .identity(claim.identity());
}

}  // namespace

extern const Check claim_contradicted{
    .code = "claim-contradicted",
    .summary = "所称超过、低于或控制在某数之内，必须与所写的数相符",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
