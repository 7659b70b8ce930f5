// Quotients and products as intervals of what their printed operands stand for.

#include "relations/verdict_derived.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

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

  Verdict run() {
    const auto value = compute();
    intervals_ = !value || value->value.round_half_up(result_.number.places()) != printed_value();   // else they tell nothing
    const auto reading = intervals_ ? compute() : value;
    Verdict verdict;
    if (!reading) {
      verdict.expected = text::to_utf8(result_.printed);
      verdict.difference = "0";
      verdict.formula = fmt::format("{} = {}", text_, verdict.expected);
      return verdict;
    }
    const int places = result_.number.places();
    const Decimal printed = printed_value();
    const Ratio stated(printed), unit(Decimal(Integer(1), places)), half = unit / Ratio(Decimal(2, 0));
    const Decimal expected = reading->value.round_half_up(places);
    const auto reached = [&] { return reading->low <= stated + half && reading->high >= stated - half; };
    if (expected == printed) verdict.status = Status::holds;
    else if (reading->value.truncate(places) == printed || (reading->value - stated).abs() < unit || reached()) verdict.status = Status::rounding;
    else verdict.status = Status::violated;
    const bool exact = Ratio(expected) == reading->value;
    const Decimal shown = exact ? expected : reading->value.round_half_up(places + extra_places);
    verdict.expected = shown.to_string();
    verdict.difference = (printed - shown).to_shortest();
    verdict.formula = fmt::format("{} {} {}{}", text_, exact ? "=" : "≈", verdict.expected, text::to_utf8(result_.printed_unit));
    return verdict;
  }

 private:
  const Quantity& operand(std::size_t i) const { return document_.quantity(relation_.operands[i].quantity); }

  // 下降-35.2%: reported for itself; the value is meant without its sign.
  bool is_doubled_sign() const { return relation_.kind == RelationKind::change && result_.direction < 0 && result_.number.is_negative(); }

  Decimal printed_value() const { return is_doubled_sign() ? result_.number.abs() : result_.number; }

  Reading read(const Quantity& quantity) const {
    if (!intervals_) return Reading::exactly(Ratio(quantity.value()));
    const bool one_unit = operand(0).exponent == operand(1).exponent;
    const int places = one_unit ? std::max(operand(0).number.places(), operand(1).number.places()) : quantity.number.places();
    const Ratio value(quantity.value());
    if (quantity.kind == profile::UnitKind::count && places == 0 && quantity.exponent == 0) return Reading::exactly(value);
    const Ratio half = Ratio(Decimal(Integer(1), places).shifted(quantity.exponent)) / Ratio(Decimal(2, 0));
    return {value, value - half, value + half};
  }

  std::string shown(const Quantity& quantity) const {
    const bool units_differ = operand(0).exponent != operand(1).exponent;
    return text::to_utf8(quantity.printed) + (units_differ ? text::to_utf8(quantity.printed_unit) : "");
  }

  std::optional<Reading> compute() {
    const Quantity &a = operand(0), &b = operand(1);
    if (relation_.kind == RelationKind::product) {
      const Reading scale = Reading::exactly(Ratio(Decimal(1, 0).shifted(-result_.exponent)));
      const bool average = result_.role == facts::Role::average;
      if (!average) return multiply() * scale;
      text_ = fmt::format("{} ÷ {}", shown(a), shown(b));
      const auto value = read(a) / read(b);
      return value ? std::optional(*value * scale) : std::nullopt;
    }
    const Reading scale = Reading::exactly(Ratio(Decimal(result_.kind == profile::UnitKind::permille ? 1000 : 100, 0)));
    const auto quotient = relation_.kind == RelationKind::change ? change(a, b) : divide(a, b);
    return quotient ? std::optional(*quotient * scale) : std::nullopt;
  }

  // Prices, standards and numbers of things are exact.
  Reading multiply() {
    Ratio value = one;
    for (std::size_t i = 0; i < relation_.operands.size(); ++i) {
      value = value * Ratio(operand(i).value());
      text_ += (i == 0 ? "" : " × ") + shown(operand(i));
    }
    return Reading::exactly(value);
  }

  std::optional<Reading> divide(const Quantity& a, const Quantity& b) {
    text_ = fmt::format("{} ÷ {}", shown(a), shown(b));
    return read(a) / read(b);
  }

  std::optional<Reading> change(const Quantity& a, const Quantity& b) {
    const bool falls = result_.direction < 0;
    if (a.role == facts::Role::change && relation_.operands[1].sign > 0) return magnitude(divide(a, b));
    if (a.role == facts::Role::change) {   // the amount of change and what it led to
      text_ = fmt::format("{} ÷ ({} {} {})", shown(a), shown(b), falls ? "+" : "-", shown(a));
      return read(a) / (falls ? read(b) + read(a) : read(b) - read(a));
    }
    text_ = falls ? fmt::format("({1} - {0}) ÷ {1}", shown(a), shown(b)) : fmt::format("({0} - {1}) ÷ {1}", shown(a), shown(b));
    const auto ratio = read(a) / read(b);
    if (!ratio) return std::nullopt;
    if (relation_.unsigned_change && ratio->value < one) return Reading::exactly(one) - *ratio;
    return falls ? Reading::exactly(one) - *ratio : *ratio - Reading::exactly(one);
  }

  // A change may be printed as a magnitude, whichever way it went.
  std::optional<Reading> magnitude(std::optional<Reading> reading) const {
    const bool turns = relation_.unsigned_change && reading && reading->value < Ratio();
    return turns ? std::optional(Reading::exactly(Ratio()) - *reading) : reading;
  }

  const DocumentView& document_;
  const Relation& relation_;
  const Quantity& result_;
  std::string text_;
  bool intervals_ = false;   // of what the operands stand for; else their values alone
};

}  // namespace

Verdict judge_derived(const DocumentView& document, const Relation& relation) { return Derived(document, relation).run(); }

}  // namespace gouji::relations
