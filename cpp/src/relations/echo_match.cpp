// Words, years, bases and roles of two figures that have one value.

#include "relations/echo_match.h"

#include <algorithm>

#include "relations/layout.h"
#include "relations/match.h"
#include "relations/mentions.h"
#include "relations/ties.h"
#include "relations/values.h"

namespace gouji::relations {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

namespace {

constexpr std::size_t least_digits = 3;      // a number of fewer digits is told of many things
constexpr std::size_t telling_noun = 3;      // units of a noun that both sides of a count must share
constexpr std::size_t telling_digits = 5;    // a number of so many digits is hardly told of two things
constexpr std::size_t rare_digits = 4;       // that count, without the noughts at the end

std::size_t digits_of(const Quantity& value) {
  return static_cast<std::size_t>(std::count_if(value.printed.begin(), value.printed.end(), [](char16_t unit) { return unit >= u'0' && unit <= u'9'; }));
}

// Digits without the noughts at both ends: 120.00 has two.
std::size_t counting_digits(const Quantity& value) {
  std::u16string digits;
  for (const char16_t unit : value.printed) {
    if (unit >= u'0' && unit <= u'9' && (unit != u'0' || !digits.empty())) digits += unit;
  }
  while (!digits.empty() && digits.back() == u'0') digits.pop_back();
  return digits.size();
}

}  // namespace

EchoMatch::EchoMatch(const DocumentView& document) : document_(document), words_(document), traits_(document.values->size()) {}

const EchoMatch::Traits& EchoMatch::traits(QuantityRef ref) const {
  std::optional<Traits>& traits = traits_[document_.values->place_of(ref)];
  if (traits) return *traits;
  const Quantity& value = document_.quantity(ref);
  return traits.emplace(Traits{year_of(ref), basis_class(basis_of(ref)), static_cast<std::int8_t>(is_cell(ref) ? 0 : flow_of(ref)), changes(ref), names_target(ref), is_goal(ref), is_telling(value), static_cast<std::uint32_t>(digits_of(value)), static_cast<std::uint32_t>(counting_digits(value))});
}

bool EchoMatch::is_telling(const Quantity& value) {
  return value.approximation == Approximation::exact && digits_of(value) >= least_digits && !value.value().is_zero() && value.number != number::Decimal(100, 0);
}

bool EchoMatch::may_be_one(QuantityRef a, QuantityRef b) const {
  const Quantity &first = document_.quantity(a), &second = document_.quantity(b);
  const Traits &here = traits(a), &there = traits(b);
  if (here.year != there.year || here.changes != there.changes || (is_cell(a) && is_cell(b))) return false;
  if (a.block == b.block && document_.layout->sentence(a) == document_.layout->sentence(b)) return false;
  if (here.names_target || there.names_target) return here.is_goal && there.is_goal && common_pairs(words_.around(a), words_.around(b)) > 1;
  if (on_other_bases(here, there, first)) return false;
  if (first.kind == UnitKind::score && marks_differ(a, b)) return false;
  if (is_cell(a) || is_cell(b)) return is_cell(a) ? cell_tells(a, b) : cell_tells(b, a);
  if (first.direction != second.direction || here.flow * there.flow < 0) return false;   // 收入7,000万元 and 支出7,000万元
  if (first.kind == UnitKind::score) return longest_common(words_.around(a), words_.around(b)) > 1;
  if (!here.telling || !there.telling) return !of_other_indicators(first, second) && (counts_one_noun(a, b) || is_named_alike(a, b));
  if (here.counting_digits >= telling_digits) return true;
  const bool other_scope = !first.topic.empty() && !second.topic.empty() && common_pairs(first.topic, words_.own(b).words()) == 0 && common_pairs(second.topic, words_.own(a).words()) == 0;
  if (other_scope) return false;
  if (is_specific(first) && is_specific(second) && first.indicator == second.indicator) return true;
  if (is_spending(first) && is_spending(second) && here.digits >= telling_digits) return true;   // 支出 and 执行
  if (is_specific(first) && is_specific(second) && longest_common(words_.own(a), words_.own(b)) < 4) return false;
  if (common_pairs(words_.own(a), words_.own(b)) > 0) return true;
  if (here.counting_digits >= rare_digits) return true;
  if (common_pairs(words_.around(a), words_.around(b)) > 1) return true;
  return here.digits >= telling_digits && (is_named_by(a, b) || is_named_by(b, a));
}

// 对项目实行监控，支付3,921.28万元: the paragraph names what an amount elsewhere is of
bool EchoMatch::is_named_by(QuantityRef ref, QuantityRef other) const {
  return words_.label(ref).size() >= telling_noun && words_.stands_by(other, words_.label(ref));
}

// The paragraph names the row that a cell stands in, or what it is the total of.
bool EchoMatch::cell_tells(QuantityRef cell, QuantityRef told) const {
  const EchoWords::Cell& place = words_.cell(cell);
  const bool of_row = place.row.size() >= telling_noun && words_.stands_by(told, place.row);
  const Traits& its = traits(cell);
  if (its.telling) {
    if (its.counting_digits >= telling_digits || common_pairs(words_.own(cell), words_.own(told)) > 0) return true;
    return (of_row && its.digits > least_digits) || common_pairs(words_.around(cell), words_.around(told)) > 0;
  }
  if (place.of_total) return common_pairs(place.head, words_.own(told).words()) > 0;
  return place.row.size() > 1 && words_.around(told).words().find(place.row) != std::u16string::npos;
}

// A full mark is no score.
bool EchoMatch::marks_differ(QuantityRef a, QuantityRef b) const { return mark_of(a) * mark_of(b) < 0; }

int EchoMatch::mark_of(QuantityRef ref) const {
  if (is_cell(ref)) return words_.cell(ref).kind == ColumnKind::weight ? 1 : words_.cell(ref).kind == ColumnKind::score ? -1 : 0;
  const Quantity& value = document_.quantity(ref);
  if (value.basis == Basis::target) return 1;
  return value.label.find(u'得') != std::u16string::npos || value.label.find(u"自评") != std::u16string::npos || value.label.find(u'扣') != std::u16string::npos ? -1 : 0;
}

// 预算120万元，支出120万元: nothing is told twice
bool EchoMatch::on_other_bases(const Traits& first, const Traits& second, const Quantity& value) const {
  if (value.kind == UnitKind::percent) return false;
  const int a = first.basis, b = second.basis;
  if (a == b || a == 4 || b == 4) return false;
  return (a >= 1 && a <= 3) || (b >= 1 && b <= 3);
}

// 预算31万元，其中：接待费11万元: parts stand on the basis of their total
Basis EchoMatch::basis_of(QuantityRef ref) const {
  for (int depth = 0; depth < 4; ++depth) {
    if (document_.quantity(ref).basis != Basis::unknown) return document_.quantity(ref).basis;
    const auto total = document_.ties->whole_of(ref);
    if (!total) break;
    ref = *total;
  }
  return document_.quantity(ref).basis;
}

// 超过1400批次的目标, 为目标40次的95%: the words of what is measured stand before it
bool EchoMatch::names_target(QuantityRef ref) const {
  const Quantity& value = document_.quantity(ref);
  return !is_cell(ref) && value.kind != UnitKind::money && value.kind != UnitKind::score && (value.limit != 0 || (value.basis == Basis::target && (value.role == Role::base || words_.label(ref).empty())));
}

bool EchoMatch::is_goal(QuantityRef ref) const {
  const Quantity& value = document_.quantity(ref);
  return names_target(ref) || value.basis == Basis::target || value.approximation != Approximation::exact || value.basis == Basis::unknown;
}

// 比上年的302万元: the year before, whatever is said before it
int EchoMatch::year_of(QuantityRef ref) const {
  const Quantity& value = document_.quantity(ref);
  const bool against = value.role == Role::base && value.limit == 0 && value.against.starts_with(u"上");
  const bool past = against || (value.basis == Basis::previous && value.period.kind != facts::PeriodKind::year);
  const int year = resolved_year(document_, value);
  return past && year == document_.year ? year - 1 : year;
}

bool EchoMatch::changes(QuantityRef ref) const { return is_cell(ref) ? words_.cell(ref).change : document_.quantity(ref).role == Role::change; }

int EchoMatch::flow_of(QuantityRef ref) const {
  const std::u16string& words = words_.own(ref).words();
  const bool in = words.find(u"收入") != std::u16string::npos, out = words.find(u"支出") != std::u16string::npos || words.find(u"支付") != std::u16string::npos;
  return in == out ? 0 : in ? 1 : -1;
}

bool EchoMatch::is_spending(const Quantity& value) const {
  return basis_class(value.basis) == 0 && (has_indicator(document_, value, "expenditure") || has_indicator(document_, value, "executed")) && value.role == Role::level;
}

// 派出司法所14个; 14个司法所中…: what is counted ends the words of one and begins the noun of the other.
bool EchoMatch::counts_one_noun(QuantityRef a, QuantityRef b) const {
  const Quantity &first = document_.quantity(a), &second = document_.quantity(b);
  if (first.kind != UnitKind::count || first.printed_unit != second.printed_unit || first.role == Role::change) return false;
  const std::u16string &noun_a = words_.noun(a), &noun_b = words_.noun(b);
  return ends_in_noun(a, noun_b) || ends_in_noun(b, noun_a) || begin_alike(noun_a, noun_b);
}

bool EchoMatch::ends_in_noun(QuantityRef ref, std::u16string_view noun) const {
  const std::u16string& words = words_.label(ref);
  for (std::size_t length = std::min(words.size(), noun.size()); length >= 2; --length) {
    if (std::u16string_view(words).ends_with(noun.substr(0, length))) return !document_.lexicon->contains(noun.substr(0, length), profile::WordClass::event);
  }
  return false;
}

bool EchoMatch::begin_alike(std::u16string_view a, std::u16string_view b) const {
  std::size_t length = 0;
  while (length < a.size() && length < b.size() && a[length] == b[length]) ++length;
  return length >= 2 && !document_.lexicon->contains(a.substr(0, length), profile::WordClass::event);
}

bool EchoMatch::of_other_indicators(const Quantity& first, const Quantity& second) const { return is_specific(first) && is_specific(second) && first.indicator != second.indicator; }

// A short number: the words of both must be much alike.
bool EchoMatch::is_named_alike(QuantityRef a, QuantityRef b) const {
  const Phrase &own = words_.own(a), &other = words_.own(b);
  const Quantity &first = document_.quantity(a), &second = document_.quantity(b);
  if (first.indicator != profile::no_concept && first.indicator == second.indicator && is_specific(first) && first.topic == second.topic) return true;
  return common_pairs(own, other) > 0 && longest_common(words_.around(a), words_.around(b)) >= telling_noun;
}

bool EchoMatch::is_specific(const Quantity& value) const {
  if (value.indicator == profile::no_concept) return false;
  const bool total = has_indicator(document_, value, "income") || has_indicator(document_, value, "expenditure");
  return total || !document_.lexicon->vocabulary().concepts[value.indicator].generic;
}

}  // namespace gouji::relations
