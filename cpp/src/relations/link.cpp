// Runs all linkers and keeps one relation for each set of members.

#include <algorithm>
#include <numeric>
#include <utility>

#include "relations/goals.h"
#include "relations/layout.h"
#include "relations/ledger.h"
#include "relations/linkers.h"
#include "relations/memory.h"
#include "relations/mentions.h"
#include "relations/ties.h"
#include "relations/values.h"
#include "relations/verdict.h"

namespace gouji::relations {

namespace {

/// One relation for each set of members, by result and kind; the first one stays.
std::vector<Relation> without_repeats(std::vector<Relation> relations) {
  std::vector<std::size_t> order(relations.size());   // of results; relations themselves are large
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t i) { return std::pair(relations[i].result, relations[i].kind); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  std::vector<Relation> kept;
  kept.reserve(relations.size());
  std::vector<std::vector<QuantityRef>> seen;   // members of the relations of one result and kind
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && key(order[end]) == key(order[begin])) ++end;
    seen.clear();
    for (std::size_t i = begin; i < end; ++i) {
      Relation& relation = relations[order[i]];
      if (end - begin > 1) {
        std::vector<QuantityRef> members;
        members.reserve(relation.operands.size());
        for (const Operand& operand : relation.operands) members.push_back(operand.quantity);
        if (relation.kind != RelationKind::share) std::sort(members.begin(), members.end());
        if (std::find(seen.begin(), seen.end(), members) != seen.end()) continue;
        seen.push_back(std::move(members));
      }
      kept.push_back(std::move(relation));
    }
  }
  return kept;
}

/// A number of a row that no table explains is none of the report's quantities.
bool has_unread_cell(const DocumentView& document, const Relation& relation) {
  const auto unread = [&](QuantityRef ref) { return document.quantity(ref).role == facts::Role::cell; };
  return unread(relation.result) || std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return unread(operand.quantity); });
}

void write_calculations(const DocumentView& document, std::vector<Relation>& relations) {
  for (Relation& relation : relations) {
    if (relation.verdict.formula.empty()) relation.verdict = explain(document, relation);   // else told as its linker read it
  }
}

}  // namespace

std::vector<Relation> link(const DocumentView& view) {
  DocumentView document = view;
  Memory* memory = document.memory;
  if (memory) {
    memory->begin(view.blocks.size());
    document.blocks.watch(memory->blocks());
  }
  const Mentions mentions(document);
  const Layout layout(document);
  const Values values(document);
  document.values = &values;
  document.mentions = &mentions;
  document.layout = &layout;
  std::vector<Relation> relations;
  const auto compare_ties = [&] {
    if (memory) memory->compare_ties(relations);
  };
  Ties ties(values, view.blocks.size(), relations, memory);
  document.ties = &ties;
  const Goals goals(document);
  document.goals = &goals;
  if (memory) memory->expect(mixed(mentions.fingerprint(), goals.fingerprint()));
  link_tables(document, relations);
  link_lists(document, relations);
  link_sum_ups(document, relations);
  settle_sums(document, relations);
  compare_ties();
  link_identities(document, relations);
  link_columns(document, relations);
  compare_ties();
  link_rows(document, relations);
  link_named_rows(document, relations);
  settle_sums(document, relations);
  link_row_totals(document, relations);
  link_parallel_sums(document, relations);
  compare_ties();
  link_item_totals(document, relations);
  const Ledger ledger(document, relations);
  document.ledger = &ledger;
  link_shares(document, relations);
  link_wholes(document, relations);
  link_changes(document, relations);
  compare_ties();
  link_rates(document, relations);
  link_score_sentences(document, relations);
  link_possible(document, relations);
  link_remainders(document, relations);
  link_flows(document, relations);
  link_savings(document, relations);
  link_leftovers(document, relations);
  link_section_balances(document, relations);
  link_net_changes(document, relations);
  link_products(document, relations);
  link_priced_items(document, relations);
  compare_ties();
  link_restatements(document, relations);
  link_unit_brackets(document, relations);
  link_counts(document, relations);
  link_counts_above(document, relations);
  link_sum_counts(document, relations);
  link_count_lists(document, relations);
  link_posts(document, relations);
  link_holdings(document, relations);
  link_targets(document, relations);
  link_results(document, relations);
  link_retellings(document, relations);
  link_differences(document, relations);
  compare_ties();
  link_echoes(document, relations);
  std::erase_if(relations, [&](const Relation& relation) { return has_unread_cell(document, relation); });
  std::vector<Relation> kept = without_repeats(std::move(relations));
  if (memory) memory->recall_verdicts(kept);
  write_calculations(document, kept);
  if (memory) memory->end();
  return kept;
}

}  // namespace gouji::relations
