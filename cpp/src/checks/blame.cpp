// Words for slips, culprits and candidates.

#include "checks/blame.h"

#include <algorithm>

namespace gouji::checks {
namespace {

using relations::Slip;

std::string slip_name(const Collector& report, Slip slip) {
  switch (slip) {
    case Slip::digit: return report.text("一个数字写错");
    case Slip::transposed: return report.text("相邻数字颠倒");
    case Slip::dropped: return report.text("漏写一个数字");
    case Slip::inserted: return report.text("多写一个数字");
    case Slip::point: return report.text("小数点移位");
    case Slip::unit: return report.text("单位写错");
    case Slip::base: return report.text("分母用错");
    case Slip::none: break;
  }
  return {};
}

// 基本支出 92.18; where the text has no name for it, 所写 66%
std::string figure(const Collector& report, const Member& member) { return member.name.empty() ? report.text("所写 {}{}", member.printed, member.unit) : fmt::format("{} {}", member.name, member.printed); }

std::string of_culprit(const Collector& report, const Suspect& suspect) {
  const Member& here = suspect.mentions.front();
  const std::string wrong = figure(report, here), right = here.name.empty() ? suspect.needed + here.unit : suspect.needed;
  if (suspect.slip == Slip::none) return report.text("；{} 与其他各处不符：应为 {}", wrong, right);
  if (suspect.slip == Slip::base) return report.text("；{} 疑为分母用错（除以了{}）：应为 {}", wrong, suspect.base, right);
  return report.text("；{} 疑为{}：应为 {}", wrong, slip_name(report, suspect.slip), right);
}

std::string of_candidates(const Collector& report, const RelationSubject& subject) {
  std::string text;
  for (const Suspect& suspect : subject.candidates) {
    const Member& here = suspect.mentions.front();
    if (!text.empty()) text += report.text("，或");
    text += report.text("{} 应为 {}", figure(report, here), here.name.empty() ? suspect.needed + here.unit : suspect.needed);
    if (!suspect.formula.empty()) text += report.text("（{}）", suspect.formula);
  }
  return report.text("；如果只错一处，可能是{}", text);
}

// The result of the relation, or a figure of it that is not accused itself.
Place place_of(const RelationSubject& other, const Suspect& culprit) {
  const auto accused = [&](const Member& member) { return std::any_of(culprit.mentions.begin(), culprit.mentions.end(), [&](const Member& mention) { return mention.place == member.place; }); };
  if (!accused(other.result)) return other.result.place;
  const auto free = std::find_if_not(other.operands.begin(), other.operands.end(), accused);
  return free == other.operands.end() ? other.result.place : free->place;
}

}  // namespace

Differing differing(const RelationSubject& restated) {
  const auto& later = restated.operands;
  const auto differs = std::find_if(later.begin(), later.end(), [](const Member& mention) { return !mention.agrees; });
  const auto accused = std::find_if(later.begin(), later.end(), [&](const Member& mention) { return restated.accuses(mention); });
  const Member& other = differs == later.end() ? later.front() : *differs;   // of a violated one some mention differs
  if (restated.accuses(restated.result)) return {&restated.result, &other, true};
  return {accused == later.end() ? &other : &*accused, &restated.result, false};
}

void blame(diagnostic::Builder& diagnostic, const Collector& report, const RelationSubject& subject, const std::string& advice) {
  if (subject.culprit) {
    const Suspect& culprit = *subject.culprit;
    diagnostic.append(of_culprit(report, culprit));
    for (std::size_t i = 1; i < culprit.mentions.size(); ++i) diagnostic.related(culprit.mentions[i].place, "同样写错的另一处");
    if (!culprit.edits.empty()) diagnostic.fix(culprit.edits, "改为“{}”", culprit.needed);
  } else if (!subject.candidates.empty()) {
    diagnostic.append(of_candidates(report, subject));
  } else {
    diagnostic.append(advice);
  }
  for (const RelationSubject& other : subject.others) {
    const Place place = subject.culprit ? place_of(other, *subject.culprit) : other.result.place;
    diagnostic.related(place, "同时不符：{}", other.relation->verdict.formula);
  }
}

}  // namespace gouji::checks
