// text-table-mismatch: what the text and a table tell of one thing, or two tables, is one number.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& restated, Collector& report) {
  if (restated.relation->kind != relations::RelationKind::restatement || !restated.relation->table || !restated.violated()) return;
  const Member* differing = nullptr;
  for (const Member& mention : restated.operands) {
    if (!mention.agrees && !differing) differing = &mention;
  }
  if (!differing) return;
  auto diagnostic = report.at(differing->place);
  diagnostic.severity(restated.severity())
      .message("{} 此处为 {}{}，前面为 {}{}，表与正文（或另一表）不一致，请核对", differing->name, differing->printed, differing->unit, restated.result.printed, restated.result.unit)
      .related(restated.result.place, "前面所写")
      .identity(restated.identity());
  for (const Member& mention : restated.operands) {
    if (&mention == differing) continue;
    if (mention.agrees) diagnostic.related(mention.place, "与前面一致");
    else diagnostic.related(mention.place, "另一处不一致");
  }
}

}  // namespace

extern const Check text_table_mismatch{
    .code = "text-table-mismatch",
    .summary = "同一指标在正文和表中、在各表之间只能有一个数",
    .severity = Severity::warning,
    .run = on_relation(run),
};

}  // namespace gouji::checks
