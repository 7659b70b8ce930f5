// count-mismatch: an announced number of things equals the number of things that are listed.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& count, Collector& report) {
  if (count.relation->kind != relations::RelationKind::count || !count.violated()) return;
  auto diagnostic = report.at(count.result.place);
  diagnostic.severity(count.severity())
      .message("写明 {}{}，实际列出 {} 项，请核对数目或补齐所列内容", count.result.printed, count.result.unit, count.items.size())
      .identity(count.identity());
  for (const ListedThing& item : count.items) diagnostic.related(item.place, "所列一项");
}

}  // namespace

extern const Check count_mismatch{
    .code = "count-mismatch",
    .summary = "写明的数目必须等于实际列出的项数",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
