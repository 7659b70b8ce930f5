// Targets: 完成注册 2102 人，超出目标任务 2000 人; 支出 2.86 万元，控制在预算 3.20 万元以内.

#include <algorithm>
#include <optional>

#include "facts/label.h"
#include "relations/amount_finder.h"
#include "relations/goals.h"
#include "relations/linkers.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;

constexpr std::size_t longest_target = 2;   // units of 目标, 任务, where these alone name an amount

class TargetLinker {
 public:
  TargetLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), finder_(document), goals_(*document.goals) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto count = static_cast<std::uint32_t>(document_.blocks[block].facts->quantities.size());
      for (std::uint32_t i = 1; i < count; ++i) link({block, i});
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void link(QuantityRef target) {
    const Quantity& value = quantity(target);
    if (value.role == Role::change || (value.limit == 0 && !tells_target(value))) return;
    const auto stated = stated_before(target);
    if (stated.empty()) return;
    const bool of_goal = value.basis == Basis::target;
    const Goals::Match match = of_goal ? goals_.of(stated.front(), target) : Goals::Match{};
    const bool usable_goal = match.known && match.goal != target && match.goal != stated.front();
    const bool by_how_much = value.limit == 1 && !is_percentage(value) && !value.after.starts_with(u"的");   // 超目标6户, never 高于92%的目标
    if (usable_goal && by_how_much && exceeds_by(stated.front(), match.goal, target)) return;
    if ((value.limit == 1 || value.limit == -1) && !value.after.starts_with(u"的") && is_distance(stated, target)) return;
    if (value.limit != 0) compare(stated, target);
    if (usable_goal) restate(match, target);
  }

  // 完成目标40次的120%; 送文化下乡126场，目标120场
  bool tells_target(const Quantity& value) const {
    if (value.basis != Basis::target) return false;
    return value.role == Role::base || (value.role == Role::level && facts::content_words(value.label, *document_.lexicon).size() <= longest_target && document_.lexicon->suffix(value.label, profile::WordClass::target));
  }

  // 87.6%，较上年的84.9%提高2.7个百分点，高于85%的目标: of what changed
  static bool is_aside(const Quantity& value) { return value.role == Role::change || value.kind == profile::UnitKind::point || (value.role == Role::base && value.limit == 0) || (!value.against.empty() && !value.arrived); }

  // 演出86场，其中送戏62场、展演24场，超过80场的目标: the total, or what stands before the target.
  std::vector<QuantityRef> stated_before(QuantityRef target) const {
    QuantityRef before{target.block, target.ordinal - 1};
    while (before.ordinal > 0 && is_aside(quantity(before)) && finder_.layout().sentence(before) == finder_.layout().sentence(target)) --before.ordinal;
    if (finder_.layout().sentence(before) != finder_.layout().sentence(target)) return {};
    const bool usable = quantity(before).approximation == Approximation::exact && quantity(before).role != Role::change && quantity(before).role != Role::detail;
    if (!usable || !same_measure(quantity(before), quantity(target))) return {};
    std::vector<QuantityRef> stated;
    for (auto whole = finder_.whole_of(before); whole && stated.empty(); whole = finder_.whole_of(*whole)) {
      if (whole->block == target.block && *whole < before && same_measure(quantity(*whole), quantity(target))) stated.push_back(*whole);
    }
    stated.push_back(before);
    return stated;
  }

  // 改造156户，超目标6户: by how much, where the goal is 150.
  bool exceeds_by(QuantityRef stated, QuantityRef goal, QuantityRef excess) {
    Relation relation;
    relation.kind = RelationKind::change;
    relation.result = excess;
    relation.operands = {{stated, 1}, {goal, -1}};
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status != Status::holds || quantity(goal).value() == quantity(excess).value()) return false;
    relations_.push_back(std::move(relation));
    return true;
  }

  // 户均投入1.44万元，低于目标0.11万元: by how much, where the words allow both and an amount so far away is told.
  bool is_distance(const std::vector<QuantityRef>& stated, QuantityRef target) const {
    const Quantity& value = quantity(target);
    for (const QuantityRef each : stated) {
      const bool keeps = value.limit == 1 ? value.value() < quantity(each).value() : quantity(each).value() < value.value();
      if (keeps) continue;
      const auto far = value.limit == 1 ? quantity(each).value() - value.value() : quantity(each).value() + value.value();
      for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
        const auto& quantities = document_.blocks[block].facts->quantities;
        if (std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& other) { return same_measure(other, value) && other.value() == far; })) return true;
      }
    }
    return false;
  }

  static std::string operator_of(int limit) {
    switch (limit) {
      case 1: return ">";
      case 2: return ">=";
      case -1: return "<";
      default: return "<=";
    }
  }

  // Of several amounts that may be meant, one that keeps to the target is.
  void compare(const std::vector<QuantityRef>& stated, QuantityRef target) {
    const int limit = quantity(target).limit;
    std::optional<Relation> first;
    for (const QuantityRef each : stated) {
      Relation relation;
      relation.kind = RelationKind::comparison;
      relation.comparison = operator_of(limit);
      relation.result = each;
      relation.operands = {{target, 1}};
      relation.proof = true;
      relation.verdict = judge(document_, relation);
      if (relation.verdict.status == Status::holds) return relations_.push_back(std::move(relation)), void();
      if (!first) first = relation;
    }
    if (first) relations_.push_back(*first);
  }

  // 完成目标400件的103%: the goal was set elsewhere, of the same thing.
  void restate(const Goals::Match& match, QuantityRef target) {
    const QuantityRef goal = match.goal;
    Relation relation;
    relation.kind = RelationKind::restatement;
    relation.result = std::min(goal, target);
    relation.operands = {{std::max(goal, target), 1}};
    relation.verdict = judge(document_, relation);
    if (match.certain || relation.verdict.status != Status::violated) relations_.push_back(relation);
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  AmountFinder finder_;
  const Goals& goals_;
};

}  // namespace

void link_targets(const DocumentView& document, std::vector<Relation>& relations) { TargetLinker(document, relations).run(); }

}  // namespace gouji::relations
