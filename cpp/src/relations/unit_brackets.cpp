// One amount in two units: 合同金额82.56万元（825,600元）; 支出1,358.27万元，即13,582,700元; 总投资2860万元，折合28,600千元.

#include <optional>

#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;

// The bracket behind an amount holds a bare amount of the same measure and nothing else.
bool repeats(const Quantity& outer, const Quantity& inner) {
  const bool bare = inner.label.empty() && inner.after.empty() && inner.approximation == Approximation::exact;
  return bare && outer.approximation == Approximation::exact && same_measure(outer, inner) && outer.printed_unit != inner.printed_unit;
}

// 折合28,600千元; 即1358.27万元: right behind a comma, with no words but those that say that it is the same.
std::optional<QuantityRef> converted(const DocumentView& document, std::uint32_t block, std::size_t i) {
  const auto& elements = document.blocks[block].facts->elements;
  if (i + 2 >= elements.size() || elements[i].kind != ElementKind::quantity || elements[i + 1].kind != ElementKind::comma) return std::nullopt;
  const bool that_is = elements[i + 2].kind == ElementKind::announce_open;
  const std::size_t at = i + (that_is ? 3 : 2);
  if (at >= elements.size() || elements[at].kind != ElementKind::quantity) return std::nullopt;
  const QuantityRef inner{block, static_cast<std::uint32_t>(elements[at].value)};
  const Quantity &a = document.quantity({block, static_cast<std::uint32_t>(elements[i].value)}), &b = document.quantity(inner);
  const bool levels = (a.role == Role::level || a.role == Role::total) && (b.role == Role::level || b.role == Role::total) && a.kind == profile::UnitKind::money;
  const bool exact = a.approximation == Approximation::exact && b.approximation == Approximation::exact && same_measure(a, b) && a.exponent != b.exponent;
  const bool says_so = b.label == u"折" || b.label == u"合" || b.label == u"折合" || (b.label.empty() && (that_is || document.blocks[block].block->folded.contains(u"折合")));
  return levels && exact && says_so && b.limit == 0 ? std::optional(inner) : std::nullopt;
}

void tie(const DocumentView& document, std::vector<Relation>& relations, QuantityRef outer, QuantityRef inner) {
  Relation relation;
  relation.kind = RelationKind::restatement;
  relation.result = outer;
  relation.operands = {{inner, 1}};
  relation.verdict = judge(document, relation);
  relations.push_back(relation);
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
      tie(document, relations, outer, inner);
    }
    for (std::size_t i = 0; i < elements.size(); ++i) {
      if (const auto inner = converted(document, block, i)) tie(document, relations, {block, static_cast<std::uint32_t>(elements[i].value)}, *inner);
    }
  }
}

}  // namespace gouji::relations
