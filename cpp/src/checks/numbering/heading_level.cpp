// heading-level: a heading below another one is not numbered in that one's style.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const SiblingsSubject& siblings, Collector& report) {
  const SiblingHeading& first = siblings.headings.front();
  if (first.fault != syntax::NumberingFault::nested) return;
  auto diagnostic = report.at(first.label);
  diagnostic
      .message("下级标题“{}{}”使用了上级标题的编号形式，从“{}”重新开始，请改用下一级编号", first.printed, first.title, first.printed)
      .identity(first.printed + first.title);
  for (std::size_t i = 1; i < siblings.headings.size(); ++i) diagnostic.related(siblings.headings[i].label, "同一组下级标题");
}

}  // namespace

extern const Check heading_level{
    .code = "heading-level",
    .summary = "下级标题不得使用上级标题的编号形式",
    .severity = Severity::error,
    .run = on_siblings(run),
};

}  // namespace gouji::checks
