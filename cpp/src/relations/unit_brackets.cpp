// One amount in two units: 合同金额82.56万元（825,600元）.

#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::ElementKind;
using facts::Quantity;

// The bracket behind an amount holds a bare amount of the same measure and nothing else.
bool repeats(const Quantity& outer, const Quantity& inner) {
  const bool bare = inner.label.empty() && inner.after.empty() && inner.approximation == Approximation::exact;
  return bare && outer.approximation == Approximation::exact && same_measure(outer, inner) && outer.printed_unit != inner.printed_unit;
}

}  // namespace

void link_unit_brackets(const DocumentView& document, std::vector<Relation>& relations) {
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    const auto& elements = document.blocks[block].facts->elements;
    for (std::size_t i = 0; i + 3 < elements.size(); ++i) {
      const bool bracket = elements[i].kind == ElementKind::quantity && elements[i + 1].kind == ElementKind::open && elements[i + 2].kind == ElementKind::quantity && elements[i + 3].kind == ElementKind::close;
      if (!bracket) continue;
      const QuantityRef outer{block, static_cast<std::uint32_t>(elements[i].value)}, inner{block, static_cast<std::uint32_t>(elements[i + 2].value)};
      if (!repeats(document.quantity(outer), document.quantity(inner))) continue;
      Relation relation;
      relation.kind = RelationKind::restatement;
      relation.result = outer;
      relation.operands = {{inner, 1}};
      relation.verdict = judge(document, relation);
      relations.push_back(relation);
    }
  }
}

}  // namespace gouji::relations
