// unit-slip: an amount is written in the unit that its figures stand for.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& relation, Collector& report) {
  if (!relation.slipped_unit()) return;
  const Member& wrong = relation.culprit->mentions.front();
  auto diagnostic = report.at(wrong.place);
  diagnostic.severity(relation.severity())
      .message("{}{} 与其他各数差了整数个十进位：{}", wrong.printed, wrong.unit, relation.relation->verdict.formula)
      .identity(relation.identity());
  if (!relation.accuses(relation.result)) diagnostic.related(relation.result.place, "参与计算");
  for (const Member& member : relation.operands) {
    if (!relation.accuses(member)) diagnostic.related(member.place, "参与计算");
  }
  blame(diagnostic, report, relation, report.text("，请核对单位"));
}

}  // namespace

extern const Check unit_slip{
    .code = "unit-slip",
    .summary = "金额的单位必须与数字相称：元、千元、万元、亿元不能写错",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
