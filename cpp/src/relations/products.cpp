// Products: 每户 1,000 元，36 户，共 3.60 万元; 人均 0.75 万元 of 12 万元 for 16 people.

#include <algorithm>
#include <optional>

#include "facts/label.h"
#include "relations/linkers.h"
#include "relations/product_linker.h"
#include "relations/product_words.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Approximation;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

void ProductLinker::run() {
  for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
    if (document_.blocks[block].block->flattened_table) continue;
    const auto& quantities = document_.blocks[block].facts->quantities;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      const Quantity& value = quantities[i];
      const bool usable = value.kind == UnitKind::money || value.kind == UnitKind::count;
      if (value.role == Role::average && value.approximation == Approximation::exact && usable && value.cell < 0) link({block, i});
    }
  }
}

// A standard is multiplied with what stands around it; an average divides what stands before it.
void ProductLinker::link(QuantityRef average) {
  const Quantity& value = quantity(average);
  Refs counts, totals, months;
  const Refs refs = around(average);
  for (const QuantityRef ref : refs) {
    const Quantity& other = quantity(ref);
    if (is_number_of_things(other) && counts_what_it_is_of(value, other)) counts.push_back(ref);
    if (is_total(value, other)) totals.push_back(ref);
    if (other.kind == UnitKind::duration && other.base_unit == u"个月" && other.approximation == Approximation::exact) months.push_back(ref);
  }
  if (link_bracket(average)) return;
  std::stable_sort(totals.begin(), totals.end(), [&](QuantityRef a, QuantityRef b) { return std::pair(!is_actual(quantity(a)), distance(a, average)) < std::pair(!is_actual(quantity(b)), distance(b, average)); });
  const bool each = value.base.find(u"均均") != std::u16string::npos;   // 甲8次、4,000元，乙6次、3,000元，次均均为500元
  bool told = false;
  const bool monthly = value.base.find(u"每月") != std::u16string::npos;
  if (monthly && months.size() != 1) return;
  std::optional<Relation> first;
  std::size_t readings = 0;
  for (const QuantityRef total : totals) {
    for (const QuantityRef count : counts) {
      if (count == total || quantity(count).value().is_zero()) continue;
      ++readings;
      std::vector<Operand> factors{{average, 1}, {count, 1}};
      if (monthly) factors.push_back({months.front(), 1});
      Relation product = make(total, std::move(factors));
      if (product.verdict.status == Status::holds) {
        relations_.push_back(product);
        told = true;
        if (!each) return;
        continue;
      }
      const bool computed = value.base.find(u'均') != std::u16string::npos;   // else it is set: 每户1,000元
      if (!computed) {
        if (!first) first = product;
        continue;
      }
      Relation quotient = make(average, {{total, 1}, {count, 1}});
      if (quotient.verdict.status != Status::violated) return relations_.push_back(quotient), void();
      if (!first) first = quotient;
    }
  }
  if (told) return;
  if (!monthly && (link_sequence(average, counts) || link_wider(average))) return;
  const auto averages = std::count_if(refs.begin(), refs.end(), [&](QuantityRef ref) { return quantity(ref).role == Role::average; });
  const bool of_another = totals.size() == 1 && average < totals.front() && !quantity(totals.front()).announced && facts::content_words(quantity(totals.front()).label, *document_.lexicon).size() > longest_noun / 2 && quantity(totals.front()).indicator == profile::no_concept;   // 每户500元，交通补贴2万元
  if (readings == 1 && first && averages == 0 && !of_another && !names_another(value, quantity(totals.front())) && (value.kind == UnitKind::money || value.base_unit == u"人")) relations_.push_back(*first);
}

// 支出1万元；用车4辆，每辆运行费2万元: the average is of an indicator that the amount is not
bool ProductLinker::names_another(const Quantity& average, const Quantity& total) const {
  const std::uint16_t of = named(average.base);
  if (of != profile::no_concept && !is_generic(of)) return of != total.indicator;
  const auto each = average.base.rfind(u'每');
  const std::u16string rest = each == std::u16string::npos || each + 2 >= average.base.size() ? std::u16string() : facts::content_words(std::u16string_view(average.base).substr(each + 2), *document_.lexicon);
  return rest.size() >= 2 && has_indicator(document_, total, "expenditure") && total.label.find_first_of(rest) == std::u16string::npos;
}

// 救助489.60万元（3264人次，次均1500元）: the bracket tells of the amount before it.
bool ProductLinker::link_bracket(QuantityRef average) {
  using facts::ElementKind;
  const auto& elements = document_.blocks[average.block].facts->elements;
  const auto ref_of = [&](std::size_t i) { return QuantityRef{average.block, static_cast<std::uint32_t>(elements[i].value)}; };
  std::size_t at = 0;
  while (at < elements.size() && !(elements[at].kind == ElementKind::quantity && ref_of(at) == average)) ++at;
  const std::size_t last = at;
  Refs counts;
  while (at-- > 0 && elements[at].kind != ElementKind::open) {
    if (elements[at].kind == ElementKind::close || elements[at].kind == ElementKind::stop || elements[at].kind == ElementKind::semicolon) return false;
    if (elements[at].kind == ElementKind::quantity) counts.push_back(ref_of(at));
  }
  if (at == 0 || at >= elements.size() || elements[at - 1].kind != ElementKind::quantity || counts.size() != 1) return false;
  const QuantityRef total = ref_of(at - 1), count = counts.front();
  if (!is_total(quantity(average), quantity(total)) || !is_number_of_things(quantity(count)) || !counts_what_it_is_of(quantity(average), quantity(count)) || quantity(count).value().is_zero()) return false;
  for (const char16_t time : {u'月', u'天', u'日'}) {
    if (quantity(average).base.find(time) != std::u16string::npos) return false;
  }
  for (std::size_t i = last + 1; i < elements.size() && elements[i].kind != ElementKind::close; ++i) {
    if (elements[i].kind == ElementKind::quantity) return false;   // （20人，人均1000元，另发物资1.6万元）
  }
  Relation product = make(total, {{average, 1}, {count, 1}});
  if (product.verdict.status != Status::holds) product = make(average, {{total, 1}, {count, 1}});
  relations_.push_back(std::move(product));
  return true;
}

// 公务接待费5.12万元，接待64批次、512人次，人均100元; 公务用车运行维护费14.60万元，…。用车4辆，车均运行维护费3.65万元: nothing else
// can be meant.
bool ProductLinker::link_sequence(QuantityRef average, const Refs& counts) {
  const Quantity& value = quantity(average);
  const std::u16string_view words = value.base;
  const auto at = words.rfind(u'均') != std::u16string_view::npos ? words.rfind(u'均') + 1 : words.rfind(u'每') != std::u16string_view::npos ? words.rfind(u'每') + 2 : words.size() + 1;
  if (value.kind != UnitKind::money || at > words.size()) return false;
  const std::u16string rest = facts::content_words(words.substr(at), *document_.lexicon);
  const std::uint16_t of = named(words.substr(at));
  const bool specific = of != profile::no_concept && !document_.lexicon->vocabulary().concepts[of].generic;
  if (!rest.empty() && !specific) return false;
  const auto& layout = finder_.layout();
  Refs between;
  for (std::uint32_t i = average.ordinal; i-- > 0;) {
    const QuantityRef ref{average.block, i};
    if (layout.sentence(ref) + (specific ? 1 : 0) < layout.sentence(average)) return false;
    if (std::find(counts.begin(), counts.end(), ref) != counts.end() && layout.sentence(ref) == layout.sentence(average)) between.push_back(ref);
    if (quantity(ref).kind != UnitKind::money || (specific && quantity(ref).indicator != of)) continue;
    if (!is_amount_of_money(quantity(ref)) || !is_actual(quantity(ref)) || between.size() != 1 || quantity(between.front()).value().is_zero() || list_between(ref, average)) return false;
    relations_.push_back(make(average, {{ref, 1}, {between.front(), 1}}));
    return true;
  }
  return false;
}

// 在职人员人均公用经费2.07万元: the words before 人均 name the number, those behind it the amount, wherever both are told.
// 公务接待费8.36万元，…。接待836人次，人均100元: what the paragraph is about.
bool ProductLinker::link_wider(QuantityRef average) {
  const Quantity& value = quantity(average);
  const std::u16string_view words = value.base;
  const auto at = words.find_last_of(u"均每单");
  if (at == std::u16string_view::npos || value.kind != UnitKind::money) return false;
  const Ledger& ledger = *document_.ledger;
  const bool divides = words[at] == u'均';
  const Thing of = ledger.named(words.substr(at + (divides ? 1 : 2) > words.size() ? words.size() : at + (divides ? 1 : 2))), by = ledger.named(words.substr(0, divides && at > 0 ? at - 1 : at));
  const auto named_totals = told_totals(of, average), named_counts = told_counts(by, average);
  Refs totals = refs_of(named_totals), counts = refs_of(named_counts);
  const bool named_both = ledger.one_value(named_totals) && ledger.one_value(named_counts) && named_totals.front().match == Ledger::Match::same && named_counts.front().match == Ledger::Match::same && of.indicator != profile::no_concept && !is_generic(of.indicator);
  add_near(totals, counts, average);
  std::optional<Relation> first;
  for (const QuantityRef total : totals) {
    for (const QuantityRef count : counts) {
      if (count == total || quantity(count).value().is_zero()) continue;
      Relation quotient = make(average, {{total, 1}, {count, 1}});
      if (quotient.verdict.status != Status::violated) return relations_.push_back(std::move(quotient)), true;
      if (!first) first = std::move(quotient);
    }
  }
  if (!first || !named_both) return false;
  first->proof = false;
  relations_.push_back(std::move(*first));
  return true;
}

Relation ProductLinker::make(QuantityRef result, std::vector<Operand> operands) const {
  Relation relation;
  relation.kind = RelationKind::product;
  relation.result = result;
  relation.operands = std::move(operands);
  relation.proof = true;
  relation.derived = true;
  relation.verdict = judge(document_, relation);
  return relation;
}

void link_products(const DocumentView& document, std::vector<Relation>& relations) { ProductLinker(document, relations).run(); }

}  // namespace gouji::relations
