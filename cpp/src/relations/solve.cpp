// One way of solving for each kind of relation. What is found here is tried by judging; a superset does no harm.

#include "relations/solve.h"

#include <algorithm>

#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using number::Decimal;
using number::Integer;
using number::Ratio;

constexpr int most_tail_units = 2;
constexpr int percent = 100, permille = 1000;

Decimal last_unit(const Quantity& quantity) { return Decimal(Integer(1), quantity.number.places()).shifted(quantity.exponent); }

Decimal twice(const Decimal& value) { return value + value; }

/// A linear function of the member that is solved for: constant + slope * member.
struct Linear {
  Ratio constant = Decimal(0, 0), slope = Decimal(0, 0);
};

Needed around(const Decimal& point, const Decimal& slack) {
  Needed needed;
  needed.points.push_back(point);
  needed.within = {Ratio(point - slack), Ratio(point + slack)};
  return needed;
}

// result = sum of the operands with their signs; the member stands in it once.
Needed solve_total(const DocumentView& document, const Relation& relation, QuantityRef member) {
  const Quantity& result = document.quantity(relation.result);
  Decimal excess = result.value() - signed_sum(document, relation);
  int times = relation.result == member ? 1 : 0;
  bool one_unit = true;
  Decimal slack = last_unit(result), finest = slack;
  for (const Operand& operand : relation.operands) {
    const Quantity& value = document.quantity(operand.quantity);
    if (operand.quantity == member) times -= operand.sign;
    one_unit = one_unit && value.exponent == result.exponent;
    slack = slack + last_unit(value);
    finest = std::min(finest, last_unit(value));
  }
  if (times != 1 && times != -1) return {};
  const Quantity& here = document.quantity(member);
  const Decimal point = times == 1 ? here.value() - excess : here.value() + excess;
  Decimal tail = finest;
  for (int i = 1; i < most_tail_units; ++i) tail = tail + finest;
  return around(point, one_unit ? tail : slack);
}

// Every mention is the first one; the first one is any of the others.
Needed solve_restatement(const DocumentView& document, const Relation& relation, QuantityRef member) {
  Needed needed;
  if (member != relation.result) return around(document.quantity(relation.result).value(), twice(last_unit(document.quantity(relation.result)) + last_unit(document.quantity(member))));
  for (const Operand& operand : relation.operands) {
    const Decimal value = document.quantity(operand.quantity).value();
    if (std::find(needed.points.begin(), needed.points.end(), value) == needed.points.end()) needed.points.push_back(value);
  }
  return needed;
}

// What is listed has no figures; only the number can be wrong.
Needed solve_count(const DocumentView& document, const Relation& relation, QuantityRef member) {
  const Decimal listed(static_cast<std::int64_t>(relation.items.size()), 0);
  return around(listed, Decimal(0, document.quantity(member).number.places()));
}

/// A quotient of two linear functions of the member, scaled to the printed value.
struct Quotient {
  Linear above, below;
  Ratio scale = Decimal(1, 0);
};

void add(const DocumentView& document, QuantityRef ref, QuantityRef member, int weight, Linear& sum) {
  const Ratio factor = Decimal(weight, 0);
  if (ref == member) sum.slope = sum.slope + factor;
  else sum.constant = sum.constant + factor * Ratio(document.quantity(ref).value());
}

Ratio scale_of(const Quantity& result) {
  if (result.kind == profile::UnitKind::percent) return Decimal(percent, 0);
  return Decimal(result.kind == profile::UnitKind::permille ? permille : 1, 0);
}

/// The member for which the quotient has the value `stated`.
std::optional<Ratio> member_at(const Quotient& quotient, const Ratio& stated) {
  const Ratio slope = quotient.scale * quotient.above.slope - stated * quotient.below.slope;
  if (slope.is_zero()) return std::nullopt;
  return (stated * quotient.below.constant - quotient.scale * quotient.above.constant) / slope;
}

std::optional<Interval> members_between(const Quotient& quotient, const Ratio& low, const Ratio& high) {
  const Ratio nought = Decimal(0, 0);
  const bool has_pole = !quotient.below.slope.is_zero() && low <= nought && nought <= high;   // a base grows without end
  const auto a = member_at(quotient, low), b = member_at(quotient, high);
  if (has_pole || !a || !b) return std::nullopt;
  return *a <= *b ? Interval(*a, *b) : Interval(*b, *a);
}

// What the quotient allows where its printed value is `stated`.
void solve_at(const DocumentView& document, const Quotient& quotient, const Ratio& stated, const Relation& relation, QuantityRef member, Needed& needed) {
  const Ratio unit = Decimal(Integer(1), document.quantity(relation.result).number.places());
  const Ratio half = unit / Ratio(Decimal(2, 0));
  if (const auto interval = members_between(quotient, stated - half, stated + half)) needed.holds.push_back(*interval);
  if (const auto wide = members_between(quotient, stated - unit, stated + unit)) {
    const Ratio slack = last_unit(document.quantity(member));
    needed.within = {wide->first - slack, wide->second + slack};
  }
}

Needed solve_quotient(const DocumentView& document, const Relation& relation, const Quotient& quotient, QuantityRef member) {
  const Quantity& result = document.quantity(relation.result);
  Needed needed;
  if (member != relation.result) {
    solve_at(document, quotient, Ratio(result.number), relation, member, needed);
    return needed;
  }
  if (quotient.below.constant.is_zero()) return needed;
  const Ratio value = quotient.scale * quotient.above.constant / quotient.below.constant;
  const Ratio coarse = Decimal(Integer(10), result.number.places());   // a slip may have changed the places
  needed.points.push_back(value.round_half_up(result.number.places()));
  needed.within = {value - coarse, value + coarse};
  return needed;
}

// part / base
Needed solve_share(const DocumentView& document, const Relation& relation, QuantityRef member) {
  if (relation.operands.size() != 2) return {};
  Quotient quotient;
  quotient.scale = scale_of(document.quantity(relation.result));
  add(document, relation.operands[0].quantity, member, 1, quotient.above);
  add(document, relation.operands[1].quantity, member, 1, quotient.below);
  return solve_quotient(document, relation, quotient, member);
}

// (current - earlier) / earlier, amount / earlier, or amount / (current - amount); printed as a rise or as a fall.
Needed solve_change(const DocumentView& document, const Relation& relation, QuantityRef member) {
  if (relation.operands.size() != 2) return {};
  if (!is_percentage(document.quantity(relation.result))) return solve_total(document, relation, member);
  const QuantityRef first = relation.operands[0].quantity, second = relation.operands[1].quantity;
  const bool of_amount = document.quantity(first).role == facts::Role::change;
  Needed all;
  for (const int direction : {1, -1}) {
    Quotient quotient;
    quotient.scale = scale_of(document.quantity(relation.result));
    add(document, first, member, of_amount ? 1 : direction, quotient.above);
    add(document, second, member, 1, quotient.below);
    if (!of_amount) add(document, second, member, -direction, quotient.above);
    if (relation.operands[1].sign < 0) add(document, first, member, -direction, quotient.below);
    const Needed needed = solve_quotient(document, relation, quotient, member);
    all.points.insert(all.points.end(), needed.points.begin(), needed.points.end());
    all.holds.insert(all.holds.end(), needed.holds.begin(), needed.holds.end());
  }
  return all;   // which direction is meant, the verdict knows
}

// Shares that make up 100: each is what the others leave.
Needed solve_whole(const DocumentView& document, const Relation& relation, QuantityRef member) {
  Decimal others = document.quantity(member).number;
  for (const Operand& operand : relation.operands) others = others + document.quantity(operand.quantity).number;
  others = others + document.quantity(relation.result).number - document.quantity(member).number - document.quantity(member).number;
  return around(Decimal(percent, 0) - others, twice(last_unit(document.quantity(member))));
}

// result = weight * rate / 100
Needed solve_score(const DocumentView& document, const Relation& relation, QuantityRef member) {
  const Quantity& result = document.quantity(relation.result);
  const Ratio weight = document.quantity(relation.operands[0].quantity).value(), rate = document.quantity(relation.operands[1].quantity).value();
  const Ratio full = Decimal(percent, 0);
  Needed needed;
  if (member == relation.result) {
    needed.points.push_back((weight * rate / full).round_half_up(result.number.places()));
    return needed;
  }
  const Ratio& other = member == relation.operands[0].quantity ? rate : weight;
  if (other.is_zero()) return needed;
  const Ratio half = Ratio(last_unit(result)) / Ratio(Decimal(2, 0)), value = result.value();
  needed.holds.push_back({(value - half) * full / other, (value + half) * full / other});
  return needed;
}

// An average is a quotient: result = amount / number.
Needed solve_average(const DocumentView& document, const Relation& relation, QuantityRef member) {
  Quotient quotient;
  quotient.scale = Decimal(1, 0).shifted(relation.unit_exponent - document.quantity(relation.result).exponent);
  add(document, relation.operands[0].quantity, member, 1, quotient.above);
  add(document, relation.operands[1].quantity, member, 1, quotient.below);
  Needed needed = solve_quotient(document, relation, quotient, member);
  if (member == relation.result) {
    for (Decimal& point : needed.points) point = point.shifted(document.quantity(member).exponent);
    needed.within.reset();
  }
  return needed;
}

// result = the operands multiplied
Needed solve_product(const DocumentView& document, const Relation& relation, QuantityRef member) {
  if (document.quantity(relation.result).role == facts::Role::average) return solve_average(document, relation, member);
  Ratio others = Decimal(1, 0).shifted(-relation.unit_exponent);
  for (const Operand& operand : relation.operands) {
    if (operand.quantity != member) others = others * Ratio(document.quantity(operand.quantity).value());
  }
  const Quantity& result = document.quantity(relation.result);
  Needed needed;
  if (member == relation.result) {
    needed.points.push_back((others / Ratio(Decimal(1, 0).shifted(result.exponent))).round_half_up(result.number.places()).shifted(result.exponent));
  } else if (!others.is_zero()) {
    const Ratio half = Ratio(last_unit(result)) / Ratio(Decimal(2, 0)), value = result.value();
    needed.holds.push_back({(value - half) / others, (value + half) / others});
  }
  return needed;
}

}  // namespace

Needed solve(const DocumentView& document, const Relation& relation, QuantityRef member) {
  if (!is_equation(relation)) return {};
  if (relation.whole) return solve_whole(document, relation, member);
  switch (relation.kind) {
    case RelationKind::score: return solve_score(document, relation, member);
    case RelationKind::sum:
    case RelationKind::balance:
    case RelationKind::row:
    case RelationKind::column: return solve_total(document, relation, member);
    case RelationKind::restatement: return solve_restatement(document, relation, member);
    case RelationKind::share:
    case RelationKind::rate: return solve_share(document, relation, member);
    case RelationKind::change: return solve_change(document, relation, member);
    case RelationKind::product: return solve_product(document, relation, member);
    case RelationKind::count: return solve_count(document, relation, member);
    case RelationKind::comparison:   // a bound, no value
    case RelationKind::possible: return {};
  }
  return {};
}

}  // namespace gouji::relations
