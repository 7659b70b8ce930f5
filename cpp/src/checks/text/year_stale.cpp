// year-stale: the lead-in and the current figures are of the report's year.

#include <algorithm>

#include "checks/check.h"

namespace gouji::checks {
namespace {

constexpr int farthest = 3;   // years back that a lead-in may have been taken over from

void run(const SignalsSubject& years, Collector& report) {
  const bool evaluated = years.kind == facts::SignalKind::evaluated;
  if ((!evaluated && years.kind != facts::SignalKind::as_of) || years.report_year == 0) return;
  for (const SignalMember& member : years.members) {
    const bool stale = evaluated ? member.before_headings && member.number < years.report_year && member.number >= years.report_year - farthest : member.number == years.report_year - 1;
    if (!stale) continue;
    const bool compared = std::any_of(years.members.begin(), years.members.end(), [&](const SignalMember& other) { return other.place.block == member.place.block && other.number == years.report_year; });
    if (compared) continue;
    report.at(member.place).message("标题是 {} 年的报告，这里写的是 {}，请核对是否沿用了上年的文字", years.report_year, member.printed).identity(member.printed);
  }
}

}  // namespace

extern const Check year_stale{
    .code = "year-stale",
    .summary = "导语和现时数据的年份应当与标题一致",
    .severity = Severity::info,
    .run = on_signals(run),
};

}  // namespace gouji::checks
