// Finds the members of a rate by its name and the sentences before it.

#include <algorithm>
#include <tuple>

#include "facts/label.h"
#include "relations/rate_linker.h"

namespace gouji::relations {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::WordClass;

namespace {

constexpr std::uint32_t plans_looked_back = 8;

}  // namespace

void RateLinker::add_totals(Refs& refs, QuantityRef rate, const std::vector<const char*>& ids, std::initializer_list<Basis> bases) const {
  for (const char* id : ids) {
    const auto indicator = document_.lexicon->concept_by_id(id);
    if (!indicator) continue;
    for (const Basis basis : bases) {
      if (const auto found = finder_.nearest(*indicator, rate, {}, basis_class(basis), document_.year)) refs.push_back(*found);
    }
  }
}

// The base stands before the part, or is planned where the rate says how much was done.
std::vector<RateLinker::Reading> RateLinker::readings_of(const Refs& parts, const Refs& amounts, bool done) const {
  std::vector<Reading> result;
  for (const QuantityRef part : parts) {
    for (const QuantityRef base : amounts) {
      const bool usable = base != part && same_measure(quantity(part), quantity(base));
      if (usable && (done ? is_planned(quantity(base)) : base < part || is_due(quantity(base)))) result.push_back({part, base});
    }
  }
  return result;
}

// 本年支出为年初预算的: the words before the base name the part, wherever it is told.
RateLinker::Refs RateLinker::named_part(QuantityRef rate, std::optional<QuantityRef> base) const {
  const Ledger& ledger = *document_.ledger;
  const Thing thing = ledger.named(quantity(rate).label);
  return refs_of(ledger.told(thing, rate, [&](QuantityRef ref) {
    const Side side = ledger.side_of(ref);
    return side != Side::planned && side != Side::target && ref != base && (!base || same_measure(quantity(ref), quantity(*base))) && ledger.year_of(ref) == resolved_year(document_, quantity(rate));
  }));
}

RateLinker::Refs RateLinker::refs_of(const std::vector<Ledger::Told>& told) {
  Refs refs;
  for (const Ledger::Told& each : told) refs.push_back(each.ref);
  return refs;
}

// 到位资金 in 为到位资金的95%: an amount that the words name; else what was planned for the thing that was done.
std::vector<Ledger::Told> RateLinker::told_bases(QuantityRef rate, QuantityRef part, std::optional<Basis> wanted) const {
  const Ledger& ledger = *document_.ledger;
  const auto is_comparable = [&](QuantityRef ref) { return ref != part && same_measure(quantity(ref), quantity(part)) && ledger.year_of(ref) == ledger.year_of(part); };
  if (!wanted) {
    const Thing thing = ledger.named(quantity(rate).base);
    auto found = ledger.told(thing, rate, [&](QuantityRef ref) { return is_comparable(ref) && ledger.side_of(ref) != Side::planned && ledger.side_of(ref) != Side::target; });
    return found.empty() ? ledger.told(thing, rate, is_comparable) : found;
  }
  const auto is_wanted = [&](QuantityRef ref) {
    const Side side = ledger.side_of(ref);
    return is_comparable(ref) && (*wanted == Basis::target ? side == Side::target : side == Side::planned && (*wanted != Basis::adjusted_budget || quantity(ref).basis == Basis::adjusted_budget));
  };
  if (!facts::content_words(quantity(rate).base, *document_.lexicon).empty()) {   // 为概算总投资的91%
    if (auto found = ledger.told(ledger.named(quantity(rate).base), rate, is_wanted); !found.empty()) return found;
  }
  for (const Thing& thing : things_of(rate, part)) {
    if (auto found = ledger.told(thing, rate, is_wanted); !found.empty()) return found;
  }
  std::vector<Ledger::Told> found;   // 总支出完成年初预算的105%
  if (*wanted == Basis::target || !(has_indicator(document_, quantity(part), "expenditure") || has_indicator(document_, quantity(part), "executed")) || !scope_of(document_, quantity(part)).empty()) return found;
  const bool first_budget = quantity(rate).base.find(u"年初") != std::u16string::npos || quantity(rate).base.find(u"批复") != std::u16string::npos;
  if (first_budget) {
    for (const QuantityRef ref : ledger.of_body({"budget"}, part)) found.push_back({ref, Ledger::Match::same});
    return found;
  }
  for (const QuantityRef ref : *wanted == Basis::adjusted_budget ? ledger.of_body({"adjusted_budget"}, part) : ledger.of_body({"budget", "adjusted_budget"}, part)) found.push_back({ref, Ledger::Match::same});
  return found;
}

// 2.公务接待费\n　　完成预算的74.67%: what was done of the thing that the sentence or its heading names
RateLinker::Refs RateLinker::done_below(QuantityRef rate) const {
  const Ledger& ledger = *document_.ledger;
  for (const Thing& thing : ledger.subjects(rate)) {
    const auto found = ledger.told(thing, rate, [&](QuantityRef ref) { return ledger.side_of(ref) == Side::done && ledger.year_of(ref) == document_.year; });
    if (!found.empty() && found.front().match == Ledger::Match::same) return refs_of(found);
  }
  return {};
}

// The thing that the part is told of, and where its own words tell none, what the sentence or the heading is about.
std::vector<Thing> RateLinker::things_of(QuantityRef rate, QuantityRef part) const {
  const Thing own = document_.ledger->thing_of(part);
  if (own.is_known()) return {own};
  return document_.ledger->subjects(rate);
}

// The amounts that a sentence speaks of before `ref`, in the measure of `like` where that is an amount.
RateLinker::Refs RateLinker::parts_before(QuantityRef ref, QuantityRef like, Basis not_of) const {
  Quantity measure = quantity(like);
  if (is_percentage(measure)) {
    const auto before = finder_.layout().before(ref, sentences_back);
    const auto amount = std::find_if(before.begin(), before.end(), [&](QuantityRef other) { return is_stated(quantity(other)) && !is_percentage(quantity(other)); });
    if (amount == before.end()) return {};
    measure = quantity(*amount);
  }
  QuantityRef from = ref;
  for (int sentences = 0; sentences <= sentences_back; ++sentences) {
    Refs refs = finder_.subjects(from, measure, sentences);
    if (refs.empty()) continue;
    const QuantityRef first = *std::min_element(refs.begin(), refs.end());
    std::erase_if(refs, [&](QuantityRef other) { return other == like || (not_of != Basis::unknown && has_basis(quantity(other), not_of)); });
    if (!refs.empty()) return refs;
    from = first;   // 教育支出2986万元，占79%。年初预算2684万元，完成年初预算的111%
  }
  return {};
}

bool RateLinker::is_stated(const Quantity& value) {
  const bool amount = value.role == Role::level || value.role == Role::total || value.role == Role::base;
  return amount && value.approximation == Approximation::exact;
}

std::optional<Basis> RateLinker::basis_of(std::u16string_view words) const {
  const auto& lexicon = *document_.lexicon;
  if (lexicon.contains(words, WordClass::adjusted_budget)) return Basis::adjusted_budget;
  if (lexicon.contains(words, WordClass::budget)) return Basis::budget;
  if (lexicon.contains(words, WordClass::target)) return Basis::target;
  return std::nullopt;
}

const profile::Identity* RateLinker::identity_of(QuantityRef rate) const {
  const auto& identities = document_.lexicon->vocabulary().identities;
  const auto found = std::find_if(identities.begin(), identities.end(), [&](const profile::Identity& identity) {
    const auto& names = identity.result.concepts;
    return identity.kind == "rate" && identity.terms.size() == 2 && std::find(names.begin(), names.end(), quantity(rate).indicator) != names.end();
  });
  return found == identities.end() ? nullptr : &*found;
}

// 按期办结率 -> 按期办结; 满意度 -> 满意
std::u16string_view RateLinker::stem_of(std::u16string_view name) const {
  while (const profile::Entry* tail = document_.lexicon->suffix(name, WordClass::tail)) name.remove_suffix(tail->word.size());
  if (name.size() > 3 && name.ends_with(u"比例")) return name.substr(name.size() - 4, 2);   // 提取比例
  if (name.size() < 3 || (name.back() != u'率' && name.back() != u'度')) return {};
  name.remove_suffix(1);
  return name.size() > 2 ? name.substr(name.size() - 2) : name;
}

// In the sentences before, then wherever the part's indicator is told on that basis.
RateLinker::Refs RateLinker::bases_of(QuantityRef rate, QuantityRef part, Basis wanted) const {
  const auto& concepts = document_.lexicon->vocabulary().concepts;
  const Quantity& value = quantity(part);
  const auto is_specific = [&](const Quantity& other) { return other.indicator != profile::no_concept && !concepts[other.indicator].generic; };
  const bool first_budget = wanted == Basis::budget && (quantity(rate).base.find(u"年初") != std::u16string::npos || quantity(rate).base.find(u"批复") != std::u16string::npos);
  Refs bases;
  for (const QuantityRef before : finder_.layout().before(rate, sentences_back)) {
    const Quantity& other = quantity(before);
    const bool of_another = is_specific(value) && is_specific(other) && value.indicator != other.indicator;
    if (of_another || !is_stated(other) || !has_basis(other, wanted)) continue;
    if (!first_budget || other.basis == Basis::budget) bases.push_back(before);
  }
  if (value.indicator == profile::no_concept) return bases;
  for (const Basis basis : {Basis::budget, Basis::adjusted_budget, Basis::target}) {
    if (!has_basis_class(basis, wanted) || (first_budget && basis != Basis::budget)) continue;
    if (const auto found = finder_.nearest(value.indicator, rate, value.qualifier, basis_class(basis), resolved_year(document_, value))) bases.push_back(*found);
  }
  return bases;
}

// What an amount of money is told of, without what was done with it: 中央资金支出 -> 中央
const std::u16string& RateLinker::thing_of(const Quantity& value) const {
  const auto [thing, is_new] = things_.try_emplace(&value);
  if (is_new) thing->second = read_thing(value);
  return thing->second;
}

std::u16string RateLinker::read_thing(const Quantity& value) const {
  const bool qualified = value.indicator != profile::no_concept && !value.qualifier.empty();
  std::u16string words = facts::content_words(qualified ? value.qualifier : value.label, *document_.lexicon);
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto* list : {&document_.lexicon->vocabulary().words[static_cast<std::size_t>(WordClass::tail)], &document_.lexicon->vocabulary().words[static_cast<std::size_t>(WordClass::topic)]}) {
      for (const std::u16string& word : *list) {
        if (word.size() < 2 || !words.ends_with(word) || words.size() < word.size() + 2) continue;
        words.resize(words.size() - word.size());
        changed = true;
      }
    }
  }
  return words;
}

bool RateLinker::is_same_thing(const Quantity& a, const Quantity& b) const {
  const auto& concepts = document_.lexicon->vocabulary().concepts;
  const auto specific = [&](const Quantity& value) { return value.indicator != profile::no_concept && value.qualifier.empty() && !concepts[value.indicator].generic; };
  if (specific(a) && specific(b)) return a.indicator == b.indicator && !has_indicator(document_, a, "expenditure");
  const std::u16string &first = thing_of(a), &second = thing_of(b);
  const auto& [shorter, longer] = first.size() < second.size() ? std::tie(first, second) : std::tie(second, first);
  if (shorter.size() < 2) return false;
  return shorter == longer || (shorter.size() >= 3 && (longer.starts_with(shorter) || longer.ends_with(shorter)));
}

// Whatever was planned or is there to be spent in the paragraphs before; what holds is meant.
RateLinker::Refs RateLinker::plans_before(QuantityRef part) const {
  Refs plans;
  for (std::uint32_t block = part.block + 1; block-- > 0 && block + plans_looked_back >= part.block;) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    for (std::uint32_t i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
      const Quantity& value = quantities[i];
      const bool fits = QuantityRef{block, i} < part && is_stated(value) && value.cell < 0 && same_measure(value, quantity(part)) && resolved_year(document_, value) == resolved_year(document_, quantity(part));
      if (fits && (is_planned(value) || is_arrived(value))) plans.push_back({block, i});
    }
  }
  return plans;
}

// The plan of what the part is told of, wherever it is told: 中央资金支出468万元，执行率97.58%
std::vector<Ledger::Told> RateLinker::own_bases(QuantityRef rate, QuantityRef part) const {
  const Ledger& ledger = *document_.ledger;
  const Thing thing = ledger.thing_of(part);
  const bool whole = thing.indicator != profile::no_concept && document_.lexicon->vocabulary().concepts[thing.indicator].generic;   // 支出, of which whatever was planned is the plan
  if (whole) return {};
  return ledger.told(thing, rate, [&](QuantityRef ref) {
    const Side side = ledger.side_of(ref);
    return ref != part && (side == Side::planned || side == Side::target) && same_measure(quantity(ref), quantity(part)) && ledger.year_of(ref) == ledger.year_of(part);
  });
}

// 基金执行率, 上半年执行进度 are of something else than the amounts beside them.
bool RateLinker::is_of_all(QuantityRef rate) const {
  std::u16string_view name = quantity(rate).label;
  for (const std::u16string_view other : {u"总体", u"综合", u"平均", u"月", u"季", u"半年"}) {
    if (name.find(other) != std::u16string_view::npos) return false;   // of amounts that may not be told
  }
  while (const profile::Entry* tail = document_.lexicon->suffix(name, WordClass::tail)) name.remove_suffix(tail->word.size());
  if (const profile::Entry* word = document_.lexicon->suffix(name, WordClass::execution)) name.remove_suffix(word->word.size());
  const std::u16string rest = facts::content_words(name, *document_.lexicon);
  return rest.empty() || rest == u"资金" || rest == u"支出";
}

// 上年执行率93%; 2024年执行率力争达到98%
bool RateLinker::is_in_time(QuantityRef rate) const {
  const Quantity& value = quantity(rate);
  if (value.period.kind == facts::PeriodKind::previous || value.basis == Basis::target) return false;
  return value.period.kind != facts::PeriodKind::year || document_.year == 0 || value.period.year == document_.year;
}

bool RateLinker::says_all(const Quantity& value, std::u16string_view name) const {
  while (const profile::Entry* tail = document_.lexicon->suffix(name, WordClass::tail)) name.remove_suffix(tail->word.size());
  if (name.empty()) return false;
  const std::u16string stem = facts::content_words(name.substr(0, name.size() - 1), *document_.lexicon);
  return std::all_of(stem.begin(), stem.end(), [&](char16_t unit) { return value.label.find(unit) != std::u16string::npos || value.after.find(unit) != std::u16string::npos || unit == u'率'; });
}

bool RateLinker::usable(const Reading& reading) const {
  return reading.part != reading.base && same_measure(quantity(reading.part), quantity(reading.base)) && !quantity(reading.base).value().is_zero();
}

std::vector<RateLinker::Reading> RateLinker::pairs(const Refs& parts, const Refs& bases) {
  std::vector<Reading> result;
  for (const QuantityRef part : parts) {
    for (const QuantityRef base : bases) result.push_back({part, base});
  }
  return result;
}

// 集中供养180人…。供养对象共800人，集中供养率22.5%: the base may be told behind the part
bool RateLinker::link_behind(QuantityRef rate, const Refs& parts, const Refs& amounts) {
  std::vector<Reading> readings;
  for (const QuantityRef part : parts) {
    for (const QuantityRef base : amounts) {
      if (part < base && quantity(part).value() < quantity(base).value()) readings.push_back({part, base});
    }
  }
  return link_first(rate, readings, Status::holds);
}

}  // namespace gouji::relations
