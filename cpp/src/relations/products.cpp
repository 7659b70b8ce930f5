// Products: 每户 1,000 元，36 户，共 3.60 万元; 人均 0.75 万元 of 12 万元 for 16 people.

#include <algorithm>
#include <optional>

#include "facts/label.h"
#include "relations/amount_finder.h"
#include "relations/ledger.h"
#include "relations/linkers.h"
#include "relations/product_words.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

constexpr int sentences_back = 2;
constexpr int telling_digits = 4;           // of an average that few amounts give
constexpr std::size_t most_readings = 12;   // of an amount or a number that is told elsewhere

class ProductLinker {
 public:
  ProductLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), finder_(document) {}

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

  // A standard is multiplied with what stands around it; an average divides what stands before it.
  void link(QuantityRef average) {
    const Quantity& value = quantity(average);
    Refs counts, totals, months;
    const Refs refs = around(average);
    for (const QuantityRef ref : refs) {
      const Quantity& other = quantity(ref);
      if (is_number_of_things(other) && counts_what_it_is_of(value, other)) counts.push_back(ref);
      if (is_product_of(value, other)) totals.push_back(ref);
      if (other.kind == UnitKind::duration && other.base_unit == u"个月" && other.approximation == Approximation::exact) months.push_back(ref);
    }
    std::stable_sort(totals.begin(), totals.end(), [&](QuantityRef a, QuantityRef b) { return std::pair(!is_spent_now(quantity(a)), distance(a, average)) < std::pair(!is_spent_now(quantity(b)), distance(b, average)); });
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
        Relation quotient = make(average, {{total, 1}, {count, 1}});
        const bool fits = computed ? quotient.verdict.status != Status::violated : is_rounded_price(value, quantity(total)) && quotient.verdict.status == Status::holds;
        if (!monthly && fits) return relations_.push_back(quotient), void();
        if (!first) first = computed ? quotient : product;
      }
    }
    if (told) return;
    if (!monthly && (link_sequence(average, counts) || link_wider(average))) return;
    const auto averages = std::count_if(refs.begin(), refs.end(), [&](QuantityRef ref) { return quantity(ref).role == Role::average; });
    const bool of_another = totals.size() == 1 && average < totals.front() && !quantity(totals.front()).announced && facts::content_words(quantity(totals.front()).label, *document_.lexicon).size() > longest_noun / 2 && quantity(totals.front()).indicator == profile::no_concept;   // 每户500元，交通补贴2万元
    const bool of_part = totals.size() == 1 && totals.front() < average && !is_of_the_whole(document_, value) && !names_same(value, quantity(totals.front()));   // 培训费12万元，…，人均补助500元
    if (readings == 1 && first && averages == 0 && !of_another && !of_part && (value.kind == UnitKind::money || value.base_unit == u"人")) relations_.push_back(*first);
  }

  static std::uint32_t distance(QuantityRef a, QuantityRef b) { return a.block != b.block ? 1000 : a.ordinal < b.ordinal ? b.ordinal - a.ordinal : a.ordinal - b.ordinal; }

  /// The indicator that words end in, where only 支出, 费 and the like may follow it.
  std::uint16_t named(std::u16string_view words) const {
    while (!words.empty()) {
      if (const profile::Entry* entry = document_.lexicon->concept_suffix(words)) return entry->concept_index;
      const profile::Entry* tail = document_.lexicon->suffix(words, profile::WordClass::tail);
      if (!tail) break;
      words.remove_suffix(tail->word.size());
    }
    return profile::no_concept;
  }

  // 人均补助 of 补助资金
  static bool names_same(const Quantity& average, const Quantity& total) {
    const std::u16string_view words = average.base;
    for (std::size_t i = std::min(words.find_last_of(u"均每"), words.size()); i + 2 < words.size(); ++i) {
      if (total.label.find(words.substr(i + 1, 2)) != std::u16string::npos) return true;
    }
    return false;
  }

  // 慰问金3.60万元，其中：党员20人，每人1,000元: the parts have their own amounts.
  bool list_between(QuantityRef first, QuantityRef last) const {
    using facts::ElementKind;
    bool inside = false;
    for (const facts::Element& element : document_.blocks[first.block].facts->elements) {
      const bool is_first = element.kind == ElementKind::quantity && static_cast<std::uint32_t>(element.value) == first.ordinal;
      if (element.kind == ElementKind::quantity && static_cast<std::uint32_t>(element.value) == last.ordinal) return false;
      inside = inside || is_first;
      const bool lists = element.kind == ElementKind::announce || element.kind == ElementKind::announce_open || element.kind == ElementKind::announce_partial || element.kind == ElementKind::semicolon || element.kind == ElementKind::colon;
      if (inside && lists) return true;
    }
    return false;
  }

  // 公务接待费5.12万元，接待64批次、512人次，人均100元; 公务用车运行维护费14.60万元，…。用车4辆，车均运行维护费3.65万元: nothing else
  // can be meant.
  bool link_sequence(QuantityRef average, const Refs& counts) {
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
      if (!is_amount_of_money(quantity(ref)) || !is_spent_now(quantity(ref)) || between.size() != 1 || quantity(between.front()).value().is_zero() || list_between(ref, average)) return false;
      relations_.push_back(make(average, {{ref, 1}, {between.front(), 1}}));
      return true;
    }
    return false;
  }

  // 在职人员人均公用经费2.07万元: the words before 人均 name the number, those behind it the amount, wherever both are told.
  // 公务接待费8.36万元，…。接待836人次，人均100元: what the paragraph is about.
  bool link_wider(QuantityRef average) {
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
    if (!first || !named_both) return link_far(average, totals);
    first->proof = false;
    relations_.push_back(std::move(*first));
    return true;
  }

  // 户均投入4,660.89元: of all that was spent, by a number of households told anywhere
  bool link_far(QuantityRef average, Refs totals) {
    const Quantity& value = quantity(average);
    if (std::count_if(value.printed.begin(), value.printed.end(), [](char16_t unit) { return unit >= u'0' && unit <= u'9'; }) < telling_digits) return false;
    for (const char* id : {"executed", "expenditure"}) {
      const auto indicator = document_.lexicon->concept_by_id(id);
      if (!indicator) continue;
      for (const Ledger::Told& each : told_totals({*indicator, {}, {}}, average)) totals.push_back(each.ref);
    }
    for (const char16_t* unit : {u"户", u"人", u"人次", u"辆", u"亩", u"个", u"次"}) {
      for (const QuantityRef count : document_.ledger->counted(unit)) {
        if (quantity(count).value().is_zero() || !counts_what_it_is_of(value, quantity(count))) continue;
        for (const QuantityRef total : totals) {
          Relation quotient = make(average, {{total, 1}, {count, 1}});
          if (quotient.verdict.status == Status::holds) return relations_.push_back(std::move(quotient)), true;
        }
      }
    }
    return false;
  }

  bool is_generic(std::uint16_t indicator) const { return document_.lexicon->vocabulary().concepts[indicator].generic; }

  static Refs refs_of(const std::vector<Ledger::Told>& told) {
    Refs refs;
    for (const Ledger::Told& each : told) refs.push_back(each.ref);
    return refs;
  }

  std::vector<Ledger::Told> told_totals(const Thing& thing, QuantityRef average) const {
    const Ledger& ledger = *document_.ledger;
    const int year = resolved_year(document_, quantity(average));
    return ledger.told(thing, average, [&](QuantityRef ref) {
      const Side side = ledger.side_of(ref);
      return quantity(ref).kind == UnitKind::money && quantity(ref).role != Role::base && side != Side::planned && side != Side::target && ledger.year_of(ref) == year;
    });
  }

  std::vector<Ledger::Told> told_counts(const Thing& thing, QuantityRef average) const {
    const Ledger& ledger = *document_.ledger;
    const int year = resolved_year(document_, quantity(average));
    return ledger.told(thing, average, [&](QuantityRef ref) {
      return is_number_of_things(quantity(ref)) && counts_what_it_is_of(quantity(average), quantity(ref)) && ledger.side_of(ref) != Side::target && ledger.year_of(ref) == year;
    });
  }

  // What the paragraph tells, then the amounts and numbers of one thing, then the staff and the cars that there are.
  void add_near(Refs& totals, Refs& counts, QuantityRef average) const {
    const Quantity& value = quantity(average);
    const Ledger& ledger = *document_.ledger;
    const auto& quantities = document_.blocks[average.block].facts->quantities;
    const auto add = [](Refs& refs, QuantityRef ref) {
      if (refs.size() < most_readings && std::find(refs.begin(), refs.end(), ref) == refs.end()) refs.push_back(ref);
    };
    const bool no_total = totals.empty(), no_count = counts.empty();
    for (std::uint32_t i = 0; i < average.ordinal && no_total && totals.empty(); ++i) {
      if (is_amount_of_money(quantities[i]) && is_spent_now(quantities[i]) && quantities[i].role == Role::level) add(totals, {average.block, i});
    }
    for (std::uint32_t i = static_cast<std::uint32_t>(quantities.size()); i-- > 0 && no_count;) {
      const bool level = quantities[i].role == Role::level || quantities[i].role == Role::total;
      if (i != average.ordinal && level && is_number_of_things(quantities[i]) && counts_what_it_is_of(value, quantities[i])) add(counts, {average.block, i});
    }
    const Refs near_totals = totals, near_counts = counts;
    if (no_total && value.base.find(u'车') != std::u16string::npos) {   // 单车运行费
      for (const char* id : {"vehicle_running", "vehicles"}) {
        const auto indicator = document_.lexicon->concept_by_id(id);
        if (!indicator) continue;
        for (const Ledger::Told& each : told_totals({*indicator, {}, {}}, average)) add(totals, each.ref);
      }
    }
    for (const Thing& thing : ledger.subjects(average)) {
      if (no_total) for (const Ledger::Told& each : told_totals(thing, average)) add(totals, each.ref);
      if (no_count) for (const Ledger::Told& each : told_counts(thing, average)) add(counts, each.ref);
    }
    for (const QuantityRef ref : near_counts) {
      if (no_total) for (const Ledger::Told& each : told_totals(ledger.thing_of(ref), average)) add(totals, each.ref);
    }
    for (const QuantityRef ref : near_totals) {
      if (no_count) for (const Ledger::Told& each : told_counts(ledger.thing_of(ref), average)) add(counts, each.ref);
    }
    if (!no_count) return;
    for (const QuantityRef ref : ledger.in_service()) {
      if (counts_what_it_is_of(value, quantity(ref))) add(counts, ref);
    }
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
    const bool summed = std::any_of(refs.begin(), refs.end(), [&](QuantityRef ref) { return is_product_of(value, quantity(ref)); });
    if (!counted || !summed) {
      for (const QuantityRef before : layout.before(average, sentences_back)) {
        if (std::find(refs.begin(), refs.end(), before) == refs.end()) refs.push_back(before);
      }
    }
    return refs;
  }

  Relation make(QuantityRef result, std::vector<Operand> operands) const { return make_product(document_, result, std::move(operands)); }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  AmountFinder finder_;
};

}  // namespace

void link_products(const DocumentView& document, std::vector<Relation>& relations) { ProductLinker(document, relations).run(); }

}  // namespace gouji::relations
