// section-empty: below every heading something is told, and "none" only where it is an answer.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const SectionSubject& section, Collector& report) {
  if (section.body == parts::BodyKind::empty && (section.is_part || section.level == 1)) {
    report.at(section.heading).message("“{}”下面没有内容，请补写", section.printed).identity(section.printed);
  } else if (section.body == parts::BodyKind::none && section.is_part && !section.none_is_answer) {
    report.at(section.answer).message("“{}”不能只写没有，请写明具体内容", section.printed).related(section.heading, "这一部分").identity(section.printed + "/none");
  }
}

}  // namespace

extern const Check section_empty{
    .code = "section-empty",
    .summary = "标题下面应当有内容，不能用“无”代替的部分不能只写“无”",
    .severity = Severity::warning,
    .run = on_section(run),
};

}  // namespace gouji::checks
