// The execution score of a self-evaluation table: weight × execution rate.

#include "relations/verdict_score.h"

#include <fmt/format.h>

#include "text/text.h"

namespace gouji::relations {

using facts::Quantity;
using number::Decimal;
using number::Integer;
using number::Ratio;

namespace {

constexpr int extra_places = 2;  // of an inexact product beyond the printed places

// Half up or cut to the printed places, less than one last unit off, or off by less than one whole point where it has no places.
Status compare(const Ratio& exact, const Decimal& stated) {
  const int places = stated.places();
  if (exact.round_half_up(places) == stated) return Status::holds;
  const bool near = exact.truncate(places) == stated || (exact - Ratio(stated)).abs() < Ratio(Decimal(Integer(1), places));
  return near ? Status::rounding : Status::violated;
}

}  // namespace

Verdict judge_score(const DocumentView& document, const Relation& relation, bool explained) {
  const Quantity& result = document.quantity(relation.result);
  const Quantity& weight = document.quantity(relation.operands[0].quantity);
  const Quantity& rate = document.quantity(relation.operands[1].quantity);
  const Decimal full(100, 0);
  const Decimal capped = rate.value() > full ? full : rate.value();
  const Ratio exact = Ratio(weight.value()) * Ratio(capped) / Ratio(full);
  Verdict verdict;
  verdict.status = compare(exact, result.number);
  if (!explained) return verdict;
  const Decimal rounded = exact.round_half_up(result.number.places());
  const bool even = Ratio(rounded) == exact;
  const Decimal shown = even ? rounded : exact.round_half_up(result.number.places() + extra_places);
  verdict.expected = shown.to_string();
  verdict.difference = (result.number - shown).to_shortest();
  verdict.formula = fmt::format("{} × {}% {} {}", text::to_utf8(weight.printed), capped.to_shortest(), even ? "=" : "≈", verdict.expected);
  return verdict;
}

}  // namespace gouji::relations
