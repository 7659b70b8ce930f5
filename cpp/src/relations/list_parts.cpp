// Which amounts become parts of an open list.

#include <algorithm>

#include "facts/label.h"
#include "relations/list_reader.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;
using syntax::MarkerStyle;

// 甲14人、乙4人等; 甲14人、乙4人以及丙、丁等
void ListReader::et_cetera() {
  const bool rest = facts_.elements[index_].value == 1;
  if (rest && frame().lists.empty() && !frame().waiting.empty()) frame().waiting.back().open_ended = true;
  if (frame().lists.empty() || index_ == 0) return;
  std::size_t before = index_ - 1;   // 保育员14人、保安4人以及厨工、保健医等
  while (before > 0 && (facts_.elements[before].kind == ElementKind::phrase || facts_.elements[before].kind == ElementKind::pause)) --before;
  const bool names_more = index_ + 1 == facts_.elements.size() || facts_.elements[index_ + 1].kind != ElementKind::quantity;
  const ElementKind kind = facts_.elements[before].kind;
  if (rest || ((kind == ElementKind::quantity || kind == ElementKind::close) && (names_more || before + 1 == index_))) frame().lists.back().open_ended = true;
}

// 甲21万页、乙18万页，其余为丙: parts without a number
void ListReader::leave_rest() {
  Frame& here = frame();
  if (!here.lists.empty() && !here.lists.back().parts.empty()) here.lists.back().open_ended = true;
  else if (here.lists.empty() && !here.waiting.empty()) here.waiting.back().open_ended = true;
}

// 空编2个, 缺额2人: posts that nobody holds are no part of those who serve.
bool ListReader::is_vacancy(const facts::Quantity& value) const {
  const auto& words = document_.lexicon->vocabulary().phrases.vacant;
  return value.kind == profile::UnitKind::count && std::any_of(words.begin(), words.end(), [&](const std::u16string& word) { return value.label.ends_with(word); });
}

void ListReader::add_part(QuantityRef here) {
  const Quantity& value = quantity(here);
  while (frame().lists.size() > 1 && belongs_outside(value)) close_list();
  PartList& list = frame().lists.back();
  const bool sums_up = value.announced && (value.label == u"两者" || value.label == u"二者" || value.label == u"三者");
  if (sums_up && !list.parts.empty()) return end_list();
  if (!list.total) list.total = find_total(list, value);
  if (!list.total) {
    if (list.named_only) frame().lists.pop_back();
    else if (list.respectively && is_amount(value) && !frame().clause_has_part) list.parts.push_back(here);  // its total may stand behind it
    return;
  }
  const Quantity& total = quantity(*list.total);
  if ((list.style != MarkerStyle::none || list.because == Because::structure) && total.kind == profile::UnitKind::count && document_.lexicon->suffix(total.after, profile::WordClass::list_noun)) return;  // 四个方面的问题：一是…
  if (!is_parallel(list, value) || (value.besides && !list.parts.empty() && list.style == MarkerStyle::none)) return end_list();
  if (!can_split(total, value)) return add_second_measure(list, here);
  if (value.approximation != facts::Approximation::exact) {
    list.open_ended = true;
    return;
  }
  if (!can_add(document_, total, value, list.parts.empty())) return;
  if (frame().clause_has_part) {
    list.muddled = true;
    return;
  }
  if (list.style != MarkerStyle::none && list.parts.size() >= static_cast<std::size_t>(std::max(list.number, 1))) return;
  if (list.parts.size() == 1) list.separator = previous_separator();
  list.parts.push_back(here);
  frame().clause_has_part = true;
}

// "553户915人，其中城市87户112人，农村466户803人": a second total right behind the first, with parts of its own.
void ListReader::add_second_measure(PartList& list, QuantityRef here) {
  const Quantity& value = quantity(here);
  if (value.kind != quantity(*list.total).kind || !is_amount(value)) return;
  const QuantityRef beside{list.total->block, list.total->ordinal + 1};
  const bool paired = beside.block == block_ && beside.ordinal < facts_.quantities.size() && !list.parts.empty() && beside < list.parts.front() && same_measure(quantity(beside), value) && is_amount(quantity(beside));
  if (!paired) {
    if (!frame().clause_has_part) list.mixed = true;
    return;
  }
  list.second_total = beside;
  list.second_parts.push_back(here);
}

// Parts are worded alike: behind "老师6人，学生52人" the clause "5名选手入围" is no part.
bool ListReader::is_parallel(const PartList& list, const Quantity& value) const {
  if (list.parts.empty() || list.style != MarkerStyle::none || list.respectively) return true;
  return quantity(list.parts.front()).label.empty() == value.label.empty() || value.after.empty();
}

void ListReader::end_list() {
  frame().waiting.push_back(frame().lists.back());
  frame().lists.pop_back();
}

// The identity of the enclosing total names this amount and that of the inner total does not.
bool ListReader::belongs_outside(const Quantity& value) {
  if (value.indicator == profile::no_concept) return false;
  const PartList& inner = frame().lists.back();
  const PartList& outer = frame().lists[frame().lists.size() - 2];
  if (!inner.total || !outer.total || inner.parts.empty()) return false;
  return is_term_of(*outer.total, value) && !is_term_of(*inner.total, value);
}

bool ListReader::is_term_of(QuantityRef total, const Quantity& value) const {
  const auto& identities = document_.lexicon->vocabulary().identities;
  return std::any_of(identities.begin(), identities.end(), [&](const profile::Identity& identity) {
    const auto has = [](const profile::Term& term, std::uint16_t indicator) { return std::find(term.concepts.begin(), term.concepts.end(), indicator) != term.concepts.end(); };
    return identity.kind == "sum" && has(identity.result, quantity(total).indicator) &&
           std::any_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return has(term, value.indicator); });
  });
}

// The first amount of a segment behind a semicolon may be a further part of the list that the semicolon closed.
void ListReader::add_late(QuantityRef here) {
  if (frame().waiting.empty() || frame().announced_in_segment) return;
  PartList& list = frame().waiting.back();
  if (!list.total || !can_add(document_, quantity(*list.total), quantity(here))) return;
  const auto& rest = document_.lexicon->vocabulary().lists.rest;
  const bool is_rest = list.late.empty() && previous_separator() == ElementKind::comma && std::any_of(rest.begin(), rest.end(), [&](const std::u16string& word) { return quantity(here).label.starts_with(word); });
  (is_rest ? list.parts : list.late).push_back(here);   // 甲14人、乙4人，其余13人
}

ElementKind ListReader::previous_separator() const {
  for (std::size_t i = index_; i-- > 0;) {
    const ElementKind kind = facts_.elements[i].kind;
    if (kind == ElementKind::comma || kind == ElementKind::pause || kind == ElementKind::semicolon || kind == ElementKind::stop) return kind;
  }
  return ElementKind::stop;
}

}  // namespace gouji::relations
