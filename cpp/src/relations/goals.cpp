// Matches results with goals by the words around both.

#include "relations/goals.h"

#include <algorithm>
#include <functional>

#include "facts/cues.h"
#include "facts/label.h"
#include "relations/layout.h"
#include "relations/match.h"
#include "relations/memory.h"

namespace gouji::relations {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;

namespace {

constexpr std::size_t longest_noun = 8;   // units of the noun behind a counter
constexpr std::size_t shortest_words = 2;
constexpr std::size_t longest_lead = 24;  // units of the words that say that goals follow
constexpr std::size_t pairs_of_only = 2;  // that a result has in common with the only goal of its unit

// Pairs of neighbouring characters that both have.
std::size_t common_pairs(std::u16string_view a, std::u16string_view b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) count += b.find(a.substr(i, 2)) != std::u16string_view::npos ? 1 : 0;
  return count;
}

bool is_like(std::size_t pairs, std::size_t shorter) { return pairs > 0 && 2 * pairs + 1 >= shorter; }

}  // namespace

Goals::Goals(const DocumentView& document) : document_(document), among_goals_(document.blocks.size()) {
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    if (document.blocks[block].facts->quantities.empty()) continue;
    if (!document.memory) {
      read(block, goals_);
      continue;
    }
    const auto& found = document.memory->value_of<std::vector<Goal>>(Reading::goals, block, [&] {
      std::vector<Goal> goals;
      read(block, goals);
      return goals;
    });
    goals_.insert(goals_.end(), found.begin(), found.end());
  }
}

void Goals::read(std::uint32_t block, std::vector<Goal>& goals) const {
  const auto& quantities = document_.blocks[block].facts->quantities;
  for (std::uint32_t i = 0; i < quantities.size(); ++i) {
    const Quantity& value = quantities[i];
    const bool stated = value.role == Role::level || value.role == Role::rate || value.role == Role::total;
    const bool exact = value.approximation != Approximation::about;
    const bool set = value.basis == Basis::target || ((value.basis == Basis::unknown || value.basis == Basis::actual) && (stands_among_goals(block) || is_set_out({block, i})));
    if (!set || value.limit != 0 || !stated || !exact) continue;
    Goal goal{{block, i}, words_of({block, i})};
    if (goal.words.size() >= shortest_words) goals.push_back(std::move(goal));
  }
}

std::uint64_t Goals::fingerprint() const {
  std::uint64_t hash = 1;
  for (const Goal& goal : goals_) hash = mixed(mixed(hash, static_cast<std::uint64_t>(goal.ref.block) << 32 | goal.ref.ordinal), std::hash<std::u16string>()(goal.words));
  return hash;
}

bool Goals::stands_among_goals(std::uint32_t block) const {
  note_looks(block);
  std::optional<bool>& known = among_goals_[block];
  if (!known) known = says_that_goals_follow(block) || stands_below_goals(block);
  return *known;
}

// The answer is kept, and whoever asks again looks at the block and its heading again.
void Goals::note_looks(std::uint32_t block) const {
  const int heading = document_.outline->heading_of_block[block];
  document_.blocks.note(block);
  if (heading >= 0) document_.blocks.note(document_.outline->headings[static_cast<std::size_t>(heading)].block);
}

// 年度目标为：…
bool Goals::says_that_goals_follow(std::uint32_t block) const {
  constexpr std::u16string_view leads[]{u"目标为", u"目标是", u"目标:", u"年度指标为", u"任务为", u"任务是", u"任务:"};
  const auto& words = document_.blocks[block].block->folded;
  if (!words.contains(u"目标") && !words.contains(u"任务") && !words.contains(u"指标为")) return false;
  return std::any_of(std::begin(leads), std::end(leads), [&](std::u16string_view lead) { return words.contains(lead) && words.find(lead) < longest_lead; });
}

// Below 年度重点工作: what is to be done.
bool Goals::stands_below_goals(std::uint32_t block) const {
  const int heading = document_.outline->heading_of_block[block];
  if (heading < 0) return false;
  const syntax::Block& title = *document_.blocks[document_.outline->headings[static_cast<std::size_t>(heading)].block].block;
  const auto words = title.title_words();
  return words.ends_with(u"重点工作") || words.ends_with(u"工作任务") || words.ends_with(u"目标") || words.ends_with(u"目标设定") || words.ends_with(u"目标设定情况");
}

// 年度目标为：…; 计划建成公园12处，改造步道5200米; 办理案件420件以上，…不低于92%: what a sentence sets out as a whole.
bool Goals::is_set_out(QuantityRef ref) const {
  const auto& quantities = document_.blocks[ref.block].facts->quantities;
  const Quantity& goal = document_.quantity(ref);
  const bool bound = goal.role == Role::rate && goal.approximation != Approximation::exact;   // 满意度不低于90%
  if ((goal.role != Role::level && !bound) || goal.cell >= 0) return false;
  std::size_t bounds = 0, goals = 0;
  bool rated = false;   // 满意度92%: perhaps what was reached
  for (std::uint32_t i = 0; i < quantities.size(); ++i) {
    if (document_.layout->sentence({ref.block, i}) != document_.layout->sentence(ref)) continue;
    const Quantity& value = quantities[i];
    const bool result = value.role == Role::change || value.role == Role::share || value.role == Role::base || value.basis == Basis::actual || value.limit != 0 || !value.against.empty();
    if (result) return false;
    rated = rated || (value.role == Role::rate && value.approximation == Approximation::exact && value.basis != Basis::target);
    bounds += value.approximation == Approximation::at_least || value.approximation == Approximation::at_most ? 1 : 0;
    const bool planned = document_.lexicon->prefix(value.label, profile::WordClass::target) != nullptr;   // 计划建成公园12处
    goals += (i < ref.ordinal && value.basis == Basis::target) || (i <= ref.ordinal && planned) ? 1 : 0;
  }
  return goals > 0 || (!rated && (bounds >= 2 || (bounds > 0 && leads_with_goal(ref.block))));
}

// （四）部门整体支出绩效目标。…
bool Goals::leads_with_goal(std::uint32_t block) const {
  const syntax::Block& text = *document_.blocks[block].block;
  auto words = text.folded.slice(text.content, longest_lead);
  words = facts::trim(words.substr(0, words.find_first_of(u":。")));
  while (words.ends_with(u"为") || words.ends_with(u"是")) words.remove_suffix(1);
  return document_.lexicon->suffix(words, profile::WordClass::target) != nullptr;
}

std::u16string Goals::words_of(QuantityRef ref) const {
  const Quantity& quantity = document_.quantity(ref);
  std::u16string words = facts::content_words(quantity.label, *document_.lexicon);
  if (quantity.kind == profile::UnitKind::count) words += facts::content_words(std::u16string_view(quantity.after).substr(0, longest_noun), *document_.lexicon);
  if (words.size() < shortest_words) words += quantity.topic;
  return words;
}

Goals::Match Goals::of(QuantityRef result, std::optional<QuantityRef> stated) const {
  const std::u16string words = words_of(result);
  if (words.size() < shortest_words) return {};
  const auto agrees = [&](const Goal& goal) { return stated && document_.quantity(goal.ref).value() == document_.quantity(*stated).value(); };
  const Goal* best = nullptr;
  std::size_t most = 0;
  bool tied = false;
  for (const Goal& goal : goals_) {
    if (goal.ref == result || !same_measure(document_.quantity(goal.ref), document_.quantity(result))) continue;
    const std::size_t pairs = common_pairs(words, goal.words);
    if (!is_like(pairs, std::min(words.size(), goal.words.size())) || pairs < most) continue;
    const bool as_like = best && pairs == most && document_.quantity(best->ref).value() != document_.quantity(goal.ref).value();
    tied = pairs > most ? false : (tied || as_like);
    if (!best || pairs > most || (as_like && agrees(goal))) best = &goal;
    most = pairs;
  }
  if (!best || (tied && !agrees(*best))) return {};
  const auto of_unit = std::count_if(goals_.begin(), goals_.end(), [&](const Goal& goal) { return same_measure(document_.quantity(goal.ref), document_.quantity(result)); });
  const bool only = of_unit == 1 && !is_percentage(document_.quantity(result)) && most >= pairs_of_only;   // 抽检食品1486批次: the one goal that counts 批次
  return {best->ref, true, only || (!tied && (words.find(best->words) != std::u16string::npos || best->words.find(words) != std::u16string::npos))};
}

}  // namespace gouji::relations
