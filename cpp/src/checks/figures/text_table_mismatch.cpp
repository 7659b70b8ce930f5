// text-table-mismatch: what the text and a table tell of one thing, or two tables, is one number.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& restated, Collector& report) {
  if (restated.relation->kind != relations::RelationKind::restatement || !restated.relation->table || !restated.violated()) return;
  const auto [at, other, first] = differing(restated);
  const Member &here = *at, &there = *other;
  auto diagnostic = report.at(here.place);
  diagnostic.severity(restated.severity())
      .message("{} 此处为 {}{}，另一处为 {}{}，表与正文（或另一表）不一致", here.name, here.printed, here.unit, there.printed, there.unit)
      .identity(restated.identity());
  if (!first) diagnostic.related(there.place, "另一处所写");
  for (const Member& mention : restated.operands) {
    if (mention.place == here.place) continue;
    if (mention.agrees) diagnostic.related(mention.place, "与另一处一致");
    else diagnostic.related(mention.place, "另一处不一致");
  }
  blame(diagnostic, report, restated, report.text("，请核对"));
}

}  // namespace

extern const Check text_table_mismatch{
    .code = "text-table-mismatch",
    .summary = "同一指标在正文和表中、在各表之间只能有一个数",
    .severity = Severity::warning,
    .run = on_relation(run),
};

}  // namespace gouji::checks
