// Which values to try for a figure, and what comes of them.

#include "relations/trial.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "relations/solve.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using number::Decimal;
using number::Integer;
using number::Ratio;

constexpr std::size_t solved_at_once = 8;      // members that are added up in the time of judging one
constexpr std::size_t slips_at_once = 20;      // as many members are judged in the time of going through the slips of one
constexpr std::size_t most_touching = 200;     // relations of a figure whose mentions are looked for
constexpr std::size_t most_mentions = 50;      // of one restated figure that are changed together

bool is_quotient(const Relation& relation) { return relation.kind == RelationKind::share || relation.kind == RelationKind::rate; }

bool is_inside(const Interval& interval, const Ratio& value) { return interval.first <= value && value <= interval.second; }

/// The only value of the quantity's printed precision that makes the quotient hold.
std::optional<Decimal> only_value(const Quantity& quantity, const Interval& holds) {
  const int places = quantity.number.places();
  const Ratio unit = Decimal(1, 0).shifted(quantity.exponent);
  const Decimal middle = ((holds.first + holds.second) / unit / Ratio(Decimal(2, 0))).round_half_up(places);
  const Decimal step(Integer(1), places);
  const auto fits = [&](const Decimal& number) { return is_inside(holds, Ratio(number) * unit); };
  if (!fits(middle) || fits(middle - step) || fits(middle + step)) return std::nullopt;
  return middle;
}

/// A bound of the vocabulary (staff within quota, spending within income) speaks for no figure.
bool speaks_for_figures(const Relation& relation) { return relation.kind != RelationKind::comparison || relation.because != Because::identity; }

/// Nothing can be divided by a base that is nought.
bool divides_by_nought(const DocumentView& document, const Relation& relation) {
  const bool divides = relation.operands.size() >= 2 && relation.derived;
  return divides && document.quantity(relation.operands[1].quantity).value().is_zero();
}

Status status_of(const DocumentView& document, const Relation& relation) {
  if (divides_by_nought(document, relation)) return Status::violated;
  if (relation.partial) return signed_sum(document, relation) > document.quantity(relation.result).value() ? Status::violated : Status::holds;
  return judge(document, relation).status;
}

}  // namespace

Trial::Trial(const DocumentView& document, const std::vector<Relation>& relations) : document_(document), relations_(relations) {
  std::size_t count = 0;
  for (const BlockView& block : document.blocks) {
    places_.push_back(count);
    count += block.facts->quantities.size();
  }
  const auto each_member = [&](const auto& use) {
    std::vector<std::size_t> last(count, relations.size());   // relation of each quantity
    for (std::size_t i = 0; i < relations.size(); ++i) {
      const auto once = [&](QuantityRef member) {
        const std::size_t place = places_[member.block] + member.ordinal;
        if (std::exchange(last[place], i) != i) use(place, i);
      };
      once(relations[i].result);
      for (const Operand& operand : relations[i].operands) once(operand.quantity);
    }
  };
  begins_.resize(count + 2);   // one place ahead, while touching_ is filled
  each_member([&](std::size_t place, std::size_t) { ++begins_[place + 2]; });
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  touching_.resize(begins_.back());
  each_member([&](std::size_t place, std::size_t i) { touching_[begins_[place + 1]++] = i; });
}

std::span<const std::size_t> Trial::touching(QuantityRef ref) const {
  const std::size_t place = places_[ref.block] + ref.ordinal;
  return {touching_.data() + begins_[place], begins_[place + 1] - begins_[place]};
}

void Trial::allow(std::size_t work) { limit_ = work_ + work; }

void Trial::assume(const Correction& correction) {
  for (const QuantityRef mention : correction.mentions) {
    Quantity quantity = document_.quantity(mention);
    quantity.number = correction.repair.number;
    document_.assumed.emplace_back(mention, std::move(quantity));
  }
}

Option Trial::attempt(const Correction& first, const Correction* second) {
  Option option;
  option.correction = first;
  std::set<std::size_t> concerned;
  for (const Correction* correction : {&first, second}) {
    if (!correction) continue;
    for (const QuantityRef mention : correction->mentions) {
      const auto all = touching(mention);
      concerned.insert(all.begin(), all.end());
    }
  }
  assume(first);
  if (second) assume(*second);
  for (const std::size_t i : concerned) {
    work_ += 1 + relations_[i].operands.size();
    if (exhausted()) option.breaks = true;
    if (option.breaks) break;
    const Status before = relations_[i].verdict.status, after = status_of(document_, relations_[i]);
    if (after == Status::rounding && before != Status::rounding) ++option.tails;
    if (before == Status::violated && after != Status::violated) option.mended.push_back(i);
    if (before == Status::violated || after != Status::violated || !speaks_for_figures(relations_[i])) continue;
    (relations_[i].one_of_several ? option.breaks_reading : option.breaks) = true;
  }
  document_.assumed.clear();
  return option;
}

std::vector<Option> Trial::options(const std::vector<QuantityRef>& mentions, const std::vector<std::size_t>& of, bool slips_only) {
  std::vector<Option> kept;
  if (exhausted()) return kept;
  for (const Correction& correction : corrections(mentions, of)) {
    if (slips_only && correction.repair.slip == Slip::none) continue;
    if (exhausted()) return {};
    Option option = attempt(correction);
    std::erase_if(option.mended, [&](std::size_t relation) { return !is_equation(relations_[relation]); });   // any smaller value keeps a bound
    const bool mends = std::any_of(of.begin(), of.end(), [&](std::size_t relation) { return std::binary_search(option.mended.begin(), option.mended.end(), relation); });
    if (!option.breaks && mends) kept.push_back(std::move(option));
  }
  return kept;
}

std::vector<Correction> Trial::corrections(const std::vector<QuantityRef>& mentions, const std::vector<std::size_t>& of) {
  const Quantity& printed = document_.quantity(mentions.front());
  std::vector<Repair> repairs;
  std::optional<QuantityRef> base;
  const auto add = [&](const Decimal& number) {
    const bool whole = printed.kind != profile::UnitKind::count || printed.exponent > 0 || number == Ratio(number).truncate(0);
    const bool same_sign = number.is_zero() || number.is_negative() == printed.number.is_negative();
    const bool known = std::any_of(repairs.begin(), repairs.end(), [&](const Repair& repair) { return repair.number == number; });
    if (whole && same_sign && !known && number != printed.number) repairs.push_back(repair_of(printed.number, number));
  };
  for (const std::size_t i : of) {
    const auto member = std::find_if(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return is_member(relations_[i], mention); });
    if (member == mentions.end()) continue;
    work_ += relations_[i].operands.size() / solved_at_once + 1;
    const Needed needed = solve(document_, relations_[i], *member);
    const int places = finest_places(relations_[i], printed);
    for (const Decimal& point : needed.points) add(Ratio(point.shifted(-printed.exponent)).round_half_up(places));
    for (const Interval& interval : needed.holds) {
      if (const auto only = only_value(printed, interval)) add(*only);
    }
    const bool exact = !needed.points.empty() && !relations_[i].derived && has_one_unit(relations_[i]);
    if (!exact && is_equation(relations_[i])) {
      work_ += slips_at_once;
      each_slip(printed.number, [&](const Decimal& number, Slip) {
        if (!needed.within || is_inside(*needed.within, Ratio(number.shifted(printed.exponent)))) add(number);
        return false;
      });
    }
    if (*member == relations_[i].result && is_quotient(relations_[i])) base = wrong_base(relations_[i]);
  }
  std::vector<Correction> all;
  for (const Repair& repair : repairs) {
    all.push_back({mentions, repair, std::nullopt, {}});
    if (repair.slip != Slip::none || !base) continue;
    all.back().repair.slip = Slip::base;
    all.back().wrong_base = base;
  }
  return all;
}

bool Trial::has_one_unit(const Relation& relation) const {
  const int exponent = document_.quantity(relation.result).exponent;
  return std::all_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return document_.quantity(operand.quantity).exponent == exponent; });
}

// A sum in one unit is read at the finest precision printed; everything else at the figure's own.
int Trial::finest_places(const Relation& relation, const Quantity& printed) const {
  int places = printed.number.places();
  if (relation.derived || !has_one_unit(relation)) return places;
  for (const QuantityRef member : members_of(relation)) places = std::max(places, document_.quantity(member).number.places());
  return places;
}

// The printed share is that of another amount: of a total or a part of the base or of the part.
std::optional<QuantityRef> Trial::wrong_base(const Relation& relation) const {
  const Quantity& result = document_.quantity(relation.result);
  const Quantity& part = document_.quantity(relation.operands[0].quantity);
  const Ratio scale(Decimal(result.kind == profile::UnitKind::permille ? 1000 : 100, 0));
  for (const Operand& operand : relation.operands) {
    for (const std::size_t i : touching(operand.quantity)) {
      if (!is_equation(relations_[i]) || is_quotient(relations_[i])) continue;
      for (const QuantityRef other : members_of(relations_[i])) {
        const Quantity& base = document_.quantity(other);
        if (is_member(relation, other) || base.base_unit != part.base_unit || base.value().is_zero() || base.value() == part.value()) continue;
        if ((Ratio(part.value(), base.value()) * scale).round_half_up(result.number.places()) == result.number) return other;
      }
    }
  }
  return std::nullopt;
}

bool Trial::is_pinned(QuantityRef member, std::size_t relation) const {
  const auto wanted = solve(document_, relations_[relation], member).within;
  if (!wanted) return false;
  const auto all = touching(member);
  return std::any_of(all.begin(), all.end(), [&](std::size_t i) {
    if (i == relation || is_violated(i) || relations_[i].one_of_several) return false;
    const auto given = solve(document_, relations_[i], member).within;
    return given && (given->second < wanted->first || wanted->second < given->first);
  });
}

std::vector<QuantityRef> Trial::mentions_of(QuantityRef ref) const {
  const Quantity& printed = document_.quantity(ref);
  std::vector<QuantityRef> mentions{ref};
  if (touching(ref).size() > most_touching) return mentions;
  for (const std::size_t i : touching(ref)) {
    if (relations_[i].kind != RelationKind::restatement || is_violated(i)) continue;
    for (const QuantityRef other : members_of(relations_[i])) {
      const Quantity& quantity = document_.quantity(other);
      if (quantity.exponent == printed.exponent && quantity.number == printed.number) mentions.push_back(other);
    }
  }
  std::sort(mentions.begin(), mentions.end());
  mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());
  if (mentions.size() > most_mentions) return {ref};
  return mentions;
}

}  // namespace gouji::relations
