// section-missing: a report has every part that its family asks for.

#include <fmt/ranges.h>

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const PartSubject& part, Collector& report) {
  const bool all_below = part.absent_children.size() > 1;
  const bool shown_by_gap = !part.gap_printed.empty();
  if (part.state != parts::PartState::absent && !all_below) return;
  if (part.importance == profile::Importance::optional) return;
  auto diagnostic = report.at(part.place);
  diagnostic.severity(part.severity()).identity(part.title);
  if (all_below) {
    diagnostic.message("“{}”应当分别写明：{}；文中都没有，请补写", part.printed, fmt::join(part.absent_children, report.text("、")));
  } else if (shown_by_gap) {
    diagnostic.message("缺少“{}”，编号也在“{}”之前断开，请在此处补写", part.title, part.gap_printed).related(part.gap, "编号在这里断开");
  } else {
    diagnostic.message("缺少“{}”，应当写在此处，请补写", part.title);
  }
  if (!part.follows.empty()) diagnostic.related(part.follows_place, "应排在“{}”之后", part.follows);
  if (!part.insertion.empty()) diagnostic.fix(part.insertion, "插入“{}”", part.title);
}

}  // namespace

extern const Check section_missing{
    .code = "section-missing",
    .summary = "报告应当包含该类报告要求的每个部分",
    .severity = Severity::warning,
    .run = on_part(run),
};

}  // namespace gouji::checks
