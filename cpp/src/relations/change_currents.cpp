// Finds what a change speaks of, beside it or wherever the text tells it.

#include <algorithm>

#include "facts/label.h"
#include "relations/change_linker.h"

namespace gouji::relations {

using facts::Basis;
using facts::Quantity;
using facts::Role;

namespace {

constexpr int sentences_back = 3;    // from 较上年 to the amount that it speaks of
constexpr int most_sentences = 100;  // of a block: all of them

}  // namespace

bool ChangeLinker::is_adjustment(const Quantity& value) const { return has_indicator(document_, value, "adjust_up") || has_indicator(document_, value, "adjust_down"); }

// What the change speaks of: 由…到 says it, then the words before 较, then the sentence.
ChangeLinker::Candidates ChangeLinker::currents(QuantityRef change, const Quantity& like, std::optional<QuantityRef> direct) const {
  if (direct) {
    const QuantityRef behind{change.block, direct->ordinal + 1};
    if (behind < change && quantity(behind).arrived && quantity(behind).base_quantity == static_cast<int>(direct->ordinal)) return {{behind}, true};
  }
  if (const Candidates of_year = stated_for_year(change, like); !of_year.refs.empty()) return of_year;
  const auto named = subjects(change, direct ? &*direct : nullptr);
  if (!named && quantity(change).net && against(change) != Against::unstated && against(change) != Against::budget) return stocks(change, like);
  if (!named) {
    const Candidates near = in_sentence(change, like, direct);
    return near.refs.empty() ? told_now(change, like) : near;
  }
  Candidates result = *named;
  const bool points = like.kind == profile::UnitKind::point;
  std::erase_if(result.refs, [&](QuantityRef ref) { return points ? !is_percentage(quantity(ref)) : !same_measure(like, quantity(ref)); });
  if (!result.refs.empty()) return result;
  result = told_now(change, like);   // 一年间少支14万元, 同口径减少9万元: what the words name is told in other words, or they name nothing
  for (const QuantityRef ref : in_sentence(change, like, direct).refs) result.refs.push_back(ref);
  result.sure = false;
  result.guessed = true;
  return result;
}

ChangeLinker::Candidates ChangeLinker::in_sentence(QuantityRef change, const Quantity& like, std::optional<QuantityRef> direct) const {
  Candidates result;
  const bool points = like.kind == profile::UnitKind::point;
  const Against wanted = against(change);
  const auto usable = [&](QuantityRef ref) { return ref != direct && !is_adjustment(quantity(ref)) && (direct || !is_earlier(quantity(ref), wanted) || (wanted == Against::unstated && quantity(ref).basis == Basis::adjusted_budget)) && (wanted != Against::budget || quantity(ref).basis != Basis::target); };
  if (points) {
    for (const QuantityRef before : finder_.layout().before(change, 1)) {
      const Quantity& value = quantity(before);
      if (is_percentage(value) && value.role != Role::change && value.role != Role::base && before != direct && value.approximation == facts::Approximation::exact) result.refs.push_back(before);
    }
  } else {
    QuantityRef from = change;
    for (int sentences = 0; sentences <= sentences_back && result.refs.empty(); ++sentences) {
      const auto told = finder_.subjects(from, like, sentences);
      for (const QuantityRef ref : told) {
        if (usable(ref)) result.refs.push_back(ref);
      }
      if (result.refs.empty() && !told.empty()) from = *std::min_element(told.begin(), told.end());   // 支出232万元。上年支出为215万元，今年增支17万元
    }
  }
  result.sure = result.refs.size() == 1;
  result.guessed = !result.refs.empty() && (begins_with_words(change, result.refs.front()) || is_left_of_another(result.refs.front()));
  return result;
}

// 2022年55万元、2023年35万元、2024年32万元；2024年较2023年减少3万元: of that year, in the sentence
ChangeLinker::Candidates ChangeLinker::stated_for_year(QuantityRef change, const Quantity& like) const {
  Candidates result;
  const Quantity& value = quantity(change);
  if (value.period.kind != facts::PeriodKind::year || year_against(change) == 0 || !facts::content_words(value.label, *document_.lexicon).empty()) return result;
  for (const QuantityRef before : finder_.layout().before(change, 0)) {
    const Quantity& other = quantity(before);
    if (is_amount(other) && same_measure(like, other) && other.period.kind == facts::PeriodKind::year && other.period.year == value.period.year) result.refs.push_back(before);
  }
  result.sure = result.refs.size() == 1;
  return result;
}

// 人员支出比上年…: the amounts that the words before 较 name, the nearest first. Nothing where they name something else.
std::optional<ChangeLinker::Candidates> ChangeLinker::subjects(QuantityRef change, const QuantityRef* direct) const {
  const Quantity& value = direct && quantity(change).label.empty() && quantity(change).indicator == profile::no_concept ? quantity(*direct) : quantity(change);
  Candidates result;
  if (value.indicator != profile::no_concept && value.general == profile::no_concept && !is_generic(value.indicator)) {
    for (const QuantityRef before : finder_.layout().before(change, most_sentences)) {
      const Quantity& other = quantity(before);
      const bool of_now = basis_class(other.basis) == 0 && other.period.kind != facts::PeriodKind::previous;
      if (other.indicator == value.indicator && other.qualifier == value.qualifier && is_amount(other) && of_now) result.refs.push_back(before);
    }
    for (const Basis basis : {Basis::actual, Basis::budget}) {
      const auto found = result.refs.empty() ? finder_.nearest(value.indicator, change, value.qualifier, basis_class(basis), document_.year) : std::nullopt;
      if (found && *found < change) result.refs.push_back(*found);
    }
    result.sure = result.refs.size() == 1;
    return result;
  }
  if (value.indicator != profile::no_concept || facts::content_words(value.label, *document_.lexicon).empty()) return std::nullopt;
  if (const auto found = finder_.by_label(value.label, change, std::nullopt); found && *found < change) result.refs.push_back(*found);
  return result;
}

bool ChangeLinker::is_generic(std::uint16_t indicator) const {
  const profile::Concept& meant = document_.lexicon->vocabulary().concepts[indicator];
  return meant.generic && meant.id != "expenditure" && meant.id != "income";
}

}  // namespace gouji::relations
