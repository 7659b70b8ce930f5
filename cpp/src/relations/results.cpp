// Results: what was reached against the goals that the report set for itself elsewhere, or in the column beside it.

#include <algorithm>
#include <map>
#include <optional>

#include "facts/label.h"
#include "relations/echo_words.h"
#include "relations/goals.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/mentions.h"
#include "relations/tables.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;

constexpr std::size_t least_name = 3;   // units of a name that a goal and its result share

class ResultLinker {
 public:
  ResultLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), goals_(*document.goals) {}

  void run() {
    link_goals();
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto count = static_cast<std::uint32_t>(document_.blocks[block].facts->quantities.size());
      for (std::uint32_t i = 0; i < count; ++i) link_budget({block, i});
    }
    for (const Table& table : *document_.tables) {
      for (const TablePart& part : table.parts) link_columns(table, part);
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  // Each goal has the result that is the likest to it, and each result one goal.
  void link_goals() {
    std::map<QuantityRef, std::pair<std::size_t, QuantityRef>> best;   // goals of results
    for (const Goals::Goal& goal : goals_.all()) {
      if (quantity(goal.ref).cell >= 0) continue;
      const auto result = result_of(goal);
      if (!result) continue;
      const auto [place, is_new] = best.try_emplace(result->second, result->first, goal.ref);
      if (!is_new && place->second.first < result->first) place->second = {result->first, goal.ref};
    }
    for (const auto& [result, goal] : best) compare(result, goal.second);
  }

  std::optional<std::pair<std::size_t, QuantityRef>> result_of(const Goals::Goal& goal) const {
    std::optional<std::pair<std::size_t, QuantityRef>> best;
    bool tied = false;
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      if (block == goal.ref.block || goals_.stands_among_goals(block)) continue;
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        const QuantityRef ref{block, i};
        if (!same_measure(quantities[i], quantity(goal.ref)) || !is_result(ref, goal.ref)) continue;
        const bool is_exact = quantity(goal.ref).approximation == Approximation::exact;
        if (is_exact && (quantities[i].kind == profile::UnitKind::money || quantities[i].value() == quantity(goal.ref).value())) continue;   // a budget; told again
        const std::size_t likeness = likeness_of(ref, goal);
        if (likeness == 0 || (best && likeness < best->first)) continue;
        tied = best && likeness == best->first && quantities[i].value() != quantity(best->second).value();
        if (!best || likeness > best->first) best = {likeness, ref};
      }
    }
    return tied ? std::nullopt : best;
  }

  bool is_result(QuantityRef ref, QuantityRef goal) const {
    const Quantity& value = quantity(ref);
    const bool stated = value.approximation == Approximation::exact && (value.role == Role::level || value.role == Role::rate || value.role == Role::average);
    const bool done = (value.basis == Basis::unknown || value.basis == Basis::actual) && value.limit == 0 && value.cell < 0 && !value.remainder && !value.complement;
    return stated && done && value.against.empty() && resolved_year(document_, value) == resolved_year(document_, quantity(goal)) && value.label.find(u"预计") == std::u16string::npos;
  }

  // The name that both share, and what else the paragraph of the result says of the goal.
  std::size_t likeness_of(QuantityRef ref, const Goals::Goal& goal) const {
    const std::u16string words = goals_.words_of(ref);
    const std::size_t shorter = std::min(words.size(), goal.words.size());
    const std::size_t common = longest_common(words, goal.words), pairs = common_pairs(goal.words, words);
    const bool contains = common == shorter && common >= least_name;
    const bool alike = pairs >= 3 && 2 * pairs + 1 >= shorter;
    if (!contains && !alike) return 0;
    return 8 * (common + pairs) + std::min<std::size_t>(common_pairs(goal.words, document_.blocks[ref.block].block->folded), 7);
  }

  // 完成126场，为目标120场的105%: the goal is told there again, and a rate compares with it.
  bool is_compared(QuantityRef ref) const {
    return document_.ties->with_result(ref).any([&](const Relation& relation) { return relation.kind == RelationKind::comparison && document_.ties->place_of(relation) < known_; });
  }

  bool is_measured(QuantityRef result, QuantityRef goal) const {
    const auto is_goal = [&](QuantityRef member) { return member != result && same_measure(quantity(member), quantity(goal)) && quantity(member).value() == quantity(goal).value(); };
    return document_.ties->any_with(result, [&](const Relation& relation) {
      if (relation.kind != RelationKind::rate && relation.kind != RelationKind::change) return false;
      return is_goal(relation.result) || std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return is_goal(operand.quantity); });
    });
  }

  void compare(QuantityRef result, QuantityRef goal) {
    if (is_compared(result) || is_measured(result, goal)) return;
    Relation relation;
    relation.kind = RelationKind::comparison;
    relation.comparison = operator_of(quantity(goal));
    relation.result = result;
    relation.operands = {{goal, 1}};
    relation.because = Because::structure;
    relation.table = quantity(result).cell >= 0;
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status != Status::violated) relations_.push_back(std::move(relation));   // who misses a goal need not say so
  }

  static std::string operator_of(const Quantity& goal) {
    switch (goal.approximation) {
      case Approximation::at_most: return "<=";
      case Approximation::under: return "<";
      case Approximation::over: return ">";
      default: return ">=";
    }
  }

  // 指标值 | 实际完成值
  void link_columns(const Table& table, const TablePart& part) {
    const auto& words = document_.lexicon->vocabulary().tables;
    std::optional<std::size_t> planned, reached;
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
      if (!planned && ends_in(part.columns[i].head, words.planned)) planned = i;
      else if (planned && !reached && ends_in(part.columns[i].head, words.reached)) reached = i;
    }
    if (!planned || !reached) return;
    for (std::uint32_t row = part.first; row < part.last; ++row) {
      const auto& cells = table.rows[row].cells;
      if (*reached >= cells.size() || cells[*planned].kind != CellKind::number || cells[*reached].kind != CellKind::number) continue;
      const QuantityRef goal{table.rows[row].block, cells[*planned].ordinal}, result{table.rows[row].block, cells[*reached].ordinal};
      if (same_measure(quantity(goal), quantity(result))) compare(result, goal);
    }
  }

  // 三公经费7.58万元未突破预算: the budget is told elsewhere
  void link_budget(QuantityRef spent) {
    const Quantity& value = quantity(spent);
    const profile::Entry* within = document_.lexicon->prefix(value.after, profile::WordClass::within);
    const bool claims = within && std::u16string_view(value.after).substr(within->word.size()).starts_with(u"预算");
    if (!claims || value.indicator == profile::no_concept || value.kind != profile::UnitKind::money || basis_class(value.basis) != 0) return;
    const MentionKey key = key_of(document_, spent);
    std::optional<QuantityRef> budget;
    for (const QuantityRef mention : document_.mentions->of(value.indicator)) {
      const MentionKey other = key_of(document_, mention);
      if (other.scope != key.scope || other.year != key.year || (other.basis != 1 && other.basis != 2)) continue;
      if (budget && quantity(*budget).value() != quantity(mention).value()) return;   // which of them?
      budget = mention;
    }
    if (!budget || is_compared(spent)) return;
    Relation relation;
    relation.kind = RelationKind::comparison;
    relation.comparison = "<=";
    relation.result = spent;
    relation.operands = {{*budget, 1}};
    relation.verdict = judge(document_, relation);
    relations_.push_back(std::move(relation));
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Goals& goals_;
  std::size_t known_ = relations_.size();   // relations that were found before
};

}  // namespace

void link_results(const DocumentView& document, std::vector<Relation>& relations) { ResultLinker(document, relations).run(); }

}  // namespace gouji::relations
