// Claims without a number: what was spent against the budget or the year before that the sentence or the text tells.

#include <algorithm>
#include <optional>
#include <vector>

#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/mentions.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::PeriodKind;
using facts::Quantity;
using facts::Role;

class ClaimLinker {
 public:
  ClaimLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        if (quantities[i].claim != 0 && quantities[i].cell < 0) link({block, i});
      }
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  // Of the budget, or of the year before.
  static bool is_measure(const Quantity& value, int claimed) {
    if (claimed == 1) return value.basis == Basis::budget || value.basis == Basis::adjusted_budget;
    return value.basis == Basis::previous || value.period.kind == PeriodKind::previous;
  }

  static bool is_stated(const Quantity& value) {
    const bool level = value.role == Role::level || value.role == Role::base || value.role == Role::total;
    return level && value.approximation == Approximation::exact && value.limit == 0 && value.base_quantity < 0 && (value.kind == profile::UnitKind::money || value.kind == profile::UnitKind::count);
  }

  // The last thing that the sentence tells both of, or the first one: 总预算…，支出…，其中…。决算数小于预算数. Only where neither is so,
  // the claim is contradicted.
  void link(QuantityRef last) {
    std::vector<QuantityRef> told = document_.layout->before(last, 0);
    told.insert(told.begin(), last);
    const auto nearest = pair_of(told, last);
    std::reverse(told.begin(), told.end());
    auto first = pair_of(told, last);
    if (!nearest) return;
    if (!first || first->verdict.status == Status::violated) first = nearest;
    if (first->comparison != "=" || first->verdict.status == Status::violated) relations_.push_back(*first);
  }

  std::optional<Relation> pair_of(const std::vector<QuantityRef>& told, QuantityRef last) const {
    const int claim = quantity(last).claim, claimed = quantity(last).claimed;
    std::optional<QuantityRef> spent, measure;
    for (const QuantityRef ref : told) {
      const Quantity& value = quantity(ref);
      if (!is_stated(value)) continue;
      const bool plain = basis_class(value.basis) == 0 && value.period.kind != PeriodKind::previous;
      if (!measure && is_measure(value, claimed)) measure = ref;
      else if (!spent && plain) spent = ref;
    }
    if (!spent || !measure) return std::nullopt;
    const Quantity &value = quantity(*spent), &other = quantity(*measure);
    if (!same_measure(value, other) || value.exponent != other.exponent || of_other_things(value, other)) return std::nullopt;
    if (claim == 3 && value.number.places() != other.number.places()) return std::nullopt;
    Relation relation;
    relation.kind = RelationKind::comparison;
    relation.comparison = claim == 1 ? ">" : claim == -1 ? "<" : claim == 3 ? "=" : "<=";
    relation.result = *spent;
    relation.operands = {{*measure, 1}};
    relation.verdict = judge(document_, relation);
    return relation;
  }

  // 基本支出…，项目预算…: each has a name of its own
  bool of_other_things(const Quantity& a, const Quantity& b) const {
    const auto names = [&](const Quantity& value) { return value.indicator != profile::no_concept && !document_.lexicon->vocabulary().concepts[value.indicator].generic; };
    if (names(a) && names(b)) return a.indicator != b.indicator;
    return !a.qualifier.empty() && !b.qualifier.empty() && a.qualifier != b.qualifier;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
};

}  // namespace

void link_claims(const DocumentView& document, std::vector<Relation>& relations) { ClaimLinker(document, relations).run(); }

}  // namespace gouji::relations
