// Finds the amount and the number that an average is of: beside it, or wherever its words or its sentence name them.

#include <algorithm>

#include "relations/product_linker.h"
#include "relations/product_words.h"

namespace gouji::relations {

using facts::Approximation;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

namespace {

constexpr int sentences_back = 2;
constexpr std::size_t most_readings = 12;   // of an amount or a number that is told elsewhere

}  // namespace

bool ProductLinker::is_number_of_things(const Quantity& value) {
  const bool counted = value.kind == UnitKind::count || value.kind == UnitKind::area || value.kind == UnitKind::length || value.kind == UnitKind::weight;
  return counted && value.approximation == Approximation::exact && value.role != Role::average && value.role != Role::change;
}

bool ProductLinker::is_amount_of_money(const Quantity& value) {
  return value.kind == UnitKind::money && value.approximation == Approximation::exact && (value.role == Role::level || value.role == Role::total || value.role == Role::detail);
}

// What a product of this average comes to: money, or the people that so many of each make.
bool ProductLinker::is_total(const Quantity& average, const Quantity& other) {
  if (average.kind == UnitKind::money) return is_amount_of_money(other);
  const bool level = other.role == Role::level || other.role == Role::total;
  if (!average.after.empty() && other.label.find(average.after) == std::u16string::npos && other.after.find(average.after) == std::u16string::npos) return false;   // 每亩平均4个作业环节
  return level && other.kind == UnitKind::count && other.approximation == Approximation::exact && (other.base_unit == average.base_unit || other.base_unit == average.base_unit + u"次");
}

/// The indicator that words end in, where only 支出, 费 and the like may follow it.
std::uint16_t ProductLinker::named(std::u16string_view words) const {
  while (!words.empty()) {
    if (const profile::Entry* entry = document_.lexicon->concept_suffix(words)) return entry->concept_index;
    const profile::Entry* tail = document_.lexicon->suffix(words, profile::WordClass::tail);
    if (!tail) break;
    words.remove_suffix(tail->word.size());
  }
  return profile::no_concept;
}

// 慰问金3.60万元，其中：党员20人，每人1,000元: the parts have their own amounts.
bool ProductLinker::list_between(QuantityRef first, QuantityRef last) const {
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

ProductLinker::Refs ProductLinker::refs_of(const std::vector<Ledger::Told>& told) {
  Refs refs;
  for (const Ledger::Told& each : told) refs.push_back(each.ref);
  return refs;
}

std::vector<Ledger::Told> ProductLinker::told_totals(const Thing& thing, QuantityRef average) const {
  const Ledger& ledger = *document_.ledger;
  const int year = resolved_year(document_, quantity(average));
  return ledger.told(thing, average, [&](QuantityRef ref) {
    const Side side = ledger.side_of(ref);
    return quantity(ref).kind == UnitKind::money && quantity(ref).role != Role::base && side != Side::planned && side != Side::target && ledger.year_of(ref) == year;
  });
}

std::vector<Ledger::Told> ProductLinker::told_counts(const Thing& thing, QuantityRef average) const {
  const Ledger& ledger = *document_.ledger;
  const int year = resolved_year(document_, quantity(average));
  return ledger.told(thing, average, [&](QuantityRef ref) {
    return is_number_of_things(quantity(ref)) && counts_what_it_is_of(quantity(average), quantity(ref)) && ledger.side_of(ref) != Side::target && ledger.year_of(ref) == year;
  });
}

// What the paragraph tells, then the amounts and numbers of one thing, then the staff and the cars that there are.
void ProductLinker::add_near(Refs& totals, Refs& counts, QuantityRef average) const {
  const Quantity& value = quantity(average);
  const Ledger& ledger = *document_.ledger;
  const auto& quantities = document_.blocks[average.block].facts->quantities;
  const auto add = [](Refs& refs, QuantityRef ref) {
    if (refs.size() < most_readings && std::find(refs.begin(), refs.end(), ref) == refs.end()) refs.push_back(ref);
  };
  const bool no_total = totals.empty(), no_count = counts.empty();
  for (std::uint32_t i = 0; i < average.ordinal && no_total && totals.empty(); ++i) {
    if (is_amount_of_money(quantities[i]) && is_actual(quantities[i]) && quantities[i].role == Role::level) add(totals, {average.block, i});
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
ProductLinker::Refs ProductLinker::around(QuantityRef average) const {
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

}  // namespace gouji::relations
