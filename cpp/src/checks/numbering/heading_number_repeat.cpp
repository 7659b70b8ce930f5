// heading-number-repeat: no two sibling headings carry one number; a restart is a repeat.

#include "checks/check.h"
#include "checks/renumber.h"

namespace gouji::checks {
namespace {

void run(const SiblingsSubject& siblings, Collector& report) {
  for (std::size_t i = 1; i < siblings.headings.size(); ++i) {
    const SiblingHeading& heading = siblings.headings[i];
    if (heading.fault != syntax::NumberingFault::repeat) continue;
    const std::string expected = label_like(heading, heading.expected);
    report.at(heading.label)
        .message("标题编号“{}”排在“{}”之后，编号重复或倒退，按顺序应为“{}”", heading.printed, siblings.headings[i - 1].printed, expected)
        .related(siblings.headings[i - 1].label, "上一个同级标题")
        .fix(renumber(siblings.headings, i, heading.expected), "改为“{}”", expected)
        .identity(heading.printed + heading.title);
  }
}

}  // namespace

extern const Check heading_number_repeat{
    .code = "heading-number-repeat",
    .summary = "同级标题的编号不得重复或倒退",
    .severity = Severity::error,
    .run = on_siblings(run),
};

}  // namespace gouji::checks
