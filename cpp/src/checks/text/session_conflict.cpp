// session-conflict: one event has one ordinal.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const SignalsSubject& sessions, Collector& report) {
  if (sessions.kind != facts::SignalKind::session) return;
  for (std::size_t i = 1; i < sessions.members.size(); ++i) {
    const SignalMember& first = sessions.members.front();
    const SignalMember& other = sessions.members[i];
    const bool years_differ = first.year != 0 && other.year != 0 && first.year != other.year;  // an event of each year
    if (other.number == first.number || years_differ) continue;
    report.at(other.place)
        .message("同一活动前后届次不同：“{}”与“{}”，请核对", first.printed, other.printed)
        .related(first.place, "前文所写")
        .identity(first.printed + "|" + other.printed);
  }
}

}  // namespace

extern const Check session_conflict{
    .code = "session-conflict",
    .summary = "同一活动的届次前后应当一致",
    .severity = Severity::info,
    .run = on_signals(run),
};

}  // namespace gouji::checks
