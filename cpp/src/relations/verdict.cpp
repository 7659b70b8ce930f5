// Verdicts: holds, rounding or violated.

#include "relations/verdict.h"

#include <fmt/format.h>  // {fmt} (MIT): messages; g++ 12 has no <format>

#include <algorithm>

#include "relations/match.h"
#include "relations/verdict_derived.h"
#include "relations/verdict_score.h"
#include "text/text.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using number::Decimal;
using number::Integer;

constexpr int most_tail_units = 2;
constexpr std::size_t most_shown = 20;  // mentions in the formula of a restatement

std::string printed(const Quantity& quantity) { return text::to_utf8(quantity.printed); }

/// The value of the last printed place, in the base unit.
Decimal last_unit(const Quantity& quantity) { return Decimal(Integer(1), quantity.number.places()).shifted(quantity.exponent); }

bool same_unit(const DocumentView& document, const Relation& relation) {
  const int exponent = document.quantity(relation.result).exponent;
  return std::all_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return document.quantity(operand.quantity).exponent == exponent; });
}

int finest_places(const DocumentView& document, const Relation& relation) {
  int places = document.quantity(relation.result).number.places();
  for (const Operand& operand : relation.operands) places = std::max(places, document.quantity(operand.quantity).number.places());
  return places;
}

// In one unit: half a last unit for each member and at most two last units are a tail.
Status judge_one_unit(const DocumentView& document, const Relation& relation, const Decimal& difference) {
  if (difference.is_zero()) return Status::holds;
  const Quantity& result = document.quantity(relation.result);
  const int places = finest_places(document, relation);
  if (places == 0 || result.kind == profile::UnitKind::count) return Status::violated;
  const auto members = static_cast<std::int64_t>(relation.operands.size() + 1);
  const Decimal twice = difference.abs() + difference.abs();
  const Decimal unit = Decimal(Integer(1), places).shifted(result.exponent);
  const Decimal limit = Decimal(unit.mantissa() * Integer(std::min<std::int64_t>(members, 2 * most_tail_units)), unit.places());
  return twice <= limit ? Status::rounding : Status::violated;
}

// In several units: the printed values stand for intervals of half a last unit on each side.
Status judge_mixed_units(const DocumentView& document, const Relation& relation, const Decimal& difference) {
  Decimal slack = last_unit(document.quantity(relation.result));
  for (const Operand& operand : relation.operands) slack = slack + last_unit(document.quantity(operand.quantity));
  const Decimal twice = difference.abs() + difference.abs();
  return twice <= slack ? Status::holds : Status::violated;
}

/// The value with `places` places, more only where it has more.
std::string with_places(const Decimal& value, int places) { return value.shortest().at_places(places).to_string(); }

void append(std::string& text, const Quantity& quantity, bool with_unit) {
  text += printed(quantity);
  if (with_unit) text += text::to_utf8(quantity.printed_unit);
}

// What is added comes first: 302.78 - 320.95.
std::string formula(const DocumentView& document, const Relation& relation, std::string_view outcome) {
  std::string text;
  const bool units_differ = !same_unit(document, relation);
  const auto add = [&](const Operand& operand) {
    if (!text.empty()) text += operand.sign < 0 ? " - " : " + ";
    else if (operand.sign < 0) text += "-";
    append(text, document.quantity(operand.quantity), units_differ);
  };
  const bool sorted = relation.kind == RelationKind::change;
  for (const Operand& operand : relation.operands) {
    if (!sorted || operand.sign > 0) add(operand);
  }
  for (const Operand& operand : relation.operands) {
    if (sorted && operand.sign <= 0) add(operand);
  }
  return text.append(" = ").append(outcome);
}

/// A sum and how far the result is from it.
struct Total {
  Decimal sum, difference;
  Status status = Status::holds;
};

Total add_up(const DocumentView& document, const Relation& relation) {
  const Quantity& result = document.quantity(relation.result);
  const Decimal sum = signed_sum(document, relation);
  const bool doubled_sign = relation.kind == RelationKind::change && result.direction < 0;   // 减少-5.2万元: told for itself
  const Decimal difference = (doubled_sign ? result.value().abs() : result.value()) - sum;
  const Status status = same_unit(document, relation) ? judge_one_unit(document, relation, difference) : judge_mixed_units(document, relation, difference);
  return {sum, difference, status};
}

Verdict judge_total(const DocumentView& document, const Relation& relation, bool explained) {
  const Quantity& result = document.quantity(relation.result);
  const auto [sum, difference, status] = add_up(document, relation);
  Verdict verdict;
  verdict.status = status;
  if (!explained) return verdict;
  const int places = finest_places(document, relation);
  const Decimal expected = sum.shifted(-result.exponent);
  verdict.expected = with_places(expected, same_unit(document, relation) ? places : 0);
  verdict.difference = difference.shifted(-result.exponent).to_shortest();
  verdict.formula = formula(document, relation, verdict.expected);
  return verdict;
}

// 52.72% + 47.28% = 100%; each share stands for half a last unit on each side.
Verdict judge_whole(const DocumentView& document, const Relation& relation, bool explained) {
  const Quantity& result = document.quantity(relation.result);
  Decimal sum = result.number;
  Decimal slack = Decimal(Integer(1), result.number.places());
  std::string text;
  for (const Operand& operand : relation.operands) {
    const Quantity& share = document.quantity(operand.quantity);
    sum = sum + share.number;
    slack = slack + Decimal(Integer(1), share.number.places());
    if (explained) text += printed(share) + "% + ";
  }
  const Decimal difference = sum - Decimal(100, 0);
  Verdict verdict;
  verdict.status = difference.is_zero() ? Status::holds : difference.abs() + difference.abs() <= slack ? Status::rounding : Status::violated;
  if (!explained) return verdict;
  verdict.expected = (result.number - difference).to_string();
  verdict.difference = difference.to_shortest();
  verdict.formula = fmt::format("{}{}% = {}%", text, printed(result), sum.to_shortest());
  return verdict;
}

// An amount of change, which may be printed as a magnitude whichever way it went.
Verdict judge_change(const DocumentView& document, const Relation& relation, bool explained) {
  if (!relation.unsigned_change || !signed_sum(document, relation).is_negative()) return judge_total(document, relation, explained);
  Relation turned = relation;
  for (Operand& operand : turned.operands) operand.sign = -operand.sign;
  return judge_total(document, turned, explained);
}

// One restated value per relation is compared; the first that differs decides.
Verdict judge_restatement(const DocumentView& document, const Relation& relation, bool explained) {
  Verdict worst;
  const Quantity& first = document.quantity(relation.result);
  if (explained) {
    worst.expected = printed(first);
    worst.difference = "0";
    worst.formula = worst.expected;
  }
  Relation pair;
  pair.kind = relation.kind;
  pair.result = relation.result;
  std::size_t shown = 0;
  for (const Operand& operand : relation.operands) {
    pair.operands = {operand};
    const Status status = add_up(document, pair).status;
    if (!explained) {
      worst.status = std::max(worst.status, status);
      continue;
    }
    const bool equal = status == Status::holds;
    if (++shown <= most_shown) worst.formula += (equal ? " = " : " ≠ ") + printed(document.quantity(operand.quantity));
    else if (shown == most_shown + 1) worst.formula += " …";
    if (status > worst.status) {
      const Verdict verdict = judge_total(document, pair, true);
      worst.status = verdict.status;
      worst.expected = verdict.expected;
      worst.difference = verdict.difference;
    }
  }
  return worst;
}

bool compares(const Decimal& left, std::string_view comparison, const Decimal& right) {
  if (comparison == "<=") return left <= right;
  if (comparison == ">=") return left >= right;
  return comparison == "<" ? left < right : left > right;
}

Verdict judge_comparison(const DocumentView& document, const Relation& relation, bool explained) {
  const Quantity& stated = document.quantity(relation.result);
  const Quantity& target = document.quantity(relation.operands[0].quantity);
  const bool holds = compares(stated.value(), relation.comparison, target.value());
  Verdict verdict;
  verdict.status = holds ? Status::holds : Status::violated;
  if (!explained) return verdict;
  verdict.expected = printed(target);
  verdict.difference = (stated.value() - target.value()).shifted(-stated.exponent).to_shortest();
  verdict.formula = fmt::format("{} {} {}", printed(stated), relation.comparison, printed(target));
  return verdict;
}

Verdict judge_count(const DocumentView& document, const Relation& relation, bool explained) {
  const Decimal stated = document.quantity(relation.result).value();
  const Decimal listed(static_cast<std::int64_t>(relation.items.size()), 0);
  Verdict verdict;
  verdict.status = stated == listed ? Status::holds : Status::violated;
  if (!explained) return verdict;
  verdict.expected = listed.to_string();
  verdict.difference = (stated - listed).to_shortest();
  verdict.formula = fmt::format("列出 {} 项", verdict.expected);
  return verdict;
}

Verdict verdict_of(const DocumentView& document, const Relation& relation, bool explained) {
  if (relation.whole) return judge_whole(document, relation, explained);
  switch (relation.kind) {
    case RelationKind::share:
    case RelationKind::rate:
    case RelationKind::product: return judge_derived(document, relation, explained);
    case RelationKind::change: return is_percentage(document.quantity(relation.result)) ? judge_derived(document, relation, explained) : judge_change(document, relation, explained);
    case RelationKind::restatement: return judge_restatement(document, relation, explained);
    case RelationKind::comparison: return judge_comparison(document, relation, explained);
    case RelationKind::count: return judge_count(document, relation, explained);
    case RelationKind::score: return judge_score(document, relation, explained);
    case RelationKind::possible: return judge_possible(document, relation);
    default: return judge_total(document, relation, explained);
  }
}

}  // namespace

Decimal signed_sum(const DocumentView& document, const Relation& relation) {
  Decimal sum;
  for (const Operand& operand : relation.operands) {
    const Decimal value = document.quantity(operand.quantity).value();
    sum = operand.sign < 0 ? sum - value : sum + value;
  }
  return sum;
}

Verdict judge(const DocumentView& document, const Relation& relation) { return verdict_of(document, relation, false); }
Verdict explain(const DocumentView& document, const Relation& relation) { return verdict_of(document, relation, true); }

}  // namespace gouji::relations
