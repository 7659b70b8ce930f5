// Matches results with goals by the words around both.

#include "relations/goals.h"

#include <algorithm>

#include "facts/label.h"
#include "relations/match.h"

namespace gouji::relations {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;

namespace {

constexpr std::size_t longest_noun = 8;   // units of the noun behind a counter
constexpr std::size_t shortest_words = 2;
constexpr std::size_t pairs_of_only = 2;  // that a result has in common with the only goal of its unit

// Pairs of neighbouring characters that both have.
std::size_t common_pairs(std::u16string_view a, std::u16string_view b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) count += b.find(a.substr(i, 2)) != std::u16string_view::npos ? 1 : 0;
  return count;
}

bool is_like(std::size_t pairs, std::size_t shorter) { return pairs > 0 && 2 * pairs + 1 >= shorter; }

}  // namespace

Goals::Goals(const DocumentView& document) : document_(document) {
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    const auto& quantities = document.blocks[block].facts->quantities;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      const Quantity& value = quantities[i];
      const bool stated = value.role == Role::level || value.role == Role::rate || value.role == Role::total;
      const bool exact = value.approximation == Approximation::exact || value.approximation == Approximation::at_least || value.approximation == Approximation::at_most;
      const bool set = value.basis == Basis::target || (value.basis == Basis::unknown && stands_among_goals(block));
      if (!set || value.limit != 0 || !stated || !exact) continue;
      Goal goal{{block, i}, words_of({block, i})};
      if (goal.words.size() >= shortest_words) goals_.push_back(std::move(goal));
    }
  }
}

// Below 年度重点工作: what is to be done.
bool Goals::stands_among_goals(std::uint32_t block) const {
  const int heading = document_.outline->heading_of_block[block];
  if (heading < 0) return false;
  const syntax::Block& title = *document_.blocks[document_.outline->headings[static_cast<std::size_t>(heading)].block].block;
  auto words = title.title_words();
  return words.ends_with(u"重点工作") || words.ends_with(u"工作任务") || words.ends_with(u"目标");
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
