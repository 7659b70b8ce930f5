// Runs all linkers and keeps one relation for each set of members.

#include <algorithm>
#include <numeric>
#include <tuple>

#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/mentions.h"
#include "relations/values.h"

namespace gouji::relations {

std::vector<Relation> link(const DocumentView& view) {
  const Mentions mentions(view);
  const Layout layout(view);
  const Values values(view);
  DocumentView document = view;
  document.values = &values;
  document.mentions = &mentions;
  document.layout = &layout;
  std::vector<Relation> relations;
  link_tables(document, relations);
  link_lists(document, relations);
  link_sum_ups(document, relations);
  link_identities(document, relations);
  link_columns(document, relations);
  link_rows(document, relations);
  link_named_rows(document, relations);
  link_shares(document, relations);
  link_wholes(document, relations);
  link_changes(document, relations);
  link_rates(document, relations);
  link_remainders(document, relations);
  link_flows(document, relations);
  link_leftovers(document, relations);
  link_section_balances(document, relations);
  link_net_changes(document, relations);
  link_products(document, relations);
  link_priced_items(document, relations);
  link_restatements(document, relations);
  link_unit_brackets(document, relations);
  link_counts(document, relations);
  link_counts_above(document, relations);
  link_sum_counts(document, relations);
  link_holdings(document, relations);
  link_targets(document, relations);
  link_echoes(document, relations);
  std::vector<std::size_t> order(relations.size());   // of results; relations themselves are large
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::tie(relations[a].result, relations[a].kind) < std::tie(relations[b].result, relations[b].kind); });
  std::vector<Relation> kept;
  kept.reserve(relations.size());
  std::vector<std::vector<QuantityRef>> seen;   // members of the relations of one result and kind
  for (const std::size_t i : order) {
    Relation& relation = relations[i];
    if (kept.empty() || kept.back().result != relation.result || kept.back().kind != relation.kind) seen.clear();
    std::vector<QuantityRef> members;
    members.reserve(relation.operands.size());
    for (const Operand& operand : relation.operands) members.push_back(operand.quantity);
    if (relation.kind != RelationKind::share) std::sort(members.begin(), members.end());
    if (std::find(seen.begin(), seen.end(), members) != seen.end()) continue;
    seen.push_back(std::move(members));
    kept.push_back(std::move(relation));
  }
  return kept;
}

}  // namespace gouji::relations
