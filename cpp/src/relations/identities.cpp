// Relations that the vocabulary's identities ask for, wherever their members are stated.

#include <algorithm>
#include <set>
#include <tuple>

#include "facts/label.h"
#include "relations/linkers.h"
#include "relations/mentions.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using profile::Identity;
using profile::Reach;
using profile::Term;

class IdentityLinker {
 public:
  IdentityLinker(const DocumentView& document, std::vector<Relation>& relations)
      : document_(document), relations_(relations), mentions_(document) {
    for (const Relation& relation : relations) {
      if (relation.kind != RelationKind::sum) continue;
      tied_keys_.insert({document.quantity(relation.result).indicator, key_of(document, relation.result)});
      for (const Operand& operand : relation.operands) part_of_.emplace(operand.quantity, relation.result);
    }
  }

  void run() {
    const auto& identities = document_.lexicon->vocabulary().identities;
    for (const Identity& identity : identities) {
      for (const std::uint16_t indicator : identity.result.concepts) {
        for (const QuantityRef result : mentions_.of(indicator)) {
          if (quantity(result).indicator == indicator || identity.kind == "balance") link(identity, result);
        }
      }
    }
    keep_best_balances();
    link_staff_categories();
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void link(const Identity& identity, QuantityRef result) {
    if (identity.kind == "comparison") return link_staff(identity, result);
    if (identity.kind == "restatement") return link_equal(identity, result);
    if (identity.kind == "sum" && is_tied_by_words(identity, result)) return;
    const auto whole = part_of_.find(result);
    if (whole != part_of_.end() && quantity(whole->second).indicator == quantity(result).indicator) return;  // a part of that indicator
    const bool restated = tied_keys_.contains({quantity(result).indicator, key_of(document_, result)});
    if (identity.reach == Reach::document && restated && !has_terms_in_block(identity, result)) return;
    if (basis_class(quantity(result).basis) != 0 && identity.result.basis.empty() && identity.kind == "balance") return;
    Relation relation;
    relation.kind = identity.kind == "balance" ? RelationKind::balance : RelationKind::sum;
    relation.result = result;
    relation.because = Because::identity;
    if (!find_members(identity, relation)) return;
    const bool one_block = std::all_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return operand.quantity.block == result.block; });
    relation.proof = identity.proof && one_block;
    relation.verdict = judge(document_, relation);
    const bool violated_sum = relation.kind == RelationKind::sum && relation.verdict.status == Status::violated;
    if (violated_sum && one_block && leaves_amounts_out(relation)) return;
    if (relation.kind == RelationKind::balance) {
      balances_.push_back(relation);
    } else {
      const auto key = std::tuple(identity.id, key_of(document_, result));
      if (!one_block && !done_.insert(key).second) return;
      if (one_block) done_.insert(key);
      relations_.push_back(relation);
    }
  }

  bool has_terms_in_block(const Identity& identity, QuantityRef result) const {
    return std::all_of(identity.terms.begin(), identity.terms.end(), [&](const Term& term) {
      return term.optional || std::any_of(term.concepts.begin(), term.concepts.end(), [&](std::uint16_t indicator) {
        const auto& mentions = mentions_.of(indicator);
        return std::any_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return mention.block == result.block; });
      });
    });
  }

  // Words already tie this total to parts of this identity.
  bool is_tied_by_words(const Identity& identity, QuantityRef result) const {
    return std::any_of(part_of_.begin(), part_of_.end(), [&](const auto& part) {
      return part.second == result && std::any_of(identity.terms.begin(), identity.terms.end(), [&](const Term& term) { return std::find(term.concepts.begin(), term.concepts.end(), quantity(part.first).indicator) != term.concepts.end(); });
    });
  }

  // Amounts of the same kind between the members that nothing accounts for: the text adds up something else.
  bool leaves_amounts_out(const Relation& relation) const {
    QuantityRef first = relation.result, last = relation.result;
    for (const Operand& operand : relation.operands) {
      first = std::min(first, operand.quantity);
      last = std::max(last, operand.quantity);
    }
    for (std::uint32_t i = first.ordinal + 1; i < last.ordinal; ++i) {
      const QuantityRef between{first.block, i};
      const bool member = between == relation.result || std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return operand.quantity == between; });
      if (!member && !part_of_.contains(between) && is_amount(quantity(between)) && same_measure(quantity(between), quantity(relation.result))) return true;
    }
    return false;
  }

  bool find_members(const Identity& identity, Relation& relation) const {
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
    return relation.operands.size() >= 2 && !repeats;
  }

  // Another total of the same indicator stands in the member's own block.
  bool has_other_total(QuantityRef member, QuantityRef result) const {
    const auto& mentions = mentions_.of(quantity(result).indicator);
    return std::any_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return mention.block == member.block && mention != result && scope_of(document_, quantity(mention)) != scope_of(document_, quantity(result)); });
  }

  // 年初预算486万元，追加93万元，压减一般性支出5万元，调整后575万元: changes between the members adjust the budget too.
  void add_changes(const Identity& identity, Relation& relation) const {
    const bool adjusts = std::any_of(identity.terms.begin(), identity.terms.end(), [&](const Term& term) { return term.optional && document_.lexicon->vocabulary().concepts[term.concepts.front()].id == "adjust_up"; });
    QuantityRef first = relation.result;
    for (const Operand& operand : relation.operands) first = std::min(first, operand.quantity);
    if (!adjusts || first.block != relation.result.block) return;
    for (std::uint32_t i = first.ordinal + 1; i < relation.result.ordinal; ++i) {
      const Quantity& value = document_.blocks[first.block].facts->quantities[i];
      const bool plain_change = value.role == facts::Role::change && value.direction != 0 && value.approximation == facts::Approximation::exact;
      if (plain_change && same_measure(value, quantity(relation.result))) relation.operands.push_back({{first.block, i}, value.direction});
    }
  }

  bool is_part_of_member(QuantityRef part, const Relation& relation) const {
    const auto found = part_of_.find(part);
    return found != part_of_.end() && std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return operand.quantity == found->second; });
  }

  // An optional member counts where it stands among the others: in a sentence of one of them, or between two.
  bool near_members(const Relation& relation, QuantityRef member) const {
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

  std::pair<std::uint32_t, int> sentence_of(QuantityRef ref) const {
    int sentence = 0;
    for (const facts::Element& element : document_.blocks[ref.block].facts->elements) {
      if (element.kind == facts::ElementKind::stop) ++sentence;
      if (element.kind == facts::ElementKind::quantity && static_cast<std::uint32_t>(element.value) == ref.ordinal) break;
    }
    return {ref.block, sentence};
  }

  // The nearest fitting mention: in the block before the result, in the block behind it, in the section, anywhere.
  std::optional<QuantityRef> find(const Identity& identity, const Term& term, const Relation& relation) const {
    std::optional<QuantityRef> best;
    std::tuple<int, std::uint32_t> best_distance{};
    const auto consider = [&](QuantityRef candidate, bool by_heading) {
      if (candidate == relation.result || !fits(identity, term, relation, candidate, by_heading)) return;
      const int place = mentions_.distance_class(relation.result, candidate);
      if (place > most_distant(identity.reach)) return;
      if (place == 0 && relation.kind == RelationKind::balance && sentence_of(candidate) > sentence_of(relation.result)) return;
      if (place == 0 && relation.kind == RelationKind::balance && term.optional && relation.result < candidate) return;
      if (place > 0 && has_other_total(candidate, relation.result)) return;
      if (relation.kind == RelationKind::sum && is_part_of_another(candidate, relation.result)) return;
      const auto distance = distance_of(relation, candidate, place);
      if (best && best_distance <= distance) return;
      best = candidate;
      best_distance = distance;
    };
    for (const std::uint16_t indicator : term.concepts) {
      for (const QuantityRef candidate : mentions_.of(indicator)) consider(candidate, false);
      if (best) break;  // the first of a term's indicators that is stated counts
    }
    if (best || identity.reach != Reach::document) return best;
    for (const std::uint16_t indicator : term.concepts) {
      if (const auto candidate = mentions_.under_heading(indicator)) consider(*candidate, true);
    }
    return best;
  }

  static int most_distant(Reach reach) { return reach == Reach::document ? 2 : reach == Reach::section ? 1 : 0; }

  // A mention that a list of its block already adds to another total.
  bool is_part_of_another(QuantityRef member, QuantityRef result) const {
    const auto found = part_of_.find(member);
    return found != part_of_.end() && found->second != result && found->second.block == member.block && result.block == member.block;
  }

  std::tuple<int, std::uint32_t> distance_of(const Relation& relation, QuantityRef candidate, int place) const {
    const QuantityRef result = relation.result;
    if (place > 0) return {place, candidate.block > result.block ? candidate.block - result.block : result.block - candidate.block};
    const bool before = candidate.ordinal < result.ordinal;
    const std::uint32_t steps = before ? result.ordinal - candidate.ordinal : candidate.ordinal - result.ordinal;
    const bool wrong_side = before != (relation.kind == RelationKind::balance);
    return {0, steps * 2 + (wrong_side ? 1 : 0)};
  }

  bool fits(const Identity& identity, const Term& term, const Relation& relation, QuantityRef candidate, bool by_heading) const {
    const Quantity& result = quantity(relation.result);
    const Quantity& member = quantity(candidate);
    if (!same_measure(result, member)) return false;
    if (by_heading && term.basis.empty() && basis_class(member.basis) == 0) return true;
    const int basis = term.basis == "budget" ? 1 : term.basis == "adjusted_budget" ? 2 : natural_basis(identity, term, result, member);
    if (basis_class(member.basis) != basis) return false;
    if (resolved_year(document_, result) != resolved_year(document_, member)) return false;
    const bool named_by_general = std::find(term.concepts.begin(), term.concepts.end(), member.indicator) == term.concepts.end();
    const auto scope = named_by_general ? document_.lexicon->vocabulary().concepts[member.indicator].name : scope_of(document_, member);
    const auto wanted = scope_of(document_, result);
    const bool specific = !document_.lexicon->vocabulary().concepts[result.indicator].generic && relation.result < candidate;
    const bool near = candidate.block == relation.result.block && (identity.reach <= Reach::block || relation.kind == RelationKind::balance || specific);
    return scope == wanted || (near && (scope.empty() || wanted.empty()));
  }

  // A budget is stated on the budget's basis whatever the basis of the result; else both are on one basis.
  int natural_basis(const Identity& identity, const Term& term, const Quantity& result, const Quantity& member) const {
    const bool by_general = std::find(term.concepts.begin(), term.concepts.end(), member.indicator) == term.concepts.end();
    const std::string& matched = document_.lexicon->vocabulary().concepts[by_general ? member.general : member.indicator].id;
    if (matched == "budget") return 1;
    if (matched == "adjusted_budget") return 2;
    if (matched == "adjust_up" || matched == "adjust_down") return basis_class(member.basis);
    if (identity.kind == "balance") return 0;
    return basis_class(result.basis);
  }

  // One balance may be read from the budget, the adjusted budget or the income: those that hold count; where none
  // does, the first that could be formed.
  void keep_best_balances() {
    std::stable_sort(balances_.begin(), balances_.end(), [](const Relation& a, const Relation& b) { return a.result < b.result; });
    for (std::size_t begin = 0; begin < balances_.size();) {
      std::size_t end = begin;
      bool any_good = false;
      for (; end < balances_.size() && balances_[end].result == balances_[begin].result; ++end) any_good |= balances_[end].verdict.status == Status::holds;
      for (std::size_t i = begin; i < end; ++i) {
        const bool good = balances_[i].verdict.status == Status::holds;
        if (any_good ? good : i == begin) relations_.push_back(balances_[i]);
      }
      begin = end;
    }
  }

  // 在职 <= 编制. Several quotas in one place are compared only with staff of the same description.
  void link_staff(const Identity& identity, QuantityRef serving) {
    std::optional<QuantityRef> quota;
    for (const std::uint16_t indicator : identity.terms.front().concepts) {
      for (const QuantityRef candidate : mentions_.of(indicator)) {
        const int place = mentions_.distance_class(serving, candidate);
        if (place > most_distant(identity.reach) || !comparable_staff(serving, candidate)) continue;
        if (!quota || mentions_.distance_class(serving, *quota) > place) quota = candidate;
      }
    }
    if (!quota) return;
    relations_.push_back(within_quota(serving, *quota));
  }

  // 编制61名，其中行政32名、事业28名; 在职57人（行政29人、事业27人）: kind by kind.
  void link_staff_categories() {
    std::vector<Relation> found;
    for (const Relation& quota : relations_) {
      if (quota.kind != RelationKind::sum || !has_indicator(document_, quantity(quota.result), "staff_quota")) continue;
      for (const Relation& serving : relations_) {
        if (serving.kind != RelationKind::sum || !has_indicator(document_, quantity(serving.result), "staff_serving")) continue;
        if (mentions_.distance_class(quota.result, serving.result) > 1) continue;
        for (const Operand& allowed : quota.operands) {
          for (const Operand& actual : serving.operands) {
            if (category(allowed.quantity) != category(actual.quantity) || category(actual.quantity).empty()) continue;
            found.push_back(within_quota(actual.quantity, allowed.quantity));
          }
        }
      }
    }
    relations_.insert(relations_.end(), found.begin(), found.end());
  }

  std::u16string category(QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    std::u16string words = value.indicator == profile::no_concept ? facts::content_words(value.label, *document_.lexicon) : value.qualifier;
    for (const std::u16string_view ending : {u"编制", u"人员", u"在职"}) {
      if (words.ends_with(ending)) words.resize(words.size() - ending.size());
    }
    return words;
  }

  Relation within_quota(QuantityRef serving, QuantityRef quota) const {
    Relation relation;
    relation.kind = RelationKind::comparison;
    relation.comparison = "<=";
    relation.quota = true;
    relation.result = serving;
    relation.operands = {{quota, 1}};
    relation.because = Because::identity;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  bool comparable_staff(QuantityRef serving, QuantityRef quota) const {
    const Quantity& a = quantity(serving);
    const Quantity& b = quantity(quota);
    if (resolved_year(document_, a) != resolved_year(document_, b)) return false;
    const auto scope_a = scope_of(document_, a), scope_b = scope_of(document_, b);
    if (scope_a == scope_b) return true;
    if (!scope_a.empty()) return false;
    return std::none_of(mentions_.of(b.indicator).begin(), mentions_.of(b.indicator).end(), [&](QuantityRef other) { return other != quota && mentions_.distance_class(serving, other) <= 1 && quantity(other).value() != b.value(); });
  }

  // 在职 = 实有 where nobody else is counted in.
  void link_equal(const Identity& identity, QuantityRef result) {
    for (const std::uint16_t indicator : identity.terms.front().concepts) {
      for (const QuantityRef member : mentions_.of(indicator)) {
        if (mentions_.distance_class(result, member) != 0 || key_of(document_, result) != key_of(document_, member)) continue;
        if (counts_others(result.block) || tied_together(result, member)) continue;
        Relation relation;
        relation.kind = RelationKind::restatement;
        relation.result = std::min(result, member);
        relation.operands = {{std::max(result, member), 1}};
        relation.because = Because::identity;
        relation.verdict = judge(document_, relation);
        relations_.push_back(relation);
        return;
      }
    }
  }

  bool counts_others(std::uint32_t block) const {
    const auto& quantities = document_.blocks[block].facts->quantities;
    return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& value) { return has_indicator(document_, value, "staff_retired") || has_indicator(document_, value, "staff_retired_ordinary") || has_indicator(document_, value, "staff_retired_veteran") || has_indicator(document_, value, "staff_other"); });
  }

  bool tied_together(QuantityRef a, QuantityRef b) const {
    return std::any_of(relations_.begin(), relations_.end(), [&](const Relation& relation) {
      const auto has = [&](QuantityRef ref) { return relation.result == ref || std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return operand.quantity == ref; }); };
      return relation.kind == RelationKind::sum && has(a) && has(b);
    });
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  Mentions mentions_;
  std::set<std::pair<std::uint16_t, MentionKey>> tied_keys_;
  std::map<QuantityRef, QuantityRef> part_of_;
  std::set<std::tuple<std::string, MentionKey>> done_;
  std::vector<Relation> balances_;
};

}  // namespace

void link_identities(const DocumentView& document, std::vector<Relation>& relations) { IdentityLinker(document, relations).run(); }

}  // namespace gouji::relations
