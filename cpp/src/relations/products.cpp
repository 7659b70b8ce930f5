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
        if (value.role == Role::average && value.approximation == Approximation::exact && value.kind == UnitKind::money) link({block, i});
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
    Refs counts, amounts;
    const Refs refs = around(average);
    for (const QuantityRef ref : refs) {
      if (is_number_of_things(quantity(ref))) counts.push_back(ref);
      if (is_amount_of_money(quantity(ref))) amounts.push_back(ref);
    }
    std::optional<Relation> first;
    std::size_t readings = 0;
    for (const QuantityRef amount : amounts) {
      for (const QuantityRef count : counts) {
        if (!counts_what_it_is_of(quantity(average), quantity(count)) || quantity(count).value().is_zero()) continue;
        for (const bool divides : {false, true}) {
          if (divides && quantity(average).label.find(u'均') == std::u16string::npos) continue;   // a standard or a price is set, not computed
          Relation relation = divides ? make(average, amount, count) : make(amount, average, count);
          relation.proof = true;
          if (relation.verdict.status == Status::holds || (divides && relation.verdict.status == Status::rounding)) return relations_.push_back(relation), void();
          const bool as_told = divides == (average > amount);   // 12万元 for 16 people, 人均…: the average is the result
          if (as_told && !first) first = relation;
        }
        ++readings;
      }
    }
    const auto averages = std::count_if(refs.begin(), refs.end(), [&](QuantityRef ref) { return quantity(ref).role == Role::average; });
    const bool per_two = quantity(average).label.find(u'每') != quantity(average).label.rfind(u'每');   // 每人每月
    if (readings == 1 && first && averages == 0 && !per_two) relations_.push_back(*first);
  }

  // 人均, 每人 with 人; 每户 with 户; 单价 with anything.
  bool counts_what_it_is_of(const Quantity& average, const Quantity& count) const {
    const std::u16string& words = average.label;
    for (const std::u16string_view each : {u"每", u"按每"}) {
      const auto at = words.find(each);
      if (at != std::u16string::npos && at + 1 < words.size()) return std::u16string_view(words).substr(at + each.size()).starts_with(count.base_unit) || count.base_unit.starts_with(words[at + each.size()]);
    }
    if (words.find(u"人均") != std::u16string::npos || words.find(u"生均") != std::u16string::npos) return count.base_unit == u"人";
    if (words.find(u"户均") != std::u16string::npos) return count.base_unit == u"户";
    return words.find(u"单价") != std::u16string::npos || words.find(u"均价") != std::u16string::npos;
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
    const auto lacks = [&](auto is) { return std::none_of(refs.begin(), refs.end(), [&](QuantityRef ref) { return is(quantity(ref)); }); };
    if (lacks(is_number_of_things) || lacks(is_amount_of_money)) {
      for (const QuantityRef before : layout.before(average, sentences_back)) {
        if (std::find(refs.begin(), refs.end(), before) == refs.end()) refs.push_back(before);
      }
    }
    return refs;
  }

  Relation make(QuantityRef result, QuantityRef first, QuantityRef second) const {
    Relation relation;
    relation.kind = RelationKind::product;
    relation.result = result;
    relation.operands = {{first, 1}, {second, 1}};
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
