// Finds the members of a change by the words around it and the sentence it stands in.

#include "facts/label.h"
#include "relations/change_linker.h"

namespace gouji::relations {

using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::WordClass;

namespace {

constexpr int sentences_back = 3;    // from 较上年 to the amount that it speaks of

}  // namespace

// 减少0.94万元，[下降8.7%]: the amount of the same comparison, just before the rate.
std::optional<QuantityRef> ChangeLinker::amount_of(QuantityRef change) const {
  if (!is_percentage(quantity(change))) return std::nullopt;
  for (const QuantityRef before : finder_.layout().before(change, 0)) {
    const Quantity& value = quantity(before);
    if (value.role != Role::change) return std::nullopt;
    const bool same = value.direction == quantity(change).direction && value.base_quantity == quantity(change).base_quantity && value.against == quantity(change).against;
    if (!same) return std::nullopt;
    if (!is_percentage(value) && value.kind != profile::UnitKind::point) return value.approximation == facts::Approximation::exact ? std::optional(before) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<QuantityRef> ChangeLinker::stated_earlier(QuantityRef change) const {
  const int base = quantity(change).base_quantity;
  if (names_another(change)) return std::nullopt;
  if (base < 0) return earlier_in_sentence(change, nullptr);
  const QuantityRef ref{change.block, static_cast<std::uint32_t>(base)};
  return quantity(ref).approximation == facts::Approximation::exact ? std::optional(ref) : std::nullopt;
}

// 较上年减少1.2万元，其中公务接待费减少0.9万元: the second change is compared with another amount.
bool ChangeLinker::names_another(QuantityRef change) const {
  const Quantity& value = quantity(change);
  if (facts::content_words(value.label, *document_.lexicon).empty()) return false;
  const bool own_clause = value.base_quantity + 1 == static_cast<int>(change.ordinal) && value.base_quantity >= 0;
  const bool general = value.indicator != profile::no_concept && value.qualifier.empty() && (has_indicator(document_, value, "expenditure") || has_indicator(document_, value, "income"));
  return !own_clause && !general;
}

Against ChangeLinker::against(QuantityRef change) const {
  const std::u16string& words = quantity(change).against;
  const auto& lexicon = *document_.lexicon;
  if (lexicon.contains(words, WordClass::budget) || lexicon.contains(words, WordClass::adjusted_budget)) return Against::budget;
  if (words.empty()) return quantity(change).basis == Basis::target ? Against::target : Against::unstated;   // 高出目标4.16个百分点
  if (lexicon.contains(words, WordClass::previous_period)) return Against::previous;
  if (lexicon.contains(words, WordClass::target)) return Against::target;
  return words.find(u'年') != std::u16string::npos ? Against::previous : Against::other;
}

bool ChangeLinker::is_earlier(const Quantity& value, Against against) const {
  switch (against) {
    case Against::previous: return value.period.kind == facts::PeriodKind::previous || value.basis == Basis::previous || (value.period.kind == facts::PeriodKind::year && value.period.year < document_.year);
    case Against::budget: return value.basis == Basis::budget || value.basis == Basis::adjusted_budget;
    case Against::target: return value.basis == Basis::target;
    case Against::unstated: return is_earlier(value, Against::previous) || is_earlier(value, Against::budget);
    default: return false;
  }
}

// 较2021年: the year that is named, or 0
int ChangeLinker::year_against(QuantityRef change) const {
  const std::u16string& words = quantity(change).against;
  const auto at = words.find(u"年");
  if (at == std::u16string::npos || at < 4) return 0;
  int year = 0;
  for (std::size_t i = at - 4; i < at; ++i) {
    if (words[i] < u'0' || words[i] > u'9') return 0;
    year = year * 10 + (words[i] - u'0');
  }
  return year;
}

// 上年187期，增加27期; an aside may tell it: 支出90万元（上年80万元），增长12.5%
std::optional<QuantityRef> ChangeLinker::earlier_in_sentence(QuantityRef change, const Quantity* like) const {
  const Against wanted = against(change);
  const bool named = names_another(change);
  const int year = year_against(change);
  const bool of_result = document_.lexicon->contains(quantity(change).against, WordClass::actual);   // 较上年决算: not 上年预算
  for (std::uint32_t i = change.ordinal; i-- > 0;) {
    const QuantityRef before{change.block, i};
    if (finder_.layout().sentence(before) != finder_.layout().sentence(change)) break;
    const Quantity& value = quantity(before);
    if (of_result && (is_earlier(value, Against::budget) || document_.lexicon->contains(value.label, WordClass::budget))) continue;
    if (value.approximation != facts::Approximation::exact || value.role == Role::change || value.role == Role::detail || is_percentage(value) != (quantity(change).kind == profile::UnitKind::point)) continue;
    if (like && !same_measure(*like, value)) continue;
    const bool nameless = value.role != Role::base && value.indicator == profile::no_concept && facts::content_words(value.label, *document_.lexicon).empty();
    if (named && value.indicator != quantity(change).indicator && !nameless) continue;
    const std::uint16_t named_as = quantity(change).indicator;
    const bool of_another = named_as != profile::no_concept && value.indicator != profile::no_concept && named_as != value.indicator && !is_generic(named_as) && !is_generic(value.indicator);
    if (of_another || speaks_of_another(before, change)) continue;
    if (wanted == Against::unstated && value.basis == Basis::adjusted_budget && leads_to(before, change)) continue;
    const bool of_year = value.period.kind == facts::PeriodKind::year && value.period.year == year;
    if (year != 0 ? of_year : is_earlier(value, wanted) || is_year_before(before, change)) return before;
  }
  return (wanted == Against::previous || wanted == Against::unstated) && like ? earlier_behind(change, *like) : std::nullopt;
}

// 调整后预算1700万元，净增214万元: what the change came to
bool ChangeLinker::leads_to(QuantityRef now, QuantityRef change) const {
  for (std::uint32_t i = now.ordinal + 1; i < change.ordinal; ++i) {
    if (quantity({now.block, i}).role != Role::change) return false;
  }
  return true;
}

// 每人每月520元，比上年提高40元，上年为480元: told behind, with no other name
std::optional<QuantityRef> ChangeLinker::earlier_behind(QuantityRef change, const Quantity& like) const {
  const auto& quantities = document_.blocks[change.block].facts->quantities;
  for (std::uint32_t i = change.ordinal + 1; i < quantities.size(); ++i) {
    const QuantityRef behind{change.block, i};
    const Quantity& value = quantities[i];
    if (finder_.layout().sentence(behind) != finder_.layout().sentence(change)) return std::nullopt;
    if (value.role == Role::change && !is_percentage(value)) return std::nullopt;
    if (value.role == Role::change) continue;
    const bool named = value.indicator != profile::no_concept && !(document_.lexicon->vocabulary().concepts[value.indicator].generic && value.qualifier.empty());
    const bool nameless = !named && facts::content_words(value.label, *document_.lexicon).empty();
    const bool opening = value.moment < 0 && (quantity(change).against.starts_with(u"年初") || quantity(change).against.starts_with(u"期初"));   // 较年初增加23万元，年初为632万元
    return nameless && same_measure(like, value) && value.approximation == facts::Approximation::exact && (opening || is_earlier(value, against(change))) ? std::optional(behind) : std::nullopt;
  }
  return std::nullopt;
}

// 项目支出25万元，上年基本支出60万元，较上年增加5万元: last year's value of something else
bool ChangeLinker::speaks_of_another(QuantityRef earlier, QuantityRef change) const {
  const std::uint16_t indicator = quantity(earlier).indicator;
  if (indicator == profile::no_concept || is_generic(indicator)) return false;
  bool told_beside = false;
  for (std::uint32_t i = 0; i < change.ordinal; ++i) {
    const QuantityRef other{change.block, i};
    const Quantity& value = quantity(other);
    if (other == earlier || !is_amount(value) || finder_.layout().sentence(other) != finder_.layout().sentence(change) || !same_measure(value, quantity(earlier))) continue;
    if (value.indicator == indicator) return false;
    told_beside = told_beside || (value.indicator != profile::no_concept && !is_generic(value.indicator));
  }
  return told_beside;
}

// 2022年收入120万元，2023年收入150万元，同比增加: the year before that of the amount just before the change
bool ChangeLinker::is_year_before(QuantityRef earlier, QuantityRef change) const {
  if (against(change) != Against::previous || quantity(earlier).period.kind != facts::PeriodKind::year) return false;
  for (std::uint32_t i = earlier.ordinal + 1; i < change.ordinal; ++i) {
    const Quantity& between = quantity({change.block, i});
    if (between.period.kind == facts::PeriodKind::year && between.period.year == quantity(earlier).period.year + 1 && same_measure(between, quantity(earlier))) return true;
  }
  return false;
}

// In the sentence, then wherever the indicator is told for the year before or on the basis compared with.
std::vector<QuantityRef> ChangeLinker::earliers(QuantityRef change, QuantityRef now) const {
  std::vector<QuantityRef> result;
  const bool adjusted = against(change) == Against::unstated && basis_class(quantity(now).basis) == 2;   // 调整后预算1700万元，净增214万元
  const Against wanted = adjusted ? Against::budget : against(change);
  if (adjusted && has_indicator(document_, quantity(now), "adjusted_budget")) {
    const auto found = initial_budget(change, quantity(now));
    if (found) return {*found};
  }
  if (const auto near = earlier_in_sentence(change, &quantity(now))) result.push_back(*near);
  const Quantity& value = quantity(now);
  const int named_year = year_against(change);
  const auto is_of_year = [&](QuantityRef ref) { return named_year == 0 || resolved_year(document_, quantity(ref)) == named_year; };
  std::erase_if(result, [&](QuantityRef ref) { return wanted == Against::budget && !is_of_year(ref); });
  if (wanted == Against::budget) {
    for (const QuantityRef before : finder_.layout().before(change, sentences_back)) {
      if (is_of_year(before) && is_earlier(quantity(before), wanted) && same_measure(quantity(before), value)) result.push_back(before);
    }
  }
  if (wanted == Against::target) {   // 承办赛事15场，比目标多3场
    const Goals::Match match = goals_.of(now);
    if (match.known && match.goal != now) result.push_back(match.goal);
  }
  if (value.indicator == profile::no_concept || wanted == Against::other) return result;
  if (has_indicator(document_, value, "closing_balance") && quantity(change).against.starts_with(u"年初")) {   // 年末结转29万元，比年初减少7万元
    const auto opening = document_.lexicon->concept_by_id("opening_balance");
    const auto found = opening ? finder_.nearest(*opening, change, value.qualifier, basis_class(Basis::actual), document_.year) : std::nullopt;
    if (found) result.push_back(*found);
  }
  const int year = resolved_year(document_, value);
  const auto add = [&](int basis, int of_year) {
    if (const auto found = finder_.nearest(value.indicator, change, value.qualifier, basis, of_year)) result.push_back(*found);
  };
  if (wanted == Against::previous || wanted == Against::unstated) {
    add(basis_class(Basis::previous), year - 1);
    add(basis_class(Basis::actual), year - 1);
  } else if (wanted == Against::budget) {
    add(basis_class(Basis::budget), named_year == 0 ? year : named_year);
    add(basis_class(Basis::adjusted_budget), named_year == 0 ? year : named_year);
  } else {
    add(basis_class(Basis::target), year);
  }
  return result;
}

// The budget of the year before it was adjusted; of another name only where none else is told.
std::optional<QuantityRef> ChangeLinker::initial_budget(QuantityRef change, const Quantity& adjusted) const {
  const auto budget = document_.lexicon->concept_by_id("budget");
  if (!budget) return std::nullopt;
  const int year = resolved_year(document_, adjusted);
  if (const auto found = finder_.nearest(*budget, change, adjusted.qualifier, basis_class(Basis::budget), year)) return found;
  std::optional<QuantityRef> only;
  for (const QuantityRef mention : finder_.mentions().of(*budget)) {
    const Quantity& value = quantity(mention);
    if (value.indicator != *budget || value.basis != Basis::budget || value.label.find(u"年初") == std::u16string::npos || resolved_year(document_, value) != year) continue;
    if (only && quantity(*only).value() != value.value()) return std::nullopt;
    only = mention;
  }
  return only;
}

}  // namespace gouji::relations
