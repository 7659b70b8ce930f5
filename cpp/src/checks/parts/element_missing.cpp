// element-missing: every part states what it must state.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const PartSubject& part, Collector& report) {
  for (const UnstatedElement& element : part.unstated) {
    if (element.importance == profile::Importance::optional) continue;
    auto diagnostic = report.at(element.place);
    const bool info = element.importance == profile::Importance::info;
    diagnostic.severity(info ? Severity::info : part.forced ? Severity::error : Severity::warning).identity(part.title + "/" + element.id);
    if (part.title.empty()) diagnostic.message("全文没有写明{}，请补写", element.name);
    else diagnostic.message("“{}”没有写明{}，请补写", part.printed, element.name);
    if (!element.prompt.empty()) diagnostic.fix({{element.insert, element.prompt}}, "补写{}", element.name);
  }
}

}  // namespace

extern const Check element_missing{
    .code = "element-missing",
    .summary = "各部分应当写明该类报告要求的内容",
    .severity = Severity::warning,
    .run = on_part(run),
};

}  // namespace gouji::checks
