// change-mismatch: an amount or a rate of change follows from the two values it stands between.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& change, Collector& report) {
  if (change.relation->kind != relations::RelationKind::change || !change.violated()) return;
  auto diagnostic = report.at(change.place(change.result));
  diagnostic.severity(change.severity()).message("{}，与所写增减 {}{} 不符", change.relation->verdict.formula, change.result.printed, change.result.unit).identity(change.identity());
  if (change.culprit && !change.accuses(change.result)) diagnostic.related(change.result.place, "参与计算");
  for (const Member& member : change.operands) {
    if (!change.accuses(member)) diagnostic.related(member.place, "参与计算");
  }
  blame(diagnostic, report, change, report.text("，请核对增减额、增减幅与比较的基数"));
}

}  // namespace

extern const Check change_mismatch{
    .code = "change-mismatch",
    .summary = "增减额必须等于本期减上期，增减幅必须等于增减额除以上期",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
