// Targets: 完成注册 2102 人，超出目标任务 2000 人; 支出 2.86 万元，控制在预算 3.20 万元以内.

#include <optional>

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

class TargetLinker {
 public:
  TargetLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), finder_(document, relations), goals_(document) {}

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
    if (value.role == Role::change || (value.limit == 0 && (value.role != Role::base || value.basis != Basis::target))) return;
    const auto stated = stated_before(target);
    if (stated.empty()) return;
    const bool of_goal = value.basis == Basis::target;
    const auto goal = of_goal ? goals_.of(stated.front()) : std::nullopt;
    const bool usable_goal = goal && *goal != target && *goal != stated.front();
    if (usable_goal && value.limit == 1 && exceeds_by(stated.front(), *goal, target)) return;
    if (value.limit != 0) compare(stated, target);
    if (usable_goal) restate(*goal, target);
  }

  // 演出86场，其中送戏62场、展演24场，超过80场的目标: the total, or what stands before the target.
  std::vector<QuantityRef> stated_before(QuantityRef target) const {
    const QuantityRef before{target.block, target.ordinal - 1};
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
    relations_.push_back(relation);
    return true;
  }

  // Of several amounts that may be meant, one that keeps to the target is.
  void compare(const std::vector<QuantityRef>& stated, QuantityRef target) {
    const int limit = quantity(target).limit;
    std::optional<Relation> first;
    for (const QuantityRef each : stated) {
      Relation relation;
      relation.kind = RelationKind::comparison;
      relation.comparison = limit == 1 ? ">" : limit == -1 ? "<" : "<=";
      relation.result = each;
      relation.operands = {{target, 1}};
      relation.proof = true;
      relation.verdict = judge(document_, relation);
      if (relation.verdict.status == Status::holds) return relations_.push_back(relation), void();
      if (!first) first = relation;
    }
    if (first) relations_.push_back(*first);
  }

  // 完成目标400件的103%: the goal was set elsewhere, of the same thing.
  void restate(QuantityRef goal, QuantityRef target) {
    Relation relation;
    relation.kind = RelationKind::restatement;
    relation.result = std::min(goal, target);
    relation.operands = {{std::max(goal, target), 1}};
    relation.verdict = judge(document_, relation);
    relations_.push_back(relation);
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  AmountFinder finder_;
  Goals goals_;
};

}  // namespace

void link_targets(const DocumentView& document, std::vector<Relation>& relations) { TargetLinker(document, relations).run(); }

}  // namespace gouji::relations
