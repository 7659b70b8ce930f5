// Quotients and products as intervals of what their printed operands stand for.

#include "relations/verdict_derived.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <type_traits>

#include "text/text.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using number::Decimal;
using number::Integer;
using number::Ratio;

constexpr int extra_places = 2;  // of an inexact quotient beyond the printed places

const Ratio one(Decimal(1, 0));

/// A value as printed, and the interval that its rounding stands for.
struct Reading {
  Ratio value, low, high;
  bool exact = false;   // all three are one

  friend Reading operator+(const Reading& a, const Reading& b) {
    if (a.exact && b.exact) return exactly(a.value + b.value);
    return {a.value + b.value, a.low + b.low, a.high + b.high};
  }
  friend Reading operator-(const Reading& a, const Reading& b) {
    if (a.exact && b.exact) return exactly(a.value - b.value);
    return {a.value - b.value, a.low - b.high, a.high - b.low};
  }
  friend Reading operator*(const Reading& a, const Reading& b) {
    if (a.exact && b.exact) return exactly(a.value * b.value);
    return spread(a.value * b.value, {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
  }
  /// Nothing where the divisor may be zero.
  friend std::optional<Reading> operator/(const Reading& a, const Reading& b) {
    if (b.value.is_zero()) return std::nullopt;
    if (a.exact && b.exact) return exactly(a.value / b.value);
    const bool may_vanish = b.low <= Ratio() && b.high >= Ratio();
    if (may_vanish) return Reading{a.value / b.value, a.value / b.value, a.value / b.value};
    return spread(a.value / b.value, {a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high});
  }
  static Reading exactly(const Ratio& value) { return {value, value, value, true}; }

 private:
  static Reading spread(const Ratio& value, std::initializer_list<Ratio> ends) { return {value, std::min(ends), std::max(ends)}; }
};

class Derived {
 public:
  Derived(const DocumentView& document, const Relation& relation) : document_(document), relation_(relation), result_(document.quantity(relation.result)) {}

  Verdict run(bool explained) {
    const int places = result_.number.places();
    const Decimal printed = printed_value();
    const std::optional<Ratio> value = compute<Ratio>();
    const bool holds = value && value->round_half_up(places) == printed;
    Verdict verdict;
    if (!holds && value) verdict.status = is_tail(*compute<Reading>()) ? Status::rounding : Status::violated;
    if (!explained) return verdict;
    if (!value) {
      verdict.expected = text::to_utf8(result_.printed);
      verdict.difference = "0";
      verdict.formula = calculation() + " = " + verdict.expected;
      return verdict;
    }
    const Decimal expected = value->round_half_up(places);
    const bool exact = Ratio(expected) == *value;
    const Decimal shown = exact ? expected : value->round_half_up(places + extra_places);
    verdict.expected = shown.to_string();
    verdict.difference = (printed - shown).to_shortest();
    verdict.formula = calculation();
    verdict.formula.append(exact ? " = " : " ≈ ").append(verdict.expected).append(text::to_utf8(result_.printed_unit));
    return verdict;
  }

 private:
  // Cut to the printed places, less than one last unit off, or within what the operands stand for.
  bool is_tail(const Reading& reading) const {
    const int places = result_.number.places();
    const Ratio stated(printed_value()), unit(Decimal(Integer(1), places)), half = unit / Ratio(Decimal(2, 0));
    if (reading.value.truncate(places) == printed_value() || (reading.value - stated).abs() < unit) return true;
    return reading.low <= stated + half && reading.high >= stated - half;
  }

  const Quantity& operand(std::size_t i) const { return document_.quantity(relation_.operands[i].quantity); }

  // 下降-35.2%: reported for itself; the value is meant without its sign.
  bool is_doubled_sign() const { return relation_.kind == RelationKind::change && result_.direction < 0 && result_.number.is_negative(); }

  Decimal printed_value() const { return is_doubled_sign() ? result_.number.abs() : result_.number; }

  // A printed value alone, or with what its rounding stands for.
  template <typename Value>
  Value read(const Quantity& quantity) const {
    const Ratio value(quantity.value());
    if constexpr (std::is_same_v<Value, Reading>) {
      const bool one_unit = operand(0).exponent == operand(1).exponent;
      const int places = one_unit ? std::max(operand(0).number.places(), operand(1).number.places()) : quantity.number.places();
      if (quantity.kind == profile::UnitKind::count && places == 0 && quantity.exponent == 0) return Reading::exactly(value);
      const Ratio half = Ratio(Decimal(Integer(1), places).shifted(quantity.exponent)) / Ratio(Decimal(2, 0));
      return {value, value - half, value + half};
    } else {
      return value;
    }
  }

  template <typename Value>
  static Value exactly(const Ratio& value) {
    if constexpr (std::is_same_v<Value, Reading>) return Reading::exactly(value);
    else return value;
  }
  static const Ratio& middle(const Ratio& value) { return value; }
  static const Ratio& middle(const Reading& reading) { return reading.value; }
  static std::optional<Ratio> quotient(const Ratio& a, const Ratio& b) { return b.is_zero() ? std::nullopt : std::optional(a / b); }
  static std::optional<Reading> quotient(const Reading& a, const Reading& b) { return a / b; }

  std::string shown(const Quantity& quantity) const {
    const bool units_differ = operand(0).exponent != operand(1).exponent;
    return text::to_utf8(quantity.printed) + (units_differ ? text::to_utf8(quantity.printed_unit) : "");
  }

  // Nothing where the divisor is nought.
  template <typename Value>
  std::optional<Value> compute() const {
    const Quantity &a = operand(0), &b = operand(1);
    if (relation_.kind == RelationKind::product) {
      const bool divides = result_.role == facts::Role::average;
      const Value scale = exactly<Value>(Ratio(Decimal(1, 0).shifted((divides ? relation_.unit_exponent : -relation_.unit_exponent) - result_.exponent)));
      const auto value = divides ? quotient(read<Value>(a), read<Value>(b)) : std::optional(exactly<Value>(multiply()));
      return value ? std::optional(*value * scale) : std::nullopt;
    }
    const auto value = relation_.kind == RelationKind::change ? change<Value>(a, b) : quotient(read<Value>(a), read<Value>(b));
    return value ? std::optional(*value * exactly<Value>(Ratio(Decimal(result_.kind == profile::UnitKind::permille ? 1000 : 100, 0)))) : std::nullopt;
  }

  // Prices, standards and numbers of things are exact.
  Ratio multiply() const {
    Ratio value = one;
    for (std::size_t i = 0; i < relation_.operands.size(); ++i) value = value * Ratio(operand(i).value());
    return value;
  }

  template <typename Value>
  std::optional<Value> change(const Quantity& a, const Quantity& b) const {
    const bool falls = result_.direction < 0;
    const Value part = read<Value>(a), base = read<Value>(b);
    if (is_on_earlier(a)) return magnitude(quotient(part, base));
    if (a.role == facts::Role::change) return quotient(part, falls ? base + part : base - part);   // the amount of change and what it led to
    const auto ratio = quotient(part, base);
    if (!ratio) return std::nullopt;
    const bool turned = relation_.unsigned_change && middle(*ratio) < one;
    return falls || turned ? exactly<Value>(one) - *ratio : *ratio - exactly<Value>(one);
  }

  // The amount of change is measured on the earlier value.
  bool is_on_earlier(const Quantity& a) const { return a.role == facts::Role::change && relation_.operands[1].sign > 0; }

  // The left side of the formula.
  std::string calculation() const {
    const Quantity &a = operand(0), &b = operand(1);
    if (relation_.kind == RelationKind::product && result_.role != facts::Role::average) {
      std::string factors;
      for (std::size_t i = 0; i < relation_.operands.size(); ++i) factors.append(i == 0 ? "" : " × ").append(shown(operand(i)));
      return factors;
    }
    const std::string part = shown(a), base = shown(b);
    if (relation_.kind != RelationKind::change || is_on_earlier(a)) return part + " ÷ " + base;
    const bool falls = result_.direction < 0;
    if (a.role == facts::Role::change) return fmt::format("{} ÷ ({} {} {})", part, base, falls ? "+" : "-", part);
    return falls ? fmt::format("({1} - {0}) ÷ {1}", part, base) : fmt::format("({0} - {1}) ÷ {1}", part, base);
  }

  // A change may be printed as a magnitude, whichever way it went.
  template <typename Value>
  std::optional<Value> magnitude(std::optional<Value> value) const {
    const bool turns = relation_.unsigned_change && value && middle(*value) < Ratio();
    return turns ? std::optional(exactly<Value>(Ratio()) - *value) : value;
  }

  const DocumentView& document_;
  const Relation& relation_;
  const Quantity& result_;
};

}  // namespace

Verdict judge_derived(const DocumentView& document, const Relation& relation, bool explained) { return Derived(document, relation).run(explained); }

Verdict judge_possible(const DocumentView& document, const Relation& relation) {
  const Quantity& rate = document.quantity(relation.result);
  const Decimal all = document.quantity(relation.operands[0].quantity).value(), printed = rate.number;
  const int places = printed.places(), scale = rate.kind == profile::UnitKind::permille ? 3 : 2;
  const auto share = [&](const Decimal& part) { return Ratio(part.shifted(scale)) / Ratio(all); };
  const Decimal below = (Ratio(printed.shifted(-scale)) * Ratio(all)).truncate(0), above = below + Decimal(1, 0);
  Verdict verdict;
  verdict.status = Status::violated;
  for (const Decimal& part : {below, above}) {
    if (share(part).round_half_up(places) == printed) verdict.status = Status::holds;
    else if (share(part).truncate(places) == printed && verdict.status == Status::violated) verdict.status = Status::rounding;
  }
  const bool lower = Ratio(printed) - share(below) <= share(above) - Ratio(printed);
  const Decimal nearest = share(lower ? below : above).round_half_up(places);
  verdict.expected = nearest.to_string();
  verdict.difference = (printed - nearest).to_shortest();
  const auto quotient = [&](const Decimal& part) { return fmt::format("{} ÷ {} ≈ {}%", part.to_shortest(), all.to_shortest(), share(part).round_half_up(places + extra_places).to_string()); };
  verdict.formula = fmt::format("{}, {}", quotient(below), quotient(above));
  return verdict;
}

}  // namespace gouji::relations
