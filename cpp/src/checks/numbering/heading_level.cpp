// heading-level: a heading below another one is not numbered in that one's style.

#include <algorithm>

#include "checks/check.h"
#include "text/text.h"

namespace gouji::checks {
namespace {

using syntax::MarkerStyle;

void run(const SiblingsSubject& siblings, Collector& report) {
  const SiblingHeading& first = siblings.headings.front();
  if (first.fault != syntax::NumberingFault::nested) return;
  auto diagnostic = report.at(first.label);
  diagnostic
      .message("下级标题“{}{}”使用了上级标题的编号形式，从“{}”重新开始，请改用下一级编号", first.printed, first.title, first.printed)
      .identity(first.printed + first.title);
  const MarkerStyle style = syntax::level_below(std::max(first.style, siblings.parent_style));   // below the heading it stands under
  bool simple = style != MarkerStyle::none;
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < siblings.headings.size(); ++i) {
    const SiblingHeading& heading = siblings.headings[i];
    if (i > 0) diagnostic.related(heading.label, "同一组下级标题");
    simple = simple && !heading.has_children;  // headings below it would stand on its new level
    edits.push_back({heading.label, text::to_utf8(syntax::marker_label(style, heading.number))});
  }
  if (simple) diagnostic.fix(std::move(edits), "改用“{}”一级的编号", text::to_utf8(syntax::marker_label(style, 1)));
}

}  // namespace

extern const Check heading_level{
    .code = "heading-level",
    .summary = "下级标题不得使用上级标题的编号形式",
    .severity = Severity::error,
    .run = on_siblings(run),
};

}  // namespace gouji::checks
