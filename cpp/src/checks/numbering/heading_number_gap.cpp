// heading-number-gap: sibling headings are numbered without gaps.

#include "checks/check.h"
#include "text/text.h"

namespace gouji::checks {
namespace {

void run(const SiblingsSubject& siblings, Collector& report) {
  for (std::size_t i = 1; i < siblings.headings.size(); ++i) {
    const SiblingHeading& heading = siblings.headings[i];
    if (heading.fault != syntax::NumberingFault::gap) continue;
    const std::string expected = text::to_utf8(syntax::marker_label(heading.style, heading.expected));
    report.at(heading.label)
        .message("标题编号从“{}”跳到“{}”，中间缺少“{}”，请补上缺少的部分或重新编号", siblings.headings[i - 1].printed, heading.printed, expected)
        .related(siblings.headings[i - 1].label, "上一个同级标题")
        .fix("改为“" + expected + "”", {{heading.label, expected}})
        .identity(heading.printed + heading.title);
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
