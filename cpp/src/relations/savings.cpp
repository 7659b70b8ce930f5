// What was saved of a plan: 计划310万元，成交287万元，节约23万元; 8.40万元，低于9.50万元的预算，节约1.10万元.

#include <algorithm>

#include "relations/flow_words.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;

class SavingLinker {
 public:
  SavingLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout) {
    for (const Relation& relation : relations) {
      const bool told = relation.kind == RelationKind::balance || (relation.kind == RelationKind::change && relation.verdict.status != Status::violated);
      if (told) told_.push_back(relation.result);
    }
    std::sort(told_.begin(), told_.end());
  }

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 2; i < quantities.size(); ++i) {
        const Quantity& value = quantities[i];
        const bool measured = value.kind == profile::UnitKind::money || value.kind == profile::UnitKind::count;
        const bool saved = measured && value.role == Role::change && value.direction < 0 && value.against.empty() && value.step == 0 && value.cell < 0 && value.approximation == Approximation::exact;
        if (saved && !std::binary_search(told_.begin(), told_.end(), QuantityRef{block, i})) link({block, i});
      }
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  static bool is_planned(const Quantity& value) { return value.basis == Basis::budget || value.basis == Basis::adjusted_budget || value.basis == Basis::target || value.allotted || value.limit != 0; }

  // The plan and what was spent stand before it in its sentence, in any order; where nothing else does, they are certain.
  void link(QuantityRef saving) {
    std::vector<QuantityRef> before;
    for (const QuantityRef ref : layout_.before(saving, 0)) {
      const Quantity& value = quantity(ref);
      const bool exact = value.approximation == Approximation::exact || value.limit != 0;   // 低于14万元的控制数
      if (same_measure(value, quantity(saving)) && exact && value.step == 0 && (is_stock(value) || value.role == Role::base)) before.push_back(ref);
    }
    if (before.size() < 2) return;
    const bool turned = is_planned(quantity(before[0]));
    if (turned == is_planned(quantity(before[1]))) return;
    Relation relation;
    relation.kind = RelationKind::balance;
    relation.result = saving;
    relation.operands = {{before[turned ? 0 : 1], 1}, {before[turned ? 1 : 0], -1}};
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status != Status::violated || before.size() == 2) relations_.push_back(std::move(relation));
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
  std::vector<QuantityRef> told_;   // results of balances and changes, in order
};

}  // namespace

void link_savings(const DocumentView& document, std::vector<Relation>& relations) { SavingLinker(document, relations).run(); }

}  // namespace gouji::relations
