// Finds the members of a change elsewhere: by the thing that its sentence or its heading is about.

#include <algorithm>

#include "facts/label.h"
#include "relations/change_linker.h"

namespace gouji::relations {

using facts::Basis;
using facts::Quantity;
using facts::Role;

namespace {

constexpr std::size_t most_stocks = 8;
constexpr int most_sentences = 100;   // of a block: all of them

}  // namespace

// 现有会员234个。年内吸收27个，退会9个，较年初216个净增18个: of what there is, and not of what came or went
ChangeLinker::Candidates ChangeLinker::stocks(QuantityRef change, const Quantity& like) const {
  Candidates result;
  for (const QuantityRef before : finder_.layout().before(change, most_sentences)) {
    const Quantity& value = quantity(before);
    if (is_amount(value) && value.flow == 0 && same_measure(like, value) && result.refs.size() < most_stocks) result.refs.push_back(before);
  }
  result.sure = result.refs.size() == 1;
  result.guessed = !result.sure;
  return result;
}

// 年末结转292万元。事业收入实行专户管理，较年初预算少34万元: the sentence is about something that an earlier one does not tell of
bool ChangeLinker::begins_with_words(QuantityRef change, QuantityRef now) const {
  const auto& elements = document_.blocks[change.block].facts->elements;
  const auto& layout = finder_.layout();
  if (layout.sentence(now) == layout.sentence(change)) return false;
  std::size_t first = layout.element(change);
  while (first > 0 && elements[first - 1].kind != facts::ElementKind::stop) --first;
  return first < elements.size() && elements[first].kind == facts::ElementKind::phrase;
}

// 决算占预算的88%，结余11万元；较上年减少13万元: what is left is not what was compared
bool ChangeLinker::is_left_of_another(QuantityRef now) const {
  const Quantity& value = quantity(now);
  if (!value.remainder && !has_indicator(document_, value, "closing_balance")) return false;
  const auto before = finder_.layout().before(now, 0);
  return std::any_of(before.begin(), before.end(), [&](QuantityRef other) { return quantity(other).role == Role::share || quantity(other).role == Role::rate; });
}

// 2.公务接待费较上年减少1.43万元: this year's value of what the sentence or its heading is about, wherever it is told
ChangeLinker::Candidates ChangeLinker::told_now(QuantityRef change, const Quantity& like) const {
  const Ledger& ledger = *document_.ledger;
  Candidates result;
  const int year = resolved_year(document_, quantity(change));
  const std::vector<Thing> things = ledger.subjects(change);
  for (const Thing& thing : things) {
    const auto told = ledger.told(thing, change, [&](QuantityRef ref) {
      const Side side = ledger.side_of(ref);
      return side != Side::planned && side != Side::target && !is_adjustment(quantity(ref)) && ledger.year_of(ref) == year && (is_percentage(like) || same_measure(quantity(ref), like)) && quantity(ref).role != Role::base;
    });
    if (told.empty()) continue;
    for (const Ledger::Told& each : told) result.refs.push_back(each.ref);
    const bool named = facts::content_words(quantity(change).label, *document_.lexicon).size() >= 2;
    const bool own = &thing == &things.front() && (named || !tells_amount_before(change, like));   // 公务接待费完成预算的75%，较上年减少1万元
    result.guessed = !own || told.front().match != Ledger::Match::same || !ledger.one_value(told);
    result.sure = !result.guessed;
    break;
  }
  return result;
}

bool ChangeLinker::tells_amount_before(QuantityRef change, const Quantity& like) const {
  const auto before = finder_.layout().before(change, 0);
  return std::any_of(before.begin(), before.end(), [&](QuantityRef ref) { return same_measure(quantity(ref), like); });
}

// The same thing on the side or in the year that it is compared with.
ChangeLinker::Candidates ChangeLinker::told_earlier(QuantityRef change, QuantityRef now) const {
  const Ledger& ledger = *document_.ledger;
  Candidates result;
  const Against wanted = against(change);
  const int named = year_against(change), year = ledger.year_of(now);
  const auto fits = [&](QuantityRef ref) {
    if (ref == now || !same_measure(quantity(ref), quantity(now))) return false;
    const Side side = ledger.side_of(ref);
    const bool planned = side == Side::planned || side == Side::target;
    if (wanted == Against::budget) return side == Side::planned && ledger.year_of(ref) == (named == 0 ? year : named);
    if (wanted == Against::target) return planned && ledger.year_of(ref) == year;
    return !planned && (quantity(ref).basis == Basis::previous || ledger.year_of(ref) == (named == 0 ? year - 1 : named));
  };
  std::vector<Thing> things{ledger.thing_of(now)};
  if (!things.front().is_known()) things = ledger.subjects(change);
  for (const Thing& thing : things) {
    const auto told = ledger.told(thing, change, fits);
    if (told.empty()) continue;
    for (const Ledger::Told& each : told) result.refs.push_back(each.ref);
    result.sure = told.front().match == Ledger::Match::same && ledger.one_value(told) && wanted != Against::unstated;
    break;
  }
  return result;
}

}  // namespace gouji::relations
