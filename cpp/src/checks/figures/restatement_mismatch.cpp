// restatement-mismatch: one indicator of one period, scope and basis has one value wherever it is stated.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& restated, Collector& report) {
  if (restated.relation->kind != relations::RelationKind::restatement || restated.relation->table || !restated.violated()) return;
  const Member* differing = nullptr;
  for (const Member& mention : restated.operands) {
    if (!mention.agrees && !differing) differing = &mention;
  }
  if (!differing) return;
  auto diagnostic = report.at(differing->place);
  diagnostic.severity(restated.severity())
      .message("{} 此处为 {}{}，前文为 {}{}，同一指标前后不一致，请核对", differing->name, differing->printed, differing->unit, restated.result.printed, restated.result.unit)
      .related(restated.result.place, "前文所写")
      .identity(restated.identity());
  for (const Member& mention : restated.operands) {
    if (&mention == differing) continue;
    if (mention.agrees) diagnostic.related(mention.place, "与前文一致");
    else diagnostic.related(mention.place, "另一处不一致");
  }
}

}  // namespace

extern const Check restatement_mismatch{
    .code = "restatement-mismatch",
    .summary = "同一指标在同一期间、范围和口径下只能有一个数",
    .severity = Severity::warning,
    .run = on_relation(run),
};

}  // namespace gouji::checks
