// change-mismatch: an amount or a rate of change follows from the two values it stands between.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& change, Collector& report) {
  if (change.relation->kind != relations::RelationKind::change || !change.violated()) return;
  auto diagnostic = report.at(change.result.place);
  diagnostic.severity(change.severity())
      .message("{}，与所写增减 {}{} 不符，请核对增减额、增减幅与比较的基数", change.relation->verdict.formula, change.result.printed, change.result.unit)
      .identity(change.identity());
  for (const Member& member : change.operands) diagnostic.related(member.place, "参与计算");
}

}  // namespace

extern const Check change_mismatch{
    .code = "change-mismatch",
    .summary = "增减额必须等于本期减上期，增减幅必须等于增减额除以上期",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
