// Targets: 完成注册 2102 人，超出目标任务 2000 人; 支出 2.86 万元，控制在预算 3.20 万元以内.

#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {

void link_targets(const DocumentView& document, std::vector<Relation>& relations) {
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    const auto& facts = *document.blocks[block].facts;
    for (std::uint32_t i = 1; i < facts.quantities.size(); ++i) {
      const facts::Quantity& target = facts.quantities[i];
      if (target.limit == 0 || target.role == facts::Role::change) continue;
      const facts::Quantity& stated = facts.quantities[i - 1];
      const bool usable = stated.approximation == facts::Approximation::exact && stated.role != facts::Role::change && stated.role != facts::Role::detail;
      if (!same_measure(stated, target) || !usable) continue;
      Relation relation;
      relation.kind = RelationKind::comparison;
      relation.comparison = target.limit == 1 ? ">" : target.limit == -1 ? "<" : "<=";
      relation.result = {block, i - 1};
      relation.operands = {{{block, i}, 1}};
      relation.proof = true;
      relation.verdict = judge(document, relation);
      relations.push_back(relation);
    }
  }
}

}  // namespace gouji::relations
