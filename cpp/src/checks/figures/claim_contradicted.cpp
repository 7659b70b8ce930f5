// claim-contradicted: a number said to be above, below or within another one is.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& claim, Collector& report) {
  const relations::Relation& relation = *claim.relation;
  if (relation.kind != relations::RelationKind::comparison || relation.because == relations::Because::identity || relation.table || !claim.violated()) return;
  const Member& target = claim.operands[0];
  report.at(claim.result.place)
      .severity(claim.severity())
      .message("文中称{} {}{}，但所写为 {}{}，与说法不符，请核对", relation.comparison == ">" ? report.text("超过") : relation.comparison == ">=" ? report.text("达到") : relation.comparison == "<" ? report.text("低于") : relation.comparison == "=" ? report.text("持平于") : report.text("控制在"), target.printed, target.unit, claim.result.printed, claim.result.unit)
      .related(target.place, "目标值")
      .identity(claim.identity());
}

// 无 below 政府性基金预算支出情况, and an amount of it elsewhere.
void run_on_part(const PartSubject& part, Collector& report) {
  if (part.contradiction.empty()) return;
  report.at(part.answer)
      .severity(Severity::warning)
      .message("“{}”写的是没有，别处却有 {}，请核对", part.printed, part.contradiction)
      .related(part.contradiction_place, "与“没有”矛盾的数")
      .identity(part.title + "|" + part.contradiction);
}

}  // namespace

extern const Check claim_contradicted{
    .code = "claim-contradicted",
    .summary = "所称超过、低于、控制在某数之内或没有，必须与所写的数相符",
    .severity = Severity::error,
    .run = on_relation(run),
    .also = on_part(run_on_part),
};

}  // namespace gouji::checks
