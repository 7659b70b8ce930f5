// heading-number-gap: sibling headings are numbered without gaps.

#include "checks/check.h"
#include "checks/renumber.h"

namespace gouji::checks {
namespace {

void run(const SiblingsSubject& siblings, Collector& report) {
  for (std::size_t i = 0; i < siblings.headings.size(); ++i) {
    const SiblingHeading& heading = siblings.headings[i];
    if (heading.fault != syntax::NumberingFault::gap) continue;
    const std::string expected = label_like(heading, heading.expected);
    auto diagnostic = report.at(heading.label);
    diagnostic.fix(renumber(siblings.headings, i, heading.expected), "改为“{}”", expected).identity(heading.printed + heading.title);
    if (i == 0) {
      diagnostic.message("这一级标题从“{}”开始，前面缺少“{}”，请补上缺少的部分或重新编号", heading.printed, expected);
    } else {
      diagnostic.message("标题编号从“{}”跳到“{}”，中间缺少“{}”，请补上缺少的部分或重新编号", siblings.headings[i - 1].printed, heading.printed, expected)
          .related(siblings.headings[i - 1].label, "上一个同级标题");
    }
  }
  for (const UnnumberedHeading& heading : siblings.unnumbered) {
    const std::string expected = label_like(siblings.headings.front(), heading.number);
    Place before = heading.title;
    before.range.end = before.range.begin;
    report.at(heading.title)
        .message("“{}”没有编号，按同级标题的顺序应为“{}”，请补上编号", heading.printed, expected)
        .related(heading.sibling, "同级标题")
        .fix({{before, expected}}, "补上“{}”", expected)
        .identity(heading.printed);
  }
}

}  // namespace

extern const Check heading_number_gap{
    .code = "heading-number-gap",
    .summary = "同级标题的编号必须连续",
    .severity = Severity::error,
    .run = on_siblings(run),
};

}  // namespace gouji::checks
