// product-mismatch: an amount equals its price or standard times its number.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& product, Collector& report) {
  if (product.relation->kind != relations::RelationKind::product || !product.violated()) return;
  auto diagnostic = report.at(product.place(product.result));
  diagnostic.severity(product.severity()).message("{}，与所写 {}{} 不符", product.relation->verdict.formula, product.result.printed, product.result.unit).identity(product.identity());
  if (product.culprit && !product.accuses(product.result)) diagnostic.related(product.result.place, "参与计算");
  for (const Member& member : product.operands) {
    if (!product.accuses(member)) diagnostic.related(member.place, "参与计算");
  }
  blame(diagnostic, report, product, report.text("，请核对单价、数量与金额"));
}

}  // namespace

extern const Check product_mismatch{
    .code = "product-mismatch",
    .summary = "金额必须等于单价或标准乘以数量，人均数必须等于金额除以人数",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
