// Reads the words of averages and prices, and the unit that they are told for.

#include "relations/product_words.h"

#include <algorithm>

#include "facts/label.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

namespace {

constexpr std::size_t npos = std::u16string_view::npos;

// 人均 of people, or of their visits; 次均 of visits; 车均 of cars; 台 of 台(套).
bool is_counted_by(char16_t unit, std::u16string_view words, const Quantity& count) {
  if (unit == u'生') return count.base_unit == u"人";
  if (unit == u'车') return count.base_unit == u"辆";
  if (unit == u'次' || unit == u'人') return count.base_unit.ends_with(unit) || (count.base_unit == u"人次" && (unit == u'人' || words.ends_with(u"次")));
  const auto is_unit = [&](std::u16string_view name) { return name.starts_with(unit) && (name.size() == 1 || name[1] == u'('); };
  return is_unit(count.base_unit) || is_unit(count.printed_unit);
}

// 单价, 单位成本, 补助标准: of whatever is counted beside it.
bool is_price_of_anything(std::u16string_view words) {
  constexpr std::u16string_view prices[]{u"单价", u"均价", u"单位", u"标准"};
  return words.find(u'每') == npos && (words.starts_with(u"单") || std::any_of(std::begin(prices), std::end(prices), [&](std::u16string_view price) { return words.find(price) != npos; }));
}

// 每公里 of kilometres, which are thousands of metres: how many noughts the number loses.
int unit_exponent(const DocumentView& document, const Quantity& average, const Quantity& count) {
  if (count.kind != UnitKind::length && count.kind != UnitKind::area && count.kind != UnitKind::weight) return 0;
  const auto unit_at = [&](std::u16string_view words, std::size_t at) -> const profile::Unit* {
    const profile::Entry* entry = at < words.size() ? document.lexicon->unit_at(words, at) : nullptr;
    const profile::Unit* unit = entry ? &document.lexicon->vocabulary().units[entry->unit] : nullptr;
    return unit && unit->base == count.base_unit ? unit : nullptr;
  };
  for (const std::u16string_view words : {std::u16string_view(average.base), std::u16string_view(average.after)}) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool per = words[i] == u'每' || words[i] == u'/';
      if (const profile::Unit* unit = per ? unit_at(words, i + 1) : nullptr) return unit->exponent;
    }
  }
  const profile::Unit* own = unit_at(count.printed_unit, count.printed_unit.find_first_not_of(u"十百千万亿"));
  return own ? own->exponent : 0;
}

}  // namespace

bool is_number_of_things(const Quantity& value) {
  const bool counted = value.kind == UnitKind::count || value.kind == UnitKind::area || value.kind == UnitKind::length || value.kind == UnitKind::weight;
  return counted && value.approximation == Approximation::exact && value.role != Role::average && value.role != Role::change;
}

bool is_amount_of_money(const Quantity& value) {
  return value.kind == UnitKind::money && value.approximation == Approximation::exact && (value.role == Role::level || value.role == Role::total || value.role == Role::detail);
}

bool is_product_of(const Quantity& average, const Quantity& total) {
  if (average.kind == UnitKind::money) return is_amount_of_money(total);
  const bool level = total.role == Role::level || total.role == Role::total;
  const bool other_noun = !average.after.empty() && total.label.find(average.after) == std::u16string::npos && total.after.find(average.after) == std::u16string::npos;
  const bool named = total.role != Role::total && !total.announced;   // 每座3名责任人，共204名
  if (other_noun && named) return false;   // 每亩平均4个作业环节
  return level && total.kind == UnitKind::count && total.approximation == Approximation::exact && (total.base_unit == average.base_unit || total.base_unit == average.base_unit + u"次");
}

bool counts_what_it_is_of(const Quantity& average, const Quantity& count) {
  const std::u16string_view words = average.base;
  const auto each_place = [&](char16_t word, auto&& is_of) {
    for (auto at = words.find(word); at != npos; at = words.find(word, at + 1)) {
      if (is_of(at)) return true;
    }
    return false;
  };
  const auto is_noun = [&](std::u16string_view noun) { return !noun.empty() && noun.size() <= longest_noun && !count.after.empty() && count.after.find(noun) != std::u16string::npos; };
  const bool each = each_place(u'每', [&](std::size_t at) {
    const auto unit = words.substr(at + 1);
    if (unit.empty() || unit.starts_with(u"月")) return false;
    const bool people = (unit.front() == u'名' || unit.front() == u'生') && count.base_unit == u"人";
    return people || unit.starts_with(count.base_unit) || unit.starts_with(count.printed_unit) || is_noun(unit);   // 13个分馆, 平均每馆
  });
  if (each || each_place(u'均', [&](std::size_t at) { return at > 0 && is_counted_by(words[at - 1], words.substr(0, at), count); })) return true;
  const bool single = each_place(u'单', [&](std::size_t at) { return at + 1 < words.size() && (is_counted_by(words[at + 1], words, count) || count.after.starts_with(words[at + 1])); });
  return single || is_price_of_anything(words);
}

bool is_of_the_whole(const DocumentView& document, const Quantity& average) {
  const std::u16string_view words = average.base;
  auto at = words.rfind(u'均');
  if (at == npos) at = words.rfind(u'每') == npos ? words.rfind(u'单') : words.rfind(u'每');
  if (at == npos) return false;
  std::u16string_view rest = words.substr(at + 1);
  if (words[at] != u'均' && !rest.empty()) {   // 每[公里], 单[点]
    const profile::Entry* unit = document.lexicon->unit_at(words, at + 1);
    rest.remove_prefix(unit ? unit->word.size() : 1);
  }
  constexpr std::u16string_view prices[]{u"价", u"价格", u"造价", u"成本", u"投资", u"投入", u"标准"};
  const std::u16string content = facts::content_words(rest, *document.lexicon);
  return content.empty() || std::find(std::begin(prices), std::end(prices), content) != std::end(prices);
}

bool is_spent_now(const Quantity& value) { return value.basis != Basis::budget && value.basis != Basis::adjusted_budget && value.basis != Basis::target && value.basis != Basis::previous; }

bool is_rounded_price(const Quantity& average, const Quantity& total) { return average.kind == UnitKind::money && average.exponent > 0 && average.exponent == total.exponent && average.number.places() > 0; }

Relation make_product(const DocumentView& document, QuantityRef result, std::vector<Operand> operands) {
  Relation relation;
  relation.kind = RelationKind::product;
  relation.result = result;
  relation.operands = std::move(operands);
  const bool divides = document.quantity(result).role == Role::average;
  const Quantity& average = document.quantity(divides ? result : relation.operands[0].quantity);
  relation.unit_exponent = unit_exponent(document, average, document.quantity(relation.operands[1].quantity));
  relation.proof = relation.derived = true;
  relation.verdict = judge(document, relation);
  return relation;
}

}  // namespace gouji::relations
