// Runs all linkers and keeps one relation for each set of members.

#include <algorithm>
#include <set>
#include <tuple>

#include "relations/linkers.h"

namespace gouji::relations {

std::vector<Relation> link(const DocumentView& document) {
  std::vector<Relation> relations;
  link_tables(document, relations);
  link_lists(document, relations);
  link_identities(document, relations);
  link_shares(document, relations);
  link_changes(document, relations);
  link_rates(document, relations);
  link_remainders(document, relations);
  link_products(document, relations);
  link_restatements(document, relations);
  link_unit_brackets(document, relations);
  link_counts(document, relations);
  link_counts_above(document, relations);
  link_sum_counts(document, relations);
  link_holdings(document, relations);
  link_targets(document, relations);
  link_echoes(document, relations);
  std::set<std::tuple<RelationKind, QuantityRef, std::vector<QuantityRef>>> seen;
  std::vector<Relation> kept;
  for (Relation& relation : relations) {
    std::vector<QuantityRef> members;
    for (const Operand& operand : relation.operands) members.push_back(operand.quantity);
    if (relation.kind != RelationKind::share) std::sort(members.begin(), members.end());
    if (seen.emplace(relation.kind, relation.result, std::move(members)).second) kept.push_back(std::move(relation));
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Relation& a, const Relation& b) { return std::tie(a.result, a.kind) < std::tie(b.result, b.kind); });
  return kept;
}

}  // namespace gouji::relations
