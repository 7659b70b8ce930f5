// score-mismatch: scores and weights add up to their totals, a score is within its weight, execution scores by its rate.

#include "checks/blame.h"
#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const RelationSubject& score, Collector& report) {
  const relations::Relation& relation = *score.relation;
  if (!score.violated() || score.result.kind != profile::UnitKind::score) return;
  const std::string& difference = relation.verdict.difference;
  const std::string size = difference.front() == '-' ? difference.substr(1) : difference;
  if (relation.kind == relations::RelationKind::column || relation.kind == relations::RelationKind::row) {
    auto diagnostic = report.at(score.place(score.result));
    diagnostic.severity(score.severity())
        .message("各项 {}，与“{}” {} 相差 {} 分", relation.verdict.formula, score.result.name, score.result.printed, size)
        .identity(score.identity());
    if (score.culprit && !score.accuses(score.result)) diagnostic.related(score.result.place, "总分");
    for (const Member& part : score.operands) {
      if (!score.accuses(part)) diagnostic.related(part.place, "分项");
    }
    blame(diagnostic, report, score, report.text("，请核对总分与各项分数"));
  } else if (relation.kind == relations::RelationKind::comparison && relation.table) {
    report.at(score.result.place)
        .severity(score.severity())
        .message("“{}”得分 {} 超过分值 {}，请核对", score.result.name, score.result.printed, score.operands[0].printed)
        .related(score.operands[0].place, "分值")
        .identity(score.identity());
  } else if (relation.kind == relations::RelationKind::score) {
    auto diagnostic = report.at(score.place(score.result));
    diagnostic.severity(score.severity()).message("按执行率计算应得 {}，所写得分为 {}", relation.verdict.formula, score.result.printed).identity(score.identity());
    if (score.culprit && !score.accuses(score.result)) diagnostic.related(score.result.place, "得分");
    if (!score.accuses(score.operands[0])) diagnostic.related(score.operands[0].place, "分值");
    if (!score.accuses(score.operands[1])) diagnostic.related(score.operands[1].place, "执行率");
    blame(diagnostic, report, score, report.text("，请核对得分，或写明评分规则"));
  }
}

}  // namespace

extern const Check score_mismatch{
    .code = "score-mismatch",
    .summary = "得分之和必须等于总分，得分不超过分值，执行率得分按比例计算",
    .severity = Severity::error,
    .run = on_relation(run),
};

}  // namespace gouji::checks
