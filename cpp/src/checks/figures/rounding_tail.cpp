// rounding-tail: a difference no larger than rounding may leave. It is shown, never swallowed.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& subject, Collector& report) {
  const relations::Relation& relation = *subject.relation;
  if (relation.verdict.status != relations::Status::rounding) return;
  const std::string& difference = relation.verdict.difference;
  const std::string size = difference.front() == '-' ? difference.substr(1) : difference;
  auto diagnostic = report.at(subject.result.place);
  diagnostic.severity(relation.derived ? Severity::info : Severity::warning)
      .message("{}，与所写 {} 相差 {} {}，属尾差，请确认是否四舍五入所致", relation.verdict.formula, subject.result.printed, size, subject.result.unit)
      .identity(subject.identity());
  for (const Member& member : subject.operands) diagnostic.related(member.place, "参与计算");
}

}  // namespace

extern const Check rounding_tail{
    .code = "rounding-tail",
    .summary = "与计算结果只差末位的数，应确认是四舍五入所致",
    .severity = Severity::warning,
    .run = on_relation(run),
};

}  // namespace gouji::checks
