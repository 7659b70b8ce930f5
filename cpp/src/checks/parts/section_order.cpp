// section-order: the parts of a report stand in the order of its family.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const PartSubject& part, Collector& report) {
  if (part.state != parts::PartState::displaced) return;
  auto diagnostic = report.at(part.heading);
  diagnostic.severity(part.importance == profile::Importance::info ? Severity::info : Severity::warning).identity(part.title);
  if (part.follows.empty()) {
    diagnostic.message("“{}”的位置不对，应当是第一部分，请调整次序", part.printed);
  } else {
    diagnostic.message("“{}”的位置不对，应当紧接“{}”之后，请调整次序", part.printed, part.follows).related(part.follows_place, "应排在这一部分之后");
  }
}

}  // namespace

extern const Check section_order{
    .code = "section-order",
    .summary = "各部分应当按该类报告规定的次序排列",
    .severity = Severity::warning,
    .run = on_part(run),
};

}  // namespace gouji::checks
