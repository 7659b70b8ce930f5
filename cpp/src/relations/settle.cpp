// Sums that do not add up are read again: amounts that others sum up, clauses that begin with a part, another total.

#include <algorithm>
#include <optional>

#include "relations/linkers.h"
#include "relations/list_fit.h"
#include "relations/match.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;

constexpr std::size_t most_totals = 12;   // amounts before a list that it may divide

class Settler {
 public:
  Settler(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (std::size_t i = 0; i < relations_.size(); ++i) {
      Relation& relation = relations_[i];
      if (relation.kind != RelationKind::sum || relation.table || relation.whole || relation.verdict.status != Status::violated) continue;
      if (!settle(relation) && is_idle(relation)) document_.ties->drop(relation);
    }
    document_.ties->sweep();
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  const std::vector<Element>& elements(std::uint32_t block) const { return document_.blocks[block].facts->elements; }

  // True where another reading adds up, which the relation then is.
  bool settle(Relation& relation) {
    if (relation.because == Because::identity) return false;
    if (leave_out_summed_up(relation)) return true;
    const std::uint32_t block = relation.operands.front().quantity.block;
    if (std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& part) { return part.sign < 0; })) return false;
    if (relation.operands.back().quantity.block != block) return take_first(relation) || take_other_total(relation);
    if (relation.result.block == block && relation.operands.back().quantity < relation.result) return take_last(relation);
    for (const ElementKind mark : {ElementKind::semicolon, ElementKind::comma}) {
      if (take(relation, relation.result, clause_heads(relation, mark))) return true;
    }
    return take_other_total(relation) || take_total_behind(relation);
  }

  bool take(Relation& relation, QuantityRef total, const std::vector<QuantityRef>& parts) const {
    if (parts.size() < 2) return false;
    Relation other = relation;
    other.result = total;
    other.operands.clear();
    for (const QuantityRef part : parts) other.operands.push_back({part, 1});
    other.verdict = judge(document_, other);
    if (other.verdict.status == Status::violated || std::find(parts.begin(), parts.end(), total) != parts.end()) return false;
    other.one_of_several = true;
    document_.ties->replace(relation, std::move(other));
    return true;
  }

  // 甲312万元，乙76.50万元，上述两类即为388.50万元；丙469.75万元: an amount and what it sums up are not added.
  bool leave_out_summed_up(Relation& relation) const {
    const auto holds = [&](QuantityRef ref) { return std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& part) { return part.quantity == ref; }); };
    const Relation* inside = nullptr;   // the first one found
    for (const Operand& total : relation.operands) {
      for (const Relation& sum : document_.ties->with_result(total.quantity)) {
        const bool good = sum.kind == RelationKind::sum && sum.operands.size() >= 2 && sum.verdict.status == Status::holds;
        if (good && (!inside || &sum < inside) && std::all_of(sum.operands.begin(), sum.operands.end(), [&](const Operand& part) { return holds(part.quantity); })) inside = &sum;
      }
    }
    if (!inside) return false;
    std::vector<QuantityRef> parts;
    for (const Operand& part : relation.operands) {
      if (!is_member(*inside, part.quantity) || part.quantity == inside->result) parts.push_back(part.quantity);
    }
    if (take(relation, relation.result, parts)) return true;
    for (const QuantityRef head : clause_heads(relation, ElementKind::semicolon)) {
      if (relation.operands.back().quantity < head) parts.push_back(head);
    }
    return take(relation, relation.result, parts);
  }

  std::size_t place_of(QuantityRef ref) const {
    const auto& all = elements(ref.block);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Element& element) { return element.kind == ElementKind::quantity && static_cast<std::uint32_t>(element.value) == ref.ordinal; });
    return static_cast<std::size_t>(found - all.begin());
  }

  // 中央480万元，第一批350万元、第二批130万元；省级60万元: the first amount between two marks of the rank or above.
  std::vector<QuantityRef> clause_heads(const Relation& relation, ElementKind mark) const {
    const QuantityRef first = relation.operands.front().quantity;
    const auto& all = elements(first.block);
    std::vector<QuantityRef> heads;
    int depth = 0;
    bool fresh = true;
    for (std::size_t i = place_of(first); i < all.size(); ++i) {
      const Element& element = all[i];
      if (element.kind == ElementKind::open) ++depth;
      if (element.kind == ElementKind::close && --depth < 0) break;
      if (depth > 0) continue;
      if (element.kind == ElementKind::stop || element.kind == ElementKind::et_cetera || element.kind == ElementKind::besides) break;
      if (element.kind == ElementKind::semicolon || element.kind == mark) fresh = true;
      if (element.kind != ElementKind::quantity || !fresh) continue;
      const QuantityRef here{first.block, static_cast<std::uint32_t>(element.value)};
      if (!can_add(document_, quantity(relation.result), quantity(here), heads.empty())) continue;
      heads.push_back(here);
      fresh = false;
    }
    return heads;
  }

  // 合同186.20万元，首付款37.24万元，另付0.76万元，合计38万元: the last of them; what 其中 tells is no part.
  bool take_last(Relation& relation) const {
    std::vector<QuantityRef> parts;
    for (const Operand& part : relation.operands) parts.push_back(part.quantity);
    while (parts.size() > 2) {
      parts.erase(parts.begin());
      if (take(relation, relation.result, parts)) return true;
    }
    return take(relation, relation.result, amounts_before(relation.result, relation.operands.size())) || take(relation, relation.result, heads_before(relation.result, relation.operands.size()));
  }

  // 甲部分得48.2分：…6分、5分。乙部分得47.7分：…。两部分总计95.9分: the first amount of each sentence before it.
  std::vector<QuantityRef> heads_before(QuantityRef total, std::size_t number) const {
    std::vector<QuantityRef> heads;
    int depth = 0;
    for (std::size_t i = place_of(total); i-- > 0 && heads.size() <= number;) {
      const Element& element = elements(total.block)[i];
      depth += element.kind == ElementKind::close ? 1 : element.kind == ElementKind::open && depth > 0 ? -1 : 0;
      if (element.kind == ElementKind::stop || element.kind == ElementKind::semicolon) heads.insert(heads.begin(), total);   // of a sentence that is still to be read
      if (element.kind != ElementKind::quantity || depth > 0 || heads.empty()) continue;
      const QuantityRef here{total.block, static_cast<std::uint32_t>(element.value)};
      if (quantity(here).basis != facts::Basis::target && can_add(document_, quantity(total), quantity(here))) heads.front() = here;
    }
    std::erase(heads, total);
    if (heads.size() > number) heads.erase(heads.begin(), heads.end() - static_cast<std::ptrdiff_t>(number));
    return heads.size() == number ? heads : std::vector<QuantityRef>();
  }

  // The last amounts before the total that stand behind no 其中.
  std::vector<QuantityRef> amounts_before(QuantityRef total, std::size_t number) const {
    const auto& all = elements(total.block);
    std::vector<QuantityRef> row;
    int stops = 0;
    for (std::size_t i = place_of(total); i-- > 0 && row.size() < number && stops < 2;) {
      if (all[i].kind == ElementKind::stop) ++stops;
      if (all[i].kind != ElementKind::quantity) continue;
      const QuantityRef here{total.block, static_cast<std::uint32_t>(all[i].value)};
      bool announced = false;
      for (std::size_t j = i; j-- > 0 && (all[j].kind < ElementKind::pause || all[j].kind > ElementKind::stop);) announced = announced || (all[j].kind >= ElementKind::announce && all[j].kind <= ElementKind::announce_partial);
      if (!announced && can_add(document_, quantity(total), quantity(here))) row.insert(row.begin(), here);
    }
    return row.size() == number ? row : std::vector<QuantityRef>();
  }

  static std::vector<QuantityRef> parts_of(const Relation& relation) {
    std::vector<QuantityRef> parts;
    for (const Operand& part : relation.operands) parts.push_back(part.quantity);
    return parts;
  }

  // 1.基本支出…；2.项目支出…；3.支出进度…: the items behind the last part tell something else.
  bool take_first(Relation& relation) const {
    std::vector<QuantityRef> parts = parts_of(relation);
    while (parts.size() > 2) {
      parts.pop_back();
      if (take(relation, relation.result, parts)) return true;
    }
    return false;
  }

  // 较预算结余1.70万元，其中…; 项目支出680万元…，即：…: any amount before the list; of the paragraph before where it is grouped.
  bool take_other_total(Relation& relation) const {
    const QuantityRef first = relation.operands.front().quantity;
    const std::vector<QuantityRef> parts = parts_of(relation);
    std::size_t tried = 0;
    const std::uint32_t behind = std::min(first.block, relation.result.block), blocks = announced_by(first, 2) ? 3 : 1;
    for (std::uint32_t block = behind + 1; block-- > 0 && block + blocks > behind;) {
      for (auto i = static_cast<std::uint32_t>(document_.blocks[block].facts->quantities.size()); i-- > 0 && tried < most_totals;) {
        const QuantityRef candidate{block, i};
        const Quantity& value = quantity(candidate);
        const bool may_be = value.approximation == facts::Approximation::exact && (is_amount(value) || value.role == Role::change || value.role == Role::base || value.role == Role::average);
        if (!(candidate < first) || !may_be || value.cell >= 0 || !same_measure(value, quantity(first))) continue;
        ++tried;
        if (take(relation, candidate, parts)) return true;
      }
    }
    return false;
  }

  // 其中农村低保112.36万元、养老服务94万元，…，合计206.36万元
  bool take_total_behind(Relation& relation) const {
    const QuantityRef last = relation.operands.back().quantity;
    const auto& all = elements(last.block);
    for (std::size_t i = place_of(last) + 1; i < all.size() && all[i].kind != ElementKind::stop; ++i) {
      if (all[i].kind != ElementKind::quantity) continue;
      const QuantityRef here{last.block, static_cast<std::uint32_t>(all[i].value)};
      const Quantity& value = quantity(here);
      if ((value.role == Role::total || value.announced) && same_measure(value, quantity(last)) && take(relation, here, parts_of(relation))) return true;
    }
    return false;
  }

  // The words right before the first part, in its clause or the one before: 1 for 分别为, 2 for 按…分.
  bool announced_by(QuantityRef first, int form) const {
    const auto& all = elements(first.block);
    int commas = 0;
    for (std::size_t i = place_of(first); i-- > 0 && commas < 2 && all[i].kind != ElementKind::stop && all[i].kind != ElementKind::quantity;) {
      if (all[i].kind == ElementKind::announce) return all[i].value == form;
      commas += all[i].kind == ElementKind::comma ? 1 : 0;
    }
    return false;
  }

  // No reason to accuse: figures on two bases, words that name no total.
  bool is_idle(const Relation& relation) const {
    if (divides_last_year(relation) || mixes_valuations(relation) || lists_terms_of_a_term(relation) || divides_a_change(relation)) return true;
    const QuantityRef first = relation.operands.front().quantity;
    const bool loose = announced_by(first, 1) || (announced_by(first, 2) && relation.result.block == first.block);
    return loose && !is_one_slip_away(document_, relation);
  }

  // 人均收入1.78万元，去年1.63万元。由四项构成：the list is of this year.
  bool divides_last_year(const Relation& relation) const {
    const auto is_last = [&](QuantityRef ref) { return quantity(ref).basis == facts::Basis::previous || quantity(ref).period.kind == facts::PeriodKind::previous; };
    return is_last(relation.result) && std::none_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& part) { return is_last(part.quantity); });
  }

  // 固定资产净值, 固定资产原值
  bool mixes_valuations(const Relation& relation) const {
    std::u16string_view told;
    for (const Operand& part : relation.operands) {
      for (const auto& word : document_.lexicon->vocabulary().words[static_cast<std::size_t>(profile::WordClass::valuation)]) {
        if (quantity(part.quantity).label.find(word) == std::u16string::npos) continue;
        if (!told.empty() && told != word) return true;
        told = word;
      }
    }
    return false;
  }

  // “三公”经费63.90万元，其中购置费17.96万元；运行费43.20万元: all of one term of the total, and nothing of the others.
  bool lists_terms_of_a_term(const Relation& relation) const {
    const Quantity& total = quantity(relation.result);
    if (total.indicator == profile::no_concept || signed_sum(document_, relation) > total.value()) return false;
    const auto& identities = document_.lexicon->vocabulary().identities;
    const auto has = [](const profile::Term& term, std::uint16_t indicator) { return std::find(term.concepts.begin(), term.concepts.end(), indicator) != term.concepts.end(); };
    const auto is_divided = [&](const profile::Identity& identity) {
      return identity.kind == "sum" && !has(identity.result, total.indicator) && identity.terms.size() >= 2 && std::all_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& part) { return std::any_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return has(term, quantity(part.quantity).indicator); }); });
    };
    return std::any_of(identities.begin(), identities.end(), [&](const profile::Identity& inner) {
      return is_divided(inner) && std::any_of(identities.begin(), identities.end(), [&](const profile::Identity& outer) {
        return outer.kind == "sum" && has(outer.result, total.indicator) && std::any_of(outer.terms.begin(), outer.terms.end(), [&](const profile::Term& term) { return std::any_of(inner.result.concepts.begin(), inner.result.concepts.end(), [&](std::uint16_t indicator) { return has(term, indicator); }); });
      });
    });
  }

  // 比年初净增72.30万元，其中新增98.70万元、处置26.40万元: the list is of the change.
  bool divides_a_change(const Relation& relation) const {
    const QuantityRef first = relation.operands.front().quantity;
    const auto& all = elements(first.block);
    for (std::size_t i = place_of(first); i-- > 0 && all[i].kind != ElementKind::stop && all[i].kind != ElementKind::semicolon;) {
      if (all[i].kind != ElementKind::quantity) continue;
      const Quantity& value = quantity({first.block, static_cast<std::uint32_t>(all[i].value)});
      if (same_measure(value, quantity(first))) return value.role == Role::change && quantity(relation.result).role != Role::change && !is_one_slip_away(document_, relation);
    }
    return false;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
};

}  // namespace

void settle_sums(const DocumentView& document, std::vector<Relation>& relations) { Settler(document, relations).run(); }

}  // namespace gouji::relations
