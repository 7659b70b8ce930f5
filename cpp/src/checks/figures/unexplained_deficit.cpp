// unexplained-deficit: spending above income is covered by something that the text names.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& cover, Collector& report) {
  const relations::Relation& relation = *cover.relation;
  const bool covers = relation.kind == relations::RelationKind::comparison && relation.because == relations::Because::identity && !relation.quota && !relation.table;
  if (!covers || !cover.violated()) return;
  const Member& income = cover.operands[0];
  report.at(cover.result.place)
      .message("{} {} 大于{} {}，多出的 {} {} 没有写明来源（如年初结转），请说明", cover.result.name, cover.result.printed, income.name, income.printed, relation.verdict.difference, cover.result.unit)
      .related(income.place, "收入")
      .identity(cover.identity());
}

}  // namespace

extern const Check unexplained_deficit{
    .code = "unexplained-deficit",
    .summary = "支出大于收入时应当写明差额的来源",
    .severity = Severity::info,
    .run = on_relation(run),
};

}  // namespace gouji::checks
