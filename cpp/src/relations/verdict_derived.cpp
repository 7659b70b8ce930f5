// Verdicts of changes, products and scores.

#include "relations/verdict_derived.h"

#include <fmt/format.h>

#include <algorithm>

#include "relations/verdict.h"
#include "text/text.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using number::Decimal;
using number::Integer;
using number::Ratio;

constexpr int extra_places = 2;

std::string printed(const Quantity& quantity) { return text::to_utf8(quantity.printed); }

Decimal one(int places) { return Decimal(Integer(1), places); }
Decimal half(int places) { return Decimal(Integer(5), places + 1); }

/// Half up or cut to the printed places, or less than one last unit off.
Status compare(const Ratio& exact, const Decimal& stated) {
  const int places = stated.places();
  if (exact.round_half_up(places) == stated) return Status::holds;
  const bool near = exact.truncate(places) == stated || (exact - Ratio(stated)).abs() < Ratio(one(places));
  return near ? Status::rounding : Status::violated;
}

Verdict verdict_of(Status status, const Ratio& exact, const Decimal& stated) {
  Verdict verdict;
  verdict.status = status;
  const Decimal rounded = exact.round_half_up(stated.places());
  const Decimal shown = Ratio(rounded) == exact ? rounded : exact.round_half_up(stated.places() + extra_places);
  verdict.expected = shown.to_string();
  verdict.difference = (stated - shown).to_shortest();
  return verdict;
}

const char* sign_of(const Verdict& verdict, const Ratio& exact) { return Ratio(*Decimal::parse(verdict.expected)) == exact ? "=" : "≈"; }

Decimal magnitude(const Decimal& value, bool unsigned_change) { return unsigned_change ? value.abs() : value; }

/// Printed values stand for half a last unit on each side.
bool reaches(const Quantity& change, const Quantity& earlier, bool amount, const Quantity& current, const Decimal& stated, bool magnitudes) {
  const int places = std::max(change.number.places(), std::max(earlier.number.places(), current.number.places()));
  const Ratio slack(half(places));
  const auto rate = [&](const Ratio& top, const Ratio& base) {
    const Ratio value = (amount ? top : top - base) / base * Ratio(Decimal(100, 0));
    return magnitudes ? value.abs() : value;
  };
  const Ratio base = Ratio(earlier.number), top = Ratio(amount ? change.number : current.number);
  if (base - slack <= Ratio(Decimal(0, 0))) return false;
  const Ratio a = rate(top - slack, base - slack), b = rate(top + slack, base - slack), c = rate(top - slack, base + slack), d = rate(top + slack, base + slack);
  const Ratio low = Ratio(stated) - Ratio(half(stated.places())), high = Ratio(stated) + Ratio(half(stated.places()));
  return std::min({a, b, c, d}) <= high && std::max({a, b, c, d}) >= low;
}

}  // namespace

Verdict judge_change(const DocumentView& document, const Relation& relation) {
  const Quantity& result = document.quantity(relation.result);
  const Quantity& first = document.quantity(relation.operands[0].quantity);
  const Quantity& earlier = document.quantity(relation.operands[1].quantity);
  const bool of_amount = first.role == facts::Role::change;
  const Decimal stated = result.number;
  const bool percent = result.kind == profile::UnitKind::percent;
  const Decimal difference = of_amount ? first.value() : first.value() - earlier.value();
  if (!percent) {
    Relation sum = relation;
    sum.kind = RelationKind::balance;
    sum.operands[0].sign = relation.unsigned_change && difference.is_negative() ? -1 : 1;
    sum.operands[1].sign = -sum.operands[0].sign;
    std::sort(sum.operands.begin(), sum.operands.end(), [](const Operand& a, const Operand& b) { return a.sign > b.sign; });
    return judge(document, sum);
  }
  const Ratio exact = Ratio(magnitude(difference, relation.unsigned_change), earlier.value()) * Ratio(Decimal(100, 0));
  Status status = compare(exact, stated);
  if (status == Status::violated && first.exponent == earlier.exponent && reaches(first, earlier, of_amount, first, stated, relation.unsigned_change)) status = Status::rounding;
  Verdict verdict = verdict_of(status, exact, stated);
  const std::string top = of_amount ? printed(first) : fmt::format("({} - {})", printed(first), printed(earlier));
  verdict.formula = fmt::format("{} ÷ {} {} {}%", top, printed(earlier), sign_of(verdict, exact), verdict.expected);
  return verdict;
}

Verdict judge_product(const DocumentView& document, const Relation& relation) {
  const Quantity& result = document.quantity(relation.result);
  Ratio exact(Decimal(1, 0));
  std::string formula;
  for (const Operand& operand : relation.operands) {
    const Quantity& factor = document.quantity(operand.quantity);
    exact = exact * Ratio(factor.value());
    formula += fmt::format("{}{}{}", formula.empty() ? "" : " × ", printed(factor), factor.exponent != result.exponent ? text::to_utf8(factor.printed_unit) : "");
  }
  exact = exact / Ratio(Decimal(1, 0).shifted(result.exponent));
  Verdict verdict = verdict_of(compare(exact, result.number), exact, result.number);
  verdict.formula = fmt::format("{} {} {}", formula, sign_of(verdict, exact), verdict.expected);
  return verdict;
}

Verdict judge_score(const DocumentView& document, const Relation& relation) {
  const Quantity& result = document.quantity(relation.result);
  const Quantity& weight = document.quantity(relation.operands[0].quantity);
  const Quantity& rate = document.quantity(relation.operands[1].quantity);
  const Decimal full(100, 0);
  const Decimal capped = rate.value() > full ? full : rate.value();
  const Ratio exact = Ratio(weight.value()) * Ratio(capped) / Ratio(full);
  Status status = compare(exact, result.number);
  if (status == Status::violated && result.number.places() == 0 && (exact - Ratio(result.number)).abs() < Ratio(one(0))) status = Status::rounding;
  Verdict verdict = verdict_of(status, exact, result.number);
  verdict.formula = fmt::format("{} × {}% {} {}", printed(weight), capped.to_shortest(), sign_of(verdict, exact), verdict.expected);
  return verdict;
}

}  // namespace gouji::relations
