// table-total-mismatch: a total of a table equals the rows or columns that it adds up.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& total, Collector& report) {
  const relations::Relation& relation = *total.relation;
  const bool adds_up = relation.kind == relations::RelationKind::column || relation.kind == relations::RelationKind::row || (relation.kind == relations::RelationKind::balance && relation.table);
  if (!adds_up || !total.violated() || total.result.kind == profile::UnitKind::score) return;
  const std::string& difference = relation.verdict.difference;
  auto diagnostic = report.at(total.place(total.result));
  diagnostic.severity(total.severity());
  const std::string size = difference.front() == '-' ? difference.substr(1) : difference;
  if (relation.kind == relations::RelationKind::balance) {
    const Member& other = total.operands[0];
    diagnostic.message("表中{} {} 与{} {} 应当相等，相差 {} {}", total.result.name, total.result.printed, other.name, other.printed, size, total.result.unit);
  } else if (relation.kind == relations::RelationKind::column) {
    diagnostic.message("表中各行 {}，与“{}” {} 相差 {} {}", relation.verdict.formula, total.result.name, total.result.printed, size, total.result.unit);
  } else {
    diagnostic.message("“{}”一行各列 {}，与所写 {} 相差 {} {}", total.result.name, relation.verdict.formula, total.result.printed, size, total.result.unit);
  }
  if (total.culprit && !total.accuses(total.result)) diagnostic.related(total.result.place, "合计");
  for (const Member& part : total.operands) {
    if (total.accuses(part)) continue;
    if (part.sign < 0) diagnostic.related(part.place, "减项");
    else diagnostic.related(part.place, "分项");
  }
  diagnostic.identity(total.identity());
  blame(diagnostic, report, total, report.text("，请核对合计与各项"));
}

}  // namespace

extern const Check table_total_mismatch{
    .code = "table-total-mismatch",
    .summary = "表中的合计必须等于它所加的各行或各列",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
