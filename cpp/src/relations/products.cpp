// Products: 每户 1,000 元，36 户，共 3.60 万元; 人均 0.75 万元 of 12 万元 for 16 people.

#include <algorithm>
#include <optional>

#include "facts/label.h"
#include "relations/amount_finder.h"
#include "relations/linkers.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

constexpr int sentences_back = 2;

class ProductLinker {
 public:
  ProductLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), finder_(document, relations) {}

  void run() {
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

 private:
  using Refs = std::vector<QuantityRef>;

  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  static bool is_number_of_things(const Quantity& value) {
    const bool counted = value.kind == UnitKind::count || value.kind == UnitKind::area || value.kind == UnitKind::length || value.kind == UnitKind::weight;
    return counted && value.approximation == Approximation::exact && value.role != Role::average && value.role != Role::change;
  }
  static bool is_amount_of_money(const Quantity& value) {
    return value.kind == UnitKind::money && value.approximation == Approximation::exact && (value.role == Role::level || value.role == Role::total || value.role == Role::detail);
  }

  // A standard is multiplied with what stands around it; an average divides what stands before it.
  void link(QuantityRef average) {
    const Quantity& value = quantity(average);
    Refs counts, totals, months;
    const Refs refs = around(average);
    for (const QuantityRef ref : refs) {
      const Quantity& other = quantity(ref);
      if (is_number_of_things(other) && counts_what_it_is_of(value, other)) counts.push_back(ref);
      if (is_total(value, other)) totals.push_back(ref);
      if (other.kind == UnitKind::duration && other.base_unit == u"个月" && other.approximation == Approximation::exact) months.push_back(ref);
    }
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
        if (product.verdict.status == Status::holds) return relations_.push_back(product), void();
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
    const auto averages = std::count_if(refs.begin(), refs.end(), [&](QuantityRef ref) { return quantity(ref).role == Role::average; });
    if (readings == 1 && first && averages == 0) relations_.push_back(*first);
  }

  // What a product of this average comes to: money, or the people that so many of each make.
  static bool is_total(const Quantity& average, const Quantity& other) {
    if (average.kind == UnitKind::money) return is_amount_of_money(other);
    const bool level = other.role == Role::level || other.role == Role::total;
    const bool named = average.base_unit == u"个" && !average.after.empty();   // 4个作业环节 are no 3个基层社
    if (named && (other.label + other.after).find(std::u16string_view(average.after).substr(0, 2)) == std::u16string::npos) return false;
    return level && other.kind == UnitKind::count && other.approximation == Approximation::exact && (other.base_unit == average.base_unit || other.base_unit == average.base_unit + u"次");
  }

  // 人均, 每人 with 人; 每户 with 户; 单价 with anything.
  static bool counts_what_it_is_of(const Quantity& average, const Quantity& count) {
    const std::u16string_view words = average.base;
    for (auto at = words.find(u'每'); at != std::u16string_view::npos; at = words.find(u'每', at + 1)) {
      const auto unit = words.substr(at + 1);
      if (!unit.empty() && !unit.starts_with(u"月") && (unit.starts_with(count.base_unit) || unit.starts_with(count.printed_unit) || (unit.front() == u'名' && count.base_unit == u"人"))) return true;
    }
    if (words.find(u"人均") != std::u16string_view::npos || words.find(u"生均") != std::u16string_view::npos) return count.base_unit == u"人";
    if (words.find(u"户均") != std::u16string_view::npos) return count.base_unit == u"户";
    return words.find(u"单价") != std::u16string_view::npos || words.find(u"均价") != std::u16string_view::npos;
  }

  // The sentence of the average, and where it holds no number of things or no amount, those before it.
  Refs around(QuantityRef average) const {
    const auto& layout = finder_.layout();
    const auto& quantities = document_.blocks[average.block].facts->quantities;
    Refs refs;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      const QuantityRef ref{average.block, i};
      if (ref != average && layout.sentence(ref) == layout.sentence(average)) refs.push_back(ref);
    }
    const Quantity& value = quantity(average);
    const bool counted = std::any_of(refs.begin(), refs.end(), [&](QuantityRef ref) { return is_number_of_things(quantity(ref)) && counts_what_it_is_of(value, quantity(ref)); });
    const bool summed = std::any_of(refs.begin(), refs.end(), [&](QuantityRef ref) { return is_total(value, quantity(ref)); });
    if (!counted || !summed) {
      for (const QuantityRef before : layout.before(average, sentences_back)) {
        if (std::find(refs.begin(), refs.end(), before) == refs.end()) refs.push_back(before);
      }
    }
    return refs;
  }

  Relation make(QuantityRef result, std::vector<Operand> operands) const {
    Relation relation;
    relation.kind = RelationKind::product;
    relation.result = result;
    relation.operands = std::move(operands);
    relation.proof = true;
    relation.derived = true;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  AmountFinder finder_;
};

}  // namespace

void link_products(const DocumentView& document, std::vector<Relation>& relations) { ProductLinker(document, relations).run(); }

}  // namespace gouji::relations
