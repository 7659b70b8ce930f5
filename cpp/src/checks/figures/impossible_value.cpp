// impossible-value: some whole number of the counted things gives the rate that is told of them.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& rate, Collector& report) {
  if (rate.relation->kind != relations::RelationKind::possible || !rate.violated()) return;
  const Member& number = rate.operands[0];
  report.at(rate.result.place)
      .severity(rate.severity())
      .message("{} {}{} 中没有哪个整数能得出 {}{}：{}，请核对比率或数目", number.name, number.printed, number.unit, rate.result.printed, rate.result.unit, rate.relation->verdict.formula)
      .identity(rate.identity())
      .related(number.place, "数目");
}

}  // namespace

extern const Check impossible_value{
    .code = "impossible-value",
    .summary = "抽检、问卷等的比率必须能由某个整数得出",
    .severity = Severity::warning,
    .run = on_relation(run),
};

}  // namespace gouji::checks
