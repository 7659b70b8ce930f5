// Rates: 执行率, 完成预算的…, 为目标的…, 合格率: what was done, divided by what was to be done.

#include <algorithm>

#include "facts/label.h"
#include "relations/linkers.h"
#include "relations/memory.h"
#include "relations/rate_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;

namespace {

constexpr std::size_t most_readings = 48;  // of what a rate is of

}  // namespace

void RateLinker::run() {
  for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      const Quantity& value = quantities[i];
      if (value.role != Role::rate || !is_percentage(value) || value.approximation != Approximation::exact) continue;
      link_unit(document_, Linker::rates, {block, i}, relations_, [&] { link({block, i}); });
    }
  }
}

void RateLinker::link(QuantityRef rate) {
  const Quantity& value = quantity(rate);
  if (value.series > 0) return;
  if (value.respectively) return link_series(rate);
  if (value.base_quantity >= 0) {   // 完成目标400件的103%
    const QuantityRef base{rate.block, static_cast<std::uint32_t>(value.base_quantity)};
    Refs parts = named_part(rate, base);
    const bool sure = !parts.empty();
    if (parts.empty()) parts = parts_before(base, base);
    return keep(rate, pairs(parts, {base}), sure || parts.size() == 1);
  }
  if (!value.base.empty()) return link_named_base(rate);
  if (link_quotient(rate)) return;
  const std::u16string_view name = value.label;
  if (const profile::Identity* identity = identity_of(rate)) return link_by_indicators(rate, *identity);
  if (is_of_budget(name)) return link_execution(rate);
  link_counts(rate);
}

// 完成预算的86.17%; 为目标任务的104%; 本年支出为年初预算的122.22%; 为到位资金的95%
void RateLinker::link_named_base(QuantityRef rate) {
  const auto wanted = basis_of(quantity(rate).base);
  Refs parts = named_part(rate, std::nullopt);
  const bool named = !parts.empty();
  if (parts.empty()) parts = parts_before(rate, rate, wanted.value_or(Basis::unknown));
  if (parts.empty()) parts = done_below(rate);
  std::vector<Reading> readings;
  for (const QuantityRef part : parts) {
    if (!wanted) break;
    for (const QuantityRef base : bases_of(rate, part, *wanted)) readings.push_back({part, base});
  }
  if (link_first(rate, readings)) return;
  if (wanted == Basis::target && link_goal(rate, parts)) return;
  for (const QuantityRef part : parts) {
    const auto told = told_bases(rate, part, wanted);
    if (!readings.empty() && !told.empty() && told.front().match != Ledger::Match::same) continue;   // what stands beside it is meant
    if (link_first(rate, pairs({part}, refs_of(told)))) return;
    const bool sure = readings.empty() && (named || parts.size() == 1) && document_.ledger->one_value(told) && told.front().match == Ledger::Match::same;
    if (sure) return keep(rate, pairs({part}, refs_of(told)), false);
  }
  if (readings.empty()) return;
  const QuantityRef nearest = *std::max_element(parts.begin(), parts.end());   // 其中：接待费1.2万元，完成预算的80%
  const auto first = std::find_if(readings.begin(), readings.end(), [&](const Reading& reading) { return reading.part == nearest && usable(reading); });
  if (first == readings.end()) return;
  if (quantity(first->base).limit == 1) return;   // 超出目标3.4万页: the target, or by so much
  const auto bases = std::count_if(readings.begin(), readings.end(), [&](const Reading& reading) { return reading.part == nearest; });
  keep(rate, {*first}, bases == 1 && (named || parts.size() == 1));
}

// 执行率, 支付率, 到位率: by what the amounts are on the way from budget to spending.
void RateLinker::link_execution(QuantityRef rate) {
  if (!is_in_time(rate) || link_named_execution(rate)) return;
  const bool of_arrival = quantity(rate).label.find(u"到位") != std::u16string::npos;
  Refs parts, bases;
  for (int sentences = 0; sentences <= sentences_back && (parts.empty() || bases.empty()); ++sentences) {
    if (parts.empty()) parts = on_the_way(rate, sentences, [&](const Quantity& value) { return of_arrival ? is_arrived(value) : is_spent(value); });
    if (bases.empty()) bases = on_the_way(rate, sentences, [&](const Quantity& value) { return is_planned(value) || (!of_arrival && is_arrived(value)); });
  }
  const bool told_here = !parts.empty() && finder_.layout().sentence(parts.front()) == finder_.layout().sentence(rate) && !bases.empty();
  const bool sure = parts.size() == 1 && bases.size() == 1;
  const auto told = parts.empty() ? std::vector<Ledger::Told>() : own_bases(rate, parts.front());
  const Refs own = refs_of(told);
  if (!own.empty() && link_first(rate, pairs({parts.front()}, own))) return;
  const auto near = pairs(parts, bases);
  if (link_first(rate, near)) return;
  if (!own.empty() && told_here && is_of_all(rate) && told.front().match == Ledger::Match::same && document_.ledger->one_value(told)) return keep(rate, pairs({parts.front()}, own), own.size() == 1);
  if (bases.empty() && !parts.empty()) {   // 项目资金200万元，实际到位180万元: whatever else is told of money
    const Refs others = on_the_way(rate, 0, [&](const Quantity& value) { return !is_arrived(value) && !is_spent(value) && !value.remainder; });
    if (link_first(rate, pairs(parts, others))) return;
  }
  if (parts.empty() && !bases.empty()) {   // 宣传费安排12万元，只花掉52%: what was spent is told elsewhere
    const auto spent = document_.ledger->told(document_.ledger->thing_of(bases.front()), rate, [&](QuantityRef ref) {
      const Side side = document_.ledger->side_of(ref);
      return side != Side::planned && side != Side::target && same_measure(quantity(ref), quantity(bases.front())) && document_.ledger->year_of(ref) == document_.ledger->year_of(bases.front());
    });
    if (link_first(rate, pairs(refs_of(spent), {bases.front()}), Status::holds)) return;
  }
  if (parts.empty() && bases.empty()) {   // 停车位60个，使用54个，使用率90%
    const std::size_t before = relations_.size();
    link_counts(rate);
    if (relations_.size() > before || !is_of_all(rate)) return;
  }
  if (parts.empty()) parts = parts_before(rate, rate, Basis::budget);
  add_totals(parts, rate, of_arrival ? std::vector<const char*>{"funds"} : std::vector<const char*>{"expenditure", "executed", "general_budget_expenditure"}, {Basis::actual});
  add_totals(bases, rate, {"adjusted_budget", "budget", "available_funds", "expenditure", "grand_income"}, {Basis::adjusted_budget, Basis::budget, Basis::actual});
  if (link_first(rate, pairs(parts, bases))) return;
  for (const QuantityRef part : parts) {
    if (link_first(rate, pairs({part}, plans_before(part)), Status::holds)) return;
  }
  if (!told_here || !is_of_all(rate) || near.empty()) return;
  if (is_of_another(quantity(near.front().part), quantity(near.front().base))) return;
  keep(rate, {near.front()}, sure);
}

// 公务接待费执行率80%: the words before it name what was spent, and of which plan
bool RateLinker::link_named_execution(QuantityRef rate) {
  const Ledger& ledger = *document_.ledger;
  std::u16string_view name = quantity(rate).label;
  const profile::Entry* word = document_.lexicon->suffix(name, profile::WordClass::execution);
  if (!word || name.size() < word->word.size() + 2) return false;
  const Thing thing = ledger.named(name.substr(0, name.size() - word->word.size()));
  if (!thing.is_known() || (thing.indicator != profile::no_concept && document_.lexicon->vocabulary().concepts[thing.indicator].generic)) return false;
  const int year = resolved_year(document_, quantity(rate));
  const auto on = [&](bool planned) {
    return ledger.told(thing, rate, [&](QuantityRef ref) {
      const Side side = ledger.side_of(ref);
      return quantity(ref).kind == profile::UnitKind::money && ledger.year_of(ref) == year && (planned ? side == Side::planned || side == Side::target : side == Side::done || side == Side::plain);
    });
  };
  const auto spent = on(false), plans = on(true);
  if (link_first(rate, pairs(refs_of(spent), refs_of(plans)))) return true;
  const auto& words = document_.blocks[rate.block].block->folded;
  const bool by_then = words.contains(u"月") || words.contains(u"季度") || words.contains(u"半年");   // 截至9月底，公务接待费执行率62%
  const bool sure = !by_then && ledger.one_value(spent) && ledger.one_value(plans) && spent.front().match == Ledger::Match::same && plans.front().match == Ledger::Match::same;
  if (sure) keep(rate, pairs(refs_of(spent), refs_of(plans)), false);
  return sure;
}

// 在职人员控制率: 在职 / 编制; 资产负债率: 负债 / 资产
void RateLinker::link_by_indicators(QuantityRef rate, const profile::Identity& identity) {
  const int year = resolved_year(document_, quantity(rate));
  const auto told = [&](const profile::Term& term) {
    Refs refs;
    for (const std::uint16_t indicator : term.concepts) {
      const Basis basis = term.basis == "budget" ? Basis::budget : Basis::actual;
      if (const auto found = finder_.nearest(indicator, rate, {}, basis_class(basis), year)) refs.push_back(*found);
      else if (finder_.mentions().of(indicator).size() == 1) refs.push_back(finder_.mentions().of(indicator).front());   // 事业编制32名: the only one that is told
    }
    return refs;
  };
  keep(rate, pairs(told(identity.terms[0]), told(identity.terms[1])), false);
}

// 收回148份，收回率98.67%: the part is what the rate's name says was done; else the amount just before the rate.
void RateLinker::link_counts(QuantityRef rate) {
  const std::u16string_view stem = stem_of(quantity(rate).label);
  if (stem.empty()) return;
  const auto& lexicon = *document_.lexicon;
  const bool of_change = lexicon.prefix(stem, profile::WordClass::decrease) || lexicon.prefix(stem, profile::WordClass::increase) || lexicon.prefix(stem, profile::WordClass::remainder);
  if (of_change && link_saving(rate)) return;
  const bool done = stem == u"完成", marked = stem == u"得分";
  Refs parts, amounts;
  for (const QuantityRef before : finder_.layout().before(rate, sentences_back)) {
    const Quantity& value = quantity(before);
    const bool stated = is_stated(value) || (marked && value.role == Role::detail);
    if (!stated || is_percentage(value) || marked != (value.kind == profile::UnitKind::score)) continue;
    if (says(value, stem) || (marked && value.label.ends_with(u"得"))) parts.push_back(before);
    amounts.push_back(before);
  }
  const bool named = !parts.empty() && finder_.layout().sentence(parts.front()) == finder_.layout().sentence(rate);
  auto readings = readings_of(parts, amounts, done);
  if (link_first(rate, readings)) return;
  const std::optional<Reading> first = readings.empty() ? std::nullopt : std::optional(readings.front());
  if (done) {   // 扫描52万页，超过年初目标50万页，完成率104%
    for (const QuantityRef amount : amounts) {
      if (!is_planned(quantity(amount))) parts.push_back(amount);
    }
  } else if (!amounts.empty()) {
    parts.push_back(amounts.front());
  }
  if (link_first(rate, readings_of(parts, amounts, done), done ? Status::rounding : Status::holds)) return;
  if (done && link_goal(rate, amounts)) return;
  if (link_behind(rate, parts, amounts)) return;
  if (!first || !named) return;
  const bool one_sentence = finder_.layout().sentence(first->base) == finder_.layout().sentence(rate);
  const bool plain = quantity(first->base).limit == 0 && says_all(quantity(first->part), quantity(rate).label) && (done || first->part == amounts.front());   // 超过任务0.11万亩: the task, or by so much
  if (one_sentence && plain) keep(rate, {*first}, readings.size() == 1);
}

// 执行率98.16%（支出491.27万元/调整后预算500.50万元）: nothing but a part and its base in the bracket behind it.
bool RateLinker::link_quotient(QuantityRef rate) {
  using facts::ElementKind;
  const auto& elements = document_.blocks[rate.block].facts->elements;
  for (std::size_t i = 0; i + 4 < elements.size(); ++i) {
    if (elements[i].kind != ElementKind::quantity || static_cast<std::uint32_t>(elements[i].value) != rate.ordinal) continue;
    const bool two = elements[i + 1].kind == ElementKind::open && elements[i + 2].kind == ElementKind::quantity && elements[i + 3].kind == ElementKind::quantity && elements[i + 4].kind == ElementKind::close;
    const Reading reading{{rate.block, rate.ordinal + 1}, {rate.block, rate.ordinal + 2}};
    if (!two || !usable(reading)) return false;
    keep(rate, {reading}, true);
    return true;
  }
  return false;
}

// 采购预算281万元，实际采购269万元，节约12万元，节约率4.30%: what was saved, of what was planned.
bool RateLinker::link_saving(QuantityRef rate) {
  if (rate.ordinal == 0) return false;
  const QuantityRef part{rate.block, rate.ordinal - 1};
  const Quantity& saved = quantity(part);
  if ((saved.role != Role::change && !saved.remainder) || is_percentage(saved) || saved.approximation != Approximation::exact || finder_.layout().sentence(part) != finder_.layout().sentence(rate)) return false;
  std::vector<Reading> readings;
  std::size_t planned = 0;
  for (const QuantityRef before : finder_.layout().before(part, sentences_back)) {
    if (!is_stated(quantity(before)) || !usable({part, before})) continue;
    const bool is_plan = is_planned(quantity(before));
    readings.insert(is_plan ? readings.begin() + static_cast<std::ptrdiff_t>(planned++) : readings.end(), {part, before});
  }
  if (link_first(rate, readings)) return true;
  if (planned == 1) keep(rate, {readings.front()}, false);
  return planned == 1;
}

// 改造步道5460米，完成率105%; 水上巡护240次，为目标的109.09%: the goal was set elsewhere.
bool RateLinker::link_goal(QuantityRef rate, const Refs& parts) {
  if (parts.empty()) return false;
  const Goals::Match match = goals_.of(parts.front());
  const Reading reading{parts.front(), match.goal};
  if (!match.known || match.goal == parts.front() || !usable(reading)) return false;
  if (link_first(rate, {reading})) return true;
  const bool beside = parts.front().block == rate.block && parts.front().ordinal + 1 == rate.ordinal;
  if (match.certain && beside) keep(rate, {reading}, false);
  return match.certain && beside;
}

Relation RateLinker::make(QuantityRef rate, const Reading& reading, bool proof) const {
  Relation relation;
  relation.kind = RelationKind::rate;
  relation.result = rate;
  relation.operands = {{reading.part, 1}, {reading.base, 1}};
  relation.derived = true;
  relation.proof = proof;
  relation.verdict = judge(document_, relation);
  return relation;
}

/// Ties the first reading that does not fail; a rate with several readings accuses only where all of them do.
bool RateLinker::link_first(QuantityRef rate, const std::vector<Reading>& readings, Status worst) {
  std::size_t tried = 0;
  for (const Reading& reading : readings) {
    if (!usable(reading) || ++tried > most_readings) continue;
    Relation relation = make(rate, reading, true);
    if (relation.verdict.status > worst) continue;
    relations_.push_back(std::move(relation));
    return true;
  }
  return false;
}

void RateLinker::keep(QuantityRef rate, const std::vector<Reading>& readings, bool sure) {
  if (link_first(rate, readings)) return;
  const auto first = std::find_if(readings.begin(), readings.end(), [&](const Reading& reading) { return usable(reading); });
  if (first == readings.end()) return;
  const bool counted = quantity(first->part).kind == profile::UnitKind::count && first->part.block == first->base.block;
  const bool turned = counted && quantity(first->part).value() > quantity(first->base).value() && quantity(rate).number <= number::Decimal(100, 0);   // 14项中完成13项，完成率92.86%
  relations_.push_back(make(rate, turned ? Reading{first->base, first->part} : *first, sure));
}

void link_rates(const DocumentView& document, std::vector<Relation>& relations) { RateLinker(document, relations).run(); }

}  // namespace gouji::relations
