// Finds the members of an identity: the nearest mention of one scope, period and basis.

#include <algorithm>
#include <iterator>

#include "facts/label.h"
#include "relations/identity_linker.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Quantity;
using profile::Identity;
using profile::Reach;
using profile::Term;

bool IdentityLinker::has_terms_in_block(const Identity& identity, QuantityRef result) const {
  return std::all_of(identity.terms.begin(), identity.terms.end(), [&](const Term& term) {
    return term.optional || std::any_of(term.concepts.begin(), term.concepts.end(), [&](std::uint16_t indicator) {
      const auto [begin, end] = mentions_.between(indicator, result.block, result.block);
      return begin != end;
    });
  });
}

// Words already tie this total to parts of this identity.
bool IdentityLinker::is_tied_by_words(const Identity& identity, QuantityRef result) const {
  const auto is_term = [&](const Operand& operand) {
    return std::any_of(identity.terms.begin(), identity.terms.end(), [&](const Term& term) { return std::find(term.concepts.begin(), term.concepts.end(), quantity(operand.quantity).indicator) != term.concepts.end(); });
  };
  return document_.ties->with_result(result).any([&](const Relation& relation) { return was_tied(relation) && std::any_of(relation.operands.begin(), relation.operands.end(), is_term); });
}

// Amounts of the same kind between the members that nothing accounts for: the text adds up something else.
bool IdentityLinker::leaves_amounts_out(const Relation& relation) const {
  QuantityRef first = relation.result, last = relation.result;
  for (const Operand& operand : relation.operands) {
    first = std::min(first, operand.quantity);
    last = std::max(last, operand.quantity);
  }
  for (std::uint32_t i = first.ordinal + 1; i < last.ordinal; ++i) {
    const QuantityRef between{first.block, i};
    const bool member = between == relation.result || std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return operand.quantity == between; });
    const bool aside = first.block == relation.result.block && !document_.layout->sees(relation.result, between);   // （含上年结转34万元）
    if (!member && !aside && !total_of(between) && is_amount(quantity(between)) && same_measure(quantity(between), quantity(relation.result))) return true;
  }
  return false;
}

// Another total of the same indicator stands in the member's own block.
bool IdentityLinker::has_other_total(QuantityRef member, QuantityRef result) const {
  const auto [begin, end] = mentions_.between(quantity(result).indicator, member.block, member.block);
  return std::any_of(begin, end, [&](QuantityRef mention) { return mention != result && scope_of(document_, quantity(mention)) != scope_of(document_, quantity(result)); });
}

// 年初预算486万元，追加93万元，压减一般性支出5万元，调整后575万元: changes between the members adjust the budget too.
void IdentityLinker::add_changes(const Identity& identity, Relation& relation) const {
  const bool adjusts = std::any_of(identity.terms.begin(), identity.terms.end(), [&](const Term& term) { return term.optional && document_.lexicon->vocabulary().concepts[term.concepts.front()].id == "adjust_up"; });
  QuantityRef first = relation.result;
  for (const Operand& operand : relation.operands) first = std::min(first, operand.quantity);
  if (!adjusts || first.block != relation.result.block) return;
  const auto of_several = [&](const Quantity& value) { return value.net && relation.operands.size() > 1; };   // 追加236万元，追减58万元，净增178万元
  for (std::uint32_t i = first.ordinal + 1; i < relation.result.ordinal; ++i) {
    const Quantity& value = document_.blocks[first.block].facts->quantities[i];
    const bool compared = value.base_quantity >= 0 || !value.against.empty();   // 比上年预算减少45万元
    const bool plain_change = value.role == facts::Role::change && value.direction != 0 && value.approximation == facts::Approximation::exact && !compared;
    if (plain_change && !of_several(value) && same_measure(value, quantity(relation.result))) relation.operands.push_back({{first.block, i}, value.direction});
  }
  leave_out_net_change(relation);
  if (relation.operands.size() != 1) return;
  std::vector<Operand> allotted = relation.operands;   // 8月下达救灾资金76万元后，全年预算调整为1356万元
  for (std::uint32_t i = first.ordinal + 1; i < relation.result.ordinal; ++i) {
    const QuantityRef ref{first.block, i};
    if (quantity(ref).allotted && is_amount(quantity(ref)) && same_measure(quantity(ref), quantity(relation.result))) allotted.push_back({ref, 1});
  }
  Relation adjusted = relation;
  adjusted.operands = allotted;
  if (allotted.size() > 1 && judge(document_, adjusted).status == Status::holds) relation.operands = std::move(allotted);
}

// 追加237万元，追减58万元，追加追减相抵净增179万元: what the others come to is none beside them.
void IdentityLinker::leave_out_net_change(Relation& relation) const {
  number::Decimal all;
  const auto adjusts = [&](const Operand& operand) { return quantity(operand.quantity).role == facts::Role::change || has_indicator(document_, quantity(operand.quantity), "adjust_up") || has_indicator(document_, quantity(operand.quantity), "adjust_down"); };
  const auto signed_value = [&](const Operand& operand) { return operand.sign > 0 ? quantity(operand.quantity).value() : number::Decimal() - quantity(operand.quantity).value(); };
  for (const Operand& operand : relation.operands) {
    if (adjusts(operand)) all = all + signed_value(operand);
  }
  const auto net = std::find_if(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return quantity(operand.quantity).role == facts::Role::change && all - signed_value(operand) == signed_value(operand); });
  if (net != relation.operands.end()) relation.operands.erase(net);
}

bool IdentityLinker::is_part_of_member(QuantityRef part, const Relation& relation) const {
  const auto total = total_of(part);
  return total && std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return operand.quantity == *total; });
}

// An optional member counts where it stands among the others: in a sentence of one of them, or between two.
bool IdentityLinker::near_members(const Relation& relation, QuantityRef member) const {
  QuantityRef first = relation.result, last = relation.result;
  bool one_sentence = sentence_of(member) == sentence_of(relation.result);
  for (const Operand& operand : relation.operands) {
    first = std::min(first, operand.quantity);
    last = std::max(last, operand.quantity);
    one_sentence = one_sentence || sentence_of(member) == sentence_of(operand.quantity);
  }
  const bool next_line = member.block + 1 >= first.block && member.block <= last.block + 1 && first.block != last.block;
  return one_sentence || next_line || (first <= member && member <= last);
}

std::pair<std::uint32_t, int> IdentityLinker::sentence_of(QuantityRef ref) const {
  int sentence = 0;
  for (const facts::Element& element : document_.blocks[ref.block].facts->elements) {
    if (element.kind == facts::ElementKind::stop) ++sentence;
    if (element.kind == facts::ElementKind::quantity && static_cast<std::uint32_t>(element.value) == ref.ordinal) break;
  }
  return {ref.block, sentence};
}

// The mentions of the result's scope and those of its block, in order: no other ones fit.
std::vector<QuantityRef> IdentityLinker::candidates(std::uint16_t indicator, QuantityRef result, std::uint32_t first, std::uint32_t last) const {
  const auto [near, near_end] = mentions_.between(indicator, result.block, result.block);
  const bool wide = first < result.block || last > result.block;
  static const Scopes none;
  const Scopes& scopes = wide ? scopes_of(indicator) : none;
  const auto scope = wide ? scopes.find(scope_of(document_, quantity(result))) : scopes.end();
  std::vector<QuantityRef> all;
  if (scope != scopes.end()) {
    const auto begin = std::lower_bound(scope->second.begin(), scope->second.end(), QuantityRef{first, 0});
    const auto end = std::lower_bound(begin, scope->second.end(), QuantityRef{last + 1, 0});
    all.reserve(static_cast<std::size_t>(end - begin) + static_cast<std::size_t>(near_end - near));
    std::set_union(begin, end, near, near_end, std::back_inserter(all));
  } else {
    all.assign(near, near_end);
  }
  return all;
}

// The nearest fitting mention: in the block before the result, in the block behind it, in the section, anywhere.
std::optional<QuantityRef> IdentityLinker::find(const Identity& identity, const Term& term, const Relation& relation) const {
  std::optional<QuantityRef> best;
  std::tuple<int, std::uint32_t> best_distance{};
  const auto consider = [&](QuantityRef candidate, bool by_heading) {
    if (candidate == relation.result || !fits(identity, term, relation, candidate, by_heading)) return;
    const int place = mentions_.distance_class(relation.result, candidate);
    if (place > most_distant(identity.reach)) return;
    const bool left_over = relation.kind == RelationKind::balance && has_indicator(document_, quantity(relation.result), "closing_balance");
    if (place == 0 && left_over && sentence_of(candidate) > sentence_of(relation.result)) return;
    if (left_over && is_part_of_other_money(candidate)) return;
    if (place == 0 && relation.kind == RelationKind::balance && term.optional && relation.result < candidate) return;
    if (place > 0 && has_other_total(candidate, relation.result)) return;
    if (relation.kind == RelationKind::sum && is_part_of_another(candidate, relation.result)) return;
    if (is_included(identity, candidate) || (relation.kind == RelationKind::balance && is_part_of_term(term, candidate))) return;
    const auto distance = distance_of(relation, candidate, place);
    if (best && best_distance <= distance) return;
    best = candidate;
    best_distance = distance;
  };
  for (const std::uint16_t indicator : term.concepts) {
    const std::uint32_t here = relation.result.block;
    const std::uint32_t reach = identity.reach == Reach::document ? static_cast<std::uint32_t>(document_.blocks.size()) : identity.reach == Reach::section ? longest_section : 0;
    for (const QuantityRef candidate : candidates(indicator, relation.result, here > reach ? here - reach : 0, here + reach)) consider(candidate, false);
    if (best) break;  // the first of a term's indicators that is stated counts
  }
  if (best || identity.reach != Reach::document) return best;
  for (const std::uint16_t indicator : term.concepts) {
    if (const auto candidate = mentions_.under_heading(indicator)) consider(*candidate, true);
  }
  return best;
}

// 项目预算1860万元，其中县级预算500万元，支出1782万元: the balance is of the whole budget.
bool IdentityLinker::is_part_of_term(const Term& term, QuantityRef member) const {
  const auto whole = total_of(member);
  return whole && std::find(term.concepts.begin(), term.concepts.end(), quantity(*whole).indicator) != term.concepts.end() && basis_class(quantity(*whole).basis) == basis_class(quantity(member).basis);
}

// 年中追加412万元（含上年结转22万元）: what the amount before the bracket includes is no member beside it.
bool IdentityLinker::is_included(const Identity& identity, QuantityRef member) const {
  const auto& elements = document_.blocks[member.block].facts->elements;
  std::size_t i = 0;
  while (i < elements.size() && !(elements[i].kind == facts::ElementKind::quantity && static_cast<std::uint32_t>(elements[i].value) == member.ordinal)) ++i;
  while (i > 0 && elements[i - 1].kind != facts::ElementKind::open) {
    if (elements[i - 1].kind == facts::ElementKind::close || elements[i - 1].kind == facts::ElementKind::stop) return false;
    --i;
  }
  if (i < 2 || elements[i].kind != facts::ElementKind::announce_open || elements[i - 2].kind != facts::ElementKind::quantity) return false;
  const std::uint16_t whole = quantity({member.block, static_cast<std::uint32_t>(elements[i - 2].value)}).indicator;
  return std::any_of(identity.terms.begin(), identity.terms.end(), [&](const Term& term) { return std::find(term.concepts.begin(), term.concepts.end(), whole) != term.concepts.end(); });
}

// 国有资本经营收入0.38亿元，其中…、产权转让收入0.08亿元: only some of the money; 收入总计 and the like are more than its parts.
bool IdentityLinker::is_part_of_other_money(QuantityRef member) const {
  const auto whole = total_of(member);
  if (!whole || whole->block != member.block || quantity(member).cell >= 0) return false;
  const Quantity& total = quantity(*whole);
  constexpr std::string_view sums[]{"grand_income", "grand_expenditure", "available_funds", "adjusted_budget", "budget"};
  const bool general = document_.lexicon->vocabulary().concepts[quantity(member).indicator].generic;
  return general && !total.label.empty() && total.indicator != quantity(member).indicator && std::none_of(std::begin(sums), std::end(sums), [&](std::string_view id) { return has_indicator(document_, total, id); });
}

// A mention that a list of its block already adds to another total.
bool IdentityLinker::is_part_of_another(QuantityRef member, QuantityRef result) const {
  const auto total = total_of(member);
  return total && *total != result && total->block == member.block && result.block == member.block;
}

std::tuple<int, std::uint32_t> IdentityLinker::distance_of(const Relation& relation, QuantityRef candidate, int place) const {
  const QuantityRef result = relation.result;
  if (place > 0) return {place, candidate.block > result.block ? candidate.block - result.block : result.block - candidate.block};
  const bool before = candidate.ordinal < result.ordinal;
  const std::uint32_t steps = before ? result.ordinal - candidate.ordinal : candidate.ordinal - result.ordinal;
  const bool wrong_side = before != (relation.kind == RelationKind::balance);
  return {0, steps * 2 + (wrong_side ? 1 : 0)};
}

bool IdentityLinker::fits(const Identity& identity, const Term& term, const Relation& relation, QuantityRef candidate, bool by_heading) const {
  const Quantity& result = quantity(relation.result);
  const Quantity& member = quantity(candidate);
  if (!same_measure(result, member)) return false;
  if (by_heading && term.basis.empty() && basis_class(member.basis) == 0) return true;
  const int basis = term.basis == "budget" ? 1 : term.basis == "adjusted_budget" ? 2 : natural_basis(identity, term, result, member);
  if (basis_class(member.basis) != basis) return false;
  if (resolved_year(document_, result) != resolved_year(document_, member)) return false;
  const bool named_by_general = std::find(term.concepts.begin(), term.concepts.end(), member.indicator) == term.concepts.end();
  const std::u16string_view scope = named_by_general ? document_.lexicon->vocabulary().concepts[member.indicator].name : scope_of(document_, member);
  const auto wanted = scope_of(document_, result);
  const bool specific = !document_.lexicon->vocabulary().concepts[result.indicator].generic && relation.result < candidate;
  const bool near = candidate.block == relation.result.block && (identity.reach <= Reach::block || relation.kind == RelationKind::balance || specific);
  return scope == wanted || (near && (scope.empty() || wanted.empty()));
}

// A budget is stated on the budget's basis whatever the basis of the result; else both are on one basis.
int IdentityLinker::natural_basis(const Identity& identity, const Term& term, const Quantity& result, const Quantity& member) const {
  const bool by_general = std::find(term.concepts.begin(), term.concepts.end(), member.indicator) == term.concepts.end();
  const std::string& matched = document_.lexicon->vocabulary().concepts[by_general ? member.general : member.indicator].id;
  if (matched == "budget") return 1;
  if (matched == "adjusted_budget") return 2;
  if (matched == "adjust_up" || matched == "adjust_down") return basis_class(member.basis);
  if (identity.kind == "balance") return 0;
  return basis_class(result.basis);
}

}  // namespace gouji::relations
