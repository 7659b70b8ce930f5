// Targets: 完成注册 2102 人，超出目标任务 2000 人; 支出 2.86 万元，控制在预算 3.20 万元以内.

#include "relations/goals.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;

class TargetLinker {
 public:
  TargetLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), goals_(document) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto count = static_cast<std::uint32_t>(document_.blocks[block].facts->quantities.size());
      for (std::uint32_t i = 1; i < count; ++i) link({block, i});
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void link(QuantityRef target) {
    const QuantityRef stated{target.block, target.ordinal - 1};
    const Quantity& value = quantity(target);
    const bool usable = quantity(stated).approximation == Approximation::exact && quantity(stated).role != Role::change && quantity(stated).role != Role::detail;
    if (!usable || value.role == Role::change || !same_measure(quantity(stated), value)) return;
    const bool of_goal = value.limit != 0 ? value.basis == Basis::target : value.role == Role::base && value.basis == Basis::target;
    const auto goal = of_goal ? goals_.of(stated) : std::nullopt;
    const bool usable_goal = goal && *goal != target && *goal != stated;
    if (usable_goal && value.limit == 1 && exceeds_by(stated, *goal, target)) return;
    if (value.limit != 0) compare(stated, target);
    if (usable_goal) restate(*goal, target);
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

  void compare(QuantityRef stated, QuantityRef target) {
    const int limit = quantity(target).limit;
    Relation relation;
    relation.kind = RelationKind::comparison;
    relation.comparison = limit == 1 ? ">" : limit == -1 ? "<" : "<=";
    relation.result = stated;
    relation.operands = {{target, 1}};
    relation.proof = true;
    relation.verdict = judge(document_, relation);
    relations_.push_back(relation);
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
  Goals goals_;
};

}  // namespace

void link_targets(const DocumentView& document, std::vector<Relation>& relations) { TargetLinker(document, relations).run(); }

}  // namespace gouji::relations
