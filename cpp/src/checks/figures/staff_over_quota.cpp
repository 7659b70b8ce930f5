// staff-over-quota: serving staff do not exceed the quota. Retired staff are no part of it.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& staff, Collector& report) {
  const relations::Relation& relation = *staff.relation;
  if (relation.kind != relations::RelationKind::comparison || !relation.quota || !staff.violated()) return;
  const Member& quota = staff.operands[0];
  report.at(staff.result.place)
      .message("{} {}{} 超过{} {}{}，超出 {}，请核对人数或说明超编原因", staff.result.name, staff.result.printed, staff.result.unit, quota.name,
               quota.printed, quota.unit, relation.verdict.difference)
      .related(quota.place, "编制数")
      .identity(staff.identity());
}

}  // namespace

extern const Check staff_over_quota{
    .code = "staff-over-quota",
    .summary = "在职人数不应超过编制数",
    .severity = Severity::warning,
    .run = on_relation(run),
};

}  // namespace gouji::checks
