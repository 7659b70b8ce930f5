// promise-unkept: what a heading or a lead-in announces is told below it.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const SectionSubject& section, Collector& report) {
  if (!section.unkept.empty() && !section.told_as_part && section.body == parts::BodyKind::text) {
    report.at(section.heading).message("标题“{}”说到{}，下文却没有写，请补写或改标题", section.printed, section.unkept).identity(section.printed);
  }
  if (!section.open_colon.range.empty()) {
    report.at(section.open_colon).message("这里说下文将列出内容，后面却没有，请补写或改写这一句").identity(section.printed + "/colon");
  }
}

}  // namespace

extern const Check promise_unkept{
    .code = "promise-unkept",
    .summary = "标题和引导句说要写的内容，下文应当写出",
    .severity = Severity::warning,
    .run = on_section(run),
};

}  // namespace gouji::checks
