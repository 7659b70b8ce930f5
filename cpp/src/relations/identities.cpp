// Forms the sums and balances of the identities and keeps the readings that hold.

#include <algorithm>
#include <functional>

#include "facts/label.h"
#include "relations/identity_linker.h"
#include "relations/linkers.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Quantity;
using profile::Identity;
using profile::Reach;
using profile::Term;

void IdentityLinker::run() {
  const auto& identities = document_.lexicon->vocabulary().identities;
  const auto tied_keys = fingerprint_of_tied_keys();
  for (const Identity& identity : identities) {
    if (identity.kind == "part" || identity.kind == "rate") continue;  // read by shares and rates only
    found_.clear();
    link_unit(document_, Linker::identities, {static_cast<std::uint32_t>(&identity - identities.data()), 0}, found_, [&] { link_all(identity); }, tied_keys);
    for (Relation& relation : found_) (relation.kind == RelationKind::balance ? balances_ : relations_).push_back(std::move(relation));
  }
  keep_best_balances();
  link_staff_categories();
}

void IdentityLinker::link_all(const Identity& identity) {
  for (const std::uint16_t indicator : identity.result.concepts) {
    for (const QuantityRef result : mentions_.of(indicator)) {
      if (quantity(result).indicator == indicator || identity.kind == "balance") link(identity, result);
    }
  }
}

std::vector<std::uint32_t> IdentityLinker::fingerprint_of_tied_keys() const {
  std::uint64_t hash = 0;
  for (const auto& [indicator, key] : tied_keys_) hash = mixed(mixed(mixed(hash, indicator), static_cast<std::uint64_t>(key.year * 8 + key.basis)), std::hash<std::u16string_view>()(key.scope));
  return {static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(hash >> 32)};
}

void IdentityLinker::find_scoped_indicators() {
  const auto& vocabulary = document_.lexicon->vocabulary();
  is_scoped_.resize(vocabulary.concepts.size());
  by_scope_.resize(is_scoped_.size());
  for (const Identity& identity : vocabulary.identities) {
    for (const Term& term : identity.terms) {
      for (const std::uint16_t indicator : term.concepts) is_scoped_[indicator] = is_scoped_[indicator] || (identity.kind != "part" && identity.kind != "rate" && identity.reach > Reach::block);
    }
  }
}

// A mention whose general word names the indicator has the specific one for its scope too.
const IdentityLinker::Scopes& IdentityLinker::scopes_of(std::uint16_t indicator) const {
  static const Scopes none;
  if (!is_scoped_[indicator]) return none;
  if (document_.memory) {
    for (const QuantityRef mention : mentions_.of(indicator)) document_.blocks.note(mention.block);
  }
  std::optional<Scopes>& scopes = by_scope_[indicator];
  if (scopes) return *scopes;
  scopes.emplace();
  for (const QuantityRef mention : mentions_.of(indicator)) {
    const std::u16string_view scope = scope_of(document_, quantity(mention)), specific = document_.lexicon->vocabulary().concepts[quantity(mention).indicator].name;
    (*scopes)[scope].push_back(mention);
    if (quantity(mention).indicator != indicator && specific != scope) (*scopes)[specific].push_back(mention);
  }
  return *scopes;
}

void IdentityLinker::link(const Identity& identity, QuantityRef result) {
  if (identity.kind == "comparison") return link_staff(identity, result);
  if (identity.kind == "restatement") return link_equal(identity, result);
  if (identity.kind == "cover" || identity.kind == "deficit") return link_cover(identity, result);
  if (identity.kind == "sum" && is_tied_by_words(identity, result)) return;
  if (identity.terms.size() == 1 && quantity(result).cell >= 0) return;   // tables tie their own totals
  const auto whole = total_of(result);
  if (whole && quantity(*whole).indicator == quantity(result).indicator) return;  // a part of that indicator
  const bool restated = std::binary_search(tied_keys_.begin(), tied_keys_.end(), std::pair(quantity(result).indicator, key_of(document_, result)));
  if (identity.reach == Reach::document && restated && !has_terms_in_block(identity, result)) return;
  if (identity.reach == Reach::document && done_.contains({identity.id, key_of(document_, result)}) && !has_terms_in_block(identity, result)) return;
  if (basis_class(quantity(result).basis) != 0 && identity.result.basis.empty() && identity.kind == "balance") return;
  Relation relation;
  relation.kind = identity.kind == "balance" ? RelationKind::balance : RelationKind::sum;
  relation.result = result;
  relation.because = Because::identity;
  if (!find_members(identity, relation)) {
    if (identity.reach == Reach::document) done_.insert({identity.id, key_of(document_, result)});  // nowhere: the next mention need not look again
    return;
  }
  const bool told_by_table = std::all_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) {
    const auto total = total_of(operand.quantity);
    return quantity(operand.quantity).cell >= 0 && total && *total != result && quantity(*total).indicator == quantity(result).indicator;
  });
  if (identity.kind == "sum" && told_by_table) return;   // the table adds them up, and its total is told again here
  const bool repeats_a_part = relation.kind == RelationKind::sum && relation.operands.size() > 1 && std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return quantity(operand.quantity).value() == quantity(result).value() && !quantity(result).value().is_zero(); });
  if (repeats_a_part && judge(document_, relation).status == Status::violated) return;   // 项目5个，执行1026万元: the amount of that part alone
  const bool one_block = std::all_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return operand.quantity.block == result.block; });
  relation.proof = identity.proof && one_block;
  relation.verdict = judge(document_, relation);
  const bool left_over = has_indicator(document_, quantity(result), "closing_balance");
  const auto incomplete = [&] { return left_over ? relation.operands.front().sign < 0 : leaves_amounts_out(relation); };  // spending told before its budget belongs to something else
  if (relation.verdict.status == Status::violated && one_block && incomplete()) return;
  if (relation.kind == RelationKind::balance && relation.verdict.status == Status::violated && follows_a_balance(result)) return;
  if (identity.terms.size() == 1 && relation.verdict.status == Status::violated && !(tells_balance(result.block) && tells_opening())) return;   // 收入总计500万元，支出总计480万元, said of the sums
  if (relation.kind == RelationKind::balance) {
    found_.push_back(relation);
  } else {
    const auto key = std::tuple(std::string_view(identity.id), key_of(document_, result));
    if (!one_block && !done_.insert(key).second) return;
    if (one_block) done_.insert(key);
    found_.push_back(std::move(relation));
  }
}

bool IdentityLinker::find_members(const Identity& identity, Relation& relation) const {
  for (const Term& term : identity.terms) {
    if (term.optional) continue;
    const auto member = find(identity, term, relation);
    if (!member) return false;
    relation.operands.push_back({*member, term.sign});
  }
  for (const Term& term : identity.terms) {
    if (!term.optional) continue;
    const auto member = find(identity, term, relation);
    if (member && is_part_of_member(*member, relation)) continue;  // an income that already includes the opening balance
    const bool inside = member && (identity.reach == Reach::document || near_members(relation, *member));
    if (inside) relation.operands.push_back({*member, term.sign});
  }
  if (relation.kind == RelationKind::balance) add_changes(identity, relation);
  std::sort(relation.operands.begin(), relation.operands.end(), [](const Operand& a, const Operand& b) { return a.quantity < b.quantity; });
  const bool repeats = std::adjacent_find(relation.operands.begin(), relation.operands.end(), [](const Operand& a, const Operand& b) { return a.quantity == b.quantity; }) != relation.operands.end();
  return relation.operands.size() >= std::min<std::size_t>(identity.terms.size(), 2) && !repeats;
}

// One balance may be read from the budget, the adjusted budget or the income: those that hold count; where none
// does, the first that could be formed.
void IdentityLinker::keep_best_balances() {
  std::stable_sort(balances_.begin(), balances_.end(), [](const Relation& a, const Relation& b) { return a.result < b.result; });
  for (std::size_t begin = 0; begin < balances_.size();) {
    std::size_t end = begin;
    bool any_good = false;
    for (; end < balances_.size() && balances_[end].result == balances_[begin].result; ++end) any_good |= balances_[end].verdict.status == Status::holds;
    for (std::size_t i = begin; i < end; ++i) {
      const bool good = balances_[i].verdict.status == Status::holds;
      balances_[i].one_of_several = end - begin > 1;
      if (any_good ? good : i == begin) relations_.push_back(balances_[i]);
    }
    begin = end;
  }
}

// 财政拨款收入85万元。财政拨款支出85万元，…: side by side and no balance told, the income covers the spending.
void IdentityLinker::link_cover(const Identity& identity, QuantityRef spending) {
  for (const std::uint16_t indicator : identity.terms.front().concepts) {
    const auto [begin, end] = mentions_.between(indicator, spending.block > 0 ? spending.block - 1 : 0, spending.block);
    const auto income = std::find_if(begin, end, [&](QuantityRef candidate) { return candidate < spending && key_of(document_, candidate) == key_of(document_, spending) && same_measure(quantity(candidate), quantity(spending)); });
    if (income == end || total_of(*income) || speak_of_different_bodies(*income, spending)) continue;
    Relation relation;
    relation.kind = RelationKind::comparison;
    relation.comparison = "<=";
    relation.result = spending;
    relation.operands = {{*income, 1}};
    relation.because = Because::identity;
    relation.verdict = judge(document_, relation);
    const bool covered = relation.verdict.status != Status::violated;
    if (covered && (identity.kind == "deficit" || tells_balance(income->block) || tells_balance(spending.block))) return;
    if (!covered && (tells_opening() || says_how_covered(spending.block))) return;
    found_.push_back(std::move(relation));
    return;
  }
}

// 差额10万元动用历年结余解决
bool IdentityLinker::says_how_covered(std::uint32_t block) const {
  constexpr std::u16string_view words[]{u"动用", u"弥补", u"历年结", u"上年结", u"年初结", u"以前年度结"};
  const syntax::FoldedText& text = document_.blocks[block].block->folded;
  return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return text.contains(word); });
}

// 2022年 | 2023年: what was left over in a table's column of last year is there at the beginning of this one.
bool IdentityLinker::follows_a_balance(QuantityRef result) const {
  if (quantity(result).cell < 0 || !has_indicator(document_, quantity(result), "closing_balance")) return false;
  const auto [begin, end] = mentions_.between(quantity(result).indicator, result.block, result.block);
  return std::any_of(begin, end, [&](QuantityRef mention) { return resolved_year(document_, quantity(mention)) == resolved_year(document_, quantity(result)) - 1; });
}

// What was left over from the year before covers a deficit, wherever it is told.
bool IdentityLinker::tells_opening() const {
  const auto opening = document_.lexicon->concept_by_id("opening_balance");
  return opening && !mentions_.of(*opening).empty();
}

// 局机关财政拨款收入, 全系统财政拨款支出: what stands before the indicators differs.
bool IdentityLinker::speak_of_different_bodies(QuantityRef a, QuantityRef b) const {
  const auto before_indicator = [&](QuantityRef ref) {
    const std::u16string_view label = quantity(ref).label;
    const profile::Entry* entry = document_.lexicon->concept_suffix(label);
    return entry ? label.substr(0, label.size() - entry->word.size()) : label;
  };
  const auto first = before_indicator(a), second = before_indicator(b);
  return !first.empty() && !second.empty() && first != second;
}

bool IdentityLinker::tells_balance(std::uint32_t block) const {
  const auto& quantities = document_.blocks[block].facts->quantities;
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& value) { return has_indicator(document_, value, "closing_balance") || has_indicator(document_, value, "opening_balance"); });
}

void link_identities(const DocumentView& document, std::vector<Relation>& relations) { IdentityLinker(document, relations).run(); }

}  // namespace gouji::relations
