// Texts that several checks need of their subjects.

#include "checks/subjects.h"

#include <fmt/format.h>

#include "text/text.h"

namespace gouji::checks {

std::string BlockSubject::quote(text::Range range) const { return text::to_utf8(printed.substr(range.begin, range.size())); }

std::string RelationSubject::spelled_sum() const {
  bool units_differ = false;
  for (const Member& member : operands) units_differ = units_differ || member.unit != result.unit;
  std::string text;
  for (const Member& member : operands) {
    if (!text.empty()) text += member.sign < 0 ? " - " : " + ";
    else if (member.sign < 0) text += "-";
    text += fmt::format("{} {}{}", member.name, member.printed, units_differ ? member.unit : "");
  }
  return text;
}

std::string RelationSubject::identity() const {
  std::string text = fmt::format("{}={}", result.name, result.printed);
  for (const Member& member : operands) text += fmt::format("|{}={}", member.name, member.printed);
  return text;
}

}  // namespace gouji::checks
