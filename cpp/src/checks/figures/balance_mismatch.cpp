// balance-mismatch: what is left equals what was there and came in, less what went out.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& balance, Collector& report) {
  if (balance.relation->kind != relations::RelationKind::balance || balance.relation->table || !balance.violated()) return;
  auto diagnostic = report.at(balance.place(balance.result));
  diagnostic.severity(balance.severity())
      .message("{} = {}，与{} {} 不符", balance.spelled_sum(), balance.relation->verdict.expected, balance.result.name, balance.result.printed)
      .identity(balance.identity());
  if (!balance.accuses(balance.result) && balance.culprit) diagnostic.related(balance.result.place, "余额");
  for (const Member& member : balance.operands) {
    if (balance.accuses(member)) continue;
    if (member.sign < 0) diagnostic.related(member.place, "减项");
    else diagnostic.related(member.place, "加项");
  }
  blame(diagnostic, report, balance, report.text("，请核对收、支、余各数"));
}

}  // namespace

extern const Check balance_mismatch{
    .code = "balance-mismatch",
    .summary = "结余必须等于预算（收入）加减调整再减支出",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
