// restatement-mismatch: one indicator of one period, scope and basis has one value wherever it is stated.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& restated, Collector& report) {
  if (restated.relation->kind != relations::RelationKind::restatement || restated.relation->table || !restated.violated()) return;
  const auto [at, other, first] = differing(restated);
  const Member &here = *at, &there = *other;
  auto diagnostic = report.at(here.place);
  diagnostic.severity(restated.severity()).identity(restated.identity());
  if (first) diagnostic.message("{} 此处为 {}{}，后文为 {}{}，同一指标前后不一致", here.name, here.printed, here.unit, there.printed, there.unit);
  else diagnostic.message("{} 此处为 {}{}，前文为 {}{}，同一指标前后不一致", here.name, here.printed, here.unit, there.printed, there.unit);
  if (!first) diagnostic.related(there.place, "前文所写");
  for (const Member& mention : restated.operands) {
    if (mention.place == here.place) continue;
    if (first) diagnostic.related(mention.place, "后文所写");
    else if (mention.agrees) diagnostic.related(mention.place, "与前文一致");
    else diagnostic.related(mention.place, "另一处不一致");
  }
  blame(diagnostic, report, restated, report.text("，请核对"));
}

}  // namespace

extern const Check restatement_mismatch{
    .code = "restatement-mismatch",
    .summary = "同一指标在同一期间、范围和口径下只能有一个数",
    .severity = Severity::warning,
    .run = on_relation(run),
};

}  // namespace gouji::checks
