// Sums from part lists, and when a list that does not add up is no reason to accuse.

#include <algorithm>

#include "relations/linkers.h"
#include "relations/list_linker.h"
#include "relations/slips.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Quantity;
using profile::WordClass;
using syntax::BlockKind;
using syntax::MarkerStyle;

void ListLinker::run() {
  const auto count = static_cast<std::uint32_t>(document_.blocks.size());
  for (std::uint32_t block = 0; block < count; ++block) {
    if (document_.blocks[block].facts->elements.empty()) continue;
    BlockLists read = read_lists(document_, block);
    for (PartList& list : read.lists) emit(list);
    if (read.trailing) follow(*read.trailing, block);
    else infer_items(block);
    sum_up_lines(block);
  }
}

void ListLinker::emit(const PartList& list) {
  if (list.announcement) emit_count(list);
  emit_second_measure(list);
  if (!list.total || list.parts.empty()) return;
  Relation relation = sum_of(list, list.parts);
  const Quantity& total = quantity(relation.result);
  const bool every_marker_has_a_part = !list.inferred || list.markers == list.parts.size();
  if (!every_marker_has_a_part) return;
  const bool complete = !list.open_ended && list.parts.size() >= 2;
  const bool exceeds = signed_sum(document_, relation) > total.value();
  if (!complete) {
    relation.proof = list.because == Because::words;
    relation.partial = true;
    if (list.parts.size() >= 3 && signed_sum(document_, relation) == total.value()) relations_.push_back(relation);   // 主要包括, and all of them
    else if (exceeds && list.because == Because::words && !list.from_before && relation.verdict.status == Status::violated) relations_.push_back(relation);
    return;
  }
  if (relation.verdict.status == Status::violated) {
    if (take_second_reading(list) || take_other_total(list) || take_nested_reading(list)) return;
    if (list.mixed || list.muddled || may_pick_some(list, exceeds) || mixes_bases(list) || is_overlapping(list) || has_complements(list) || (list.because == Because::structure && !parts_are_named(list))) return;
    const bool announced = list.proof || (list.because == Because::words && exceeds) || (list.respectively && total.announced) || (!list.unannounced && is_identity(list));
    relation.one_of_several = list.one_of_several || !list.late.empty() || !list.outer_parts.empty();
    relation.proof = announced && (exceeds || total.kind == profile::UnitKind::money || total.indicator != profile::no_concept);
  }
  relations_.push_back(std::move(relation));
}

void ListLinker::emit_second_measure(const PartList& list) {
  if (!list.second_total || list.second_parts.size() < 2 || list.second_parts.size() != list.parts.size()) return;
  PartList second = list;
  second.total = list.second_total;
  second.parts = list.second_parts;
  second.second_total.reset();
  second.announcement.reset();
  second.late.clear();
  second.outer_parts.clear();
  emit(second);
}

// The number that announced the list agrees with it, or the list would not have been read.
void ListLinker::emit_count(const PartList& list) {
  Relation relation;
  relation.kind = RelationKind::count;
  relation.result = *list.announcement;
  for (const std::uint32_t element : list.elements) relation.items.push_back({list.announcement->block, element});
  relation.because = Because::structure;
  relation.verdict = judge(document_, relation);
  relations_.push_back(std::move(relation));
}

Relation ListLinker::sum_of(const PartList& list, const std::vector<QuantityRef>& parts) const {
  Relation relation;
  relation.kind = RelationKind::sum;
  relation.result = *list.total;
  for (const QuantityRef part : parts) relation.operands.push_back({part, 1});
  relation.because = list.because;
  relation.proof = list.proof;
  relation.one_of_several = list.one_of_several;
  relation.verdict = judge(document_, relation);
  return relation;
}

// A list with two readings accuses only where both fail: after a semicolon further parts may follow, and the last
// amounts of a nested list may belong to the list around it.
bool ListLinker::take_second_reading(const PartList& list) {
  std::vector<QuantityRef> parts = list.parts;
  for (const QuantityRef late : list.late) {
    parts.push_back(late);
    if (keep_if_good(list, parts)) return true;
  }
  if (list.outer_parts.empty() || list.parts.size() < 3) return false;
  parts = list.parts;
  while (parts.size() > 2) {
    parts.pop_back();
    if (keep_if_good(list, parts)) return true;
  }
  return false;
}

// 预算安排420万元，实际支出396万元。其中：…: the list is of the amount in its reach that it adds up to.
bool ListLinker::take_other_total(const PartList& list) {
  if (!list.name.empty()) return false;
  const auto fits = [&](QuantityRef candidate) {
    if (candidate == *list.total || !can_add(document_, quantity(candidate), quantity(list.parts.front()), true)) return false;
    PartList other = list;
    other.total = candidate;
    return keep_if_good(other, other.parts);
  };
  const auto amount = [&](QuantityRef candidate) { return is_amount(quantity(candidate)) && fits(candidate); };
  const auto exact = [&](QuantityRef candidate) { return quantity(candidate).approximation == facts::Approximation::exact && fits(candidate); };
  return std::any_of(list.candidates.begin(), list.candidates.end(), amount) || std::any_of(list.further.begin(), list.further.end(), exact);
}

// 中央480万元，分两批下达，第一批350万元、第二批130万元；省级60万元: amounts behind a part may be parts of it.
bool ListLinker::take_nested_reading(const PartList& list) {
  std::vector<QuantityRef> outer, all = list.parts;
  all.insert(all.end(), list.late.begin(), list.late.end());
  std::vector<PartList> inner;
  for (std::size_t i = 0; i < all.size(); ++i) {
    outer.push_back(all[i]);
    PartList nested = list;
    nested.total = all[i];
    nested.parts.clear();
    for (std::size_t last = i + 1; last < all.size(); ++last) {
      nested.parts.push_back(all[last]);
      if (nested.parts.size() < 2 || sum_of(nested, nested.parts).verdict.status == Status::violated) continue;
      inner.push_back(nested);
      i = last;
      break;
    }
  }
  if (inner.empty() || outer.size() < 2 || !keep_if_good(list, outer)) return false;
  for (const PartList& nested : inner) keep_if_good(nested, nested.parts);
  return true;
}

// 毕业生2879人，其中升学612人、入伍73人: people and things may be told in part; a slip of one figure shows that all were meant.
bool ListLinker::may_pick_some(const PartList& list, bool exceeds) const {
  const Quantity& total = quantity(*list.total);
  if (exceeds || total.kind == profile::UnitKind::money || total.kind == profile::UnitKind::score || list.respectively || is_identity(list)) return false;
  number::Decimal sum(0, 0);
  for (const QuantityRef part : list.parts) sum = sum + quantity(part).value();
  const number::Decimal missing = total.value() - sum;
  const auto slipped = [&](QuantityRef ref, const number::Decimal& needed) {
    const Quantity& value = quantity(ref);
    return needed > number::Decimal(0, 0) && repair_of(value.number, needed.shifted(-value.exponent)).slip != Slip::none;
  };
  return !slipped(*list.total, sum) && std::none_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return slipped(part, quantity(part).value() + missing); });
}

bool ListLinker::keep_if_good(const PartList& list, const std::vector<QuantityRef>& parts) {
  Relation relation = sum_of(list, parts);
  if (relation.verdict.status == Status::violated) return false;
  relation.one_of_several = true;
  relations_.push_back(std::move(relation));
  return true;
}

// The vocabulary knows the parts as all the parts of this total.
bool ListLinker::is_identity(const PartList& list) const {
  const auto& identities = document_.lexicon->vocabulary().identities;
  const auto has = [](const profile::Term& term, std::uint16_t indicator) { return std::find(term.concepts.begin(), term.concepts.end(), indicator) != term.concepts.end(); };
  return std::any_of(identities.begin(), identities.end(), [&](const profile::Identity& identity) {
    if (identity.kind != "sum" || !has(identity.result, quantity(*list.total).indicator)) return false;
    const bool all_required = std::all_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return term.optional || std::any_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return has(term, quantity(part).indicator); }); });
    return all_required && std::all_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return std::any_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return has(term, quantity(part).indicator); }); });
  });
}

// Party members, women, graduates: groups that overlap and need not add up.
bool ListLinker::is_overlapping(const PartList& list) const {
  const bool by_sex = list.parts.size() == 2 && quantity(list.parts[0]).label.starts_with(u"男") && quantity(list.parts[1]).label.starts_with(u"女");
  if (by_sex) return false;
  return std::any_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) {
    const Quantity& value = quantity(part);
    return document_.lexicon->suffix(value.label, WordClass::attribute) || document_.lexicon->suffix(value.after, WordClass::attribute);
  });
}

// 其中项目预算171万元，项目支出168万元: the same thing twice, not two parts
bool ListLinker::mixes_bases(const PartList& list) const {
  return std::any_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return !same_basis(quantity(part), quantity(list.parts.front())) || is_other_valuation(document_, quantity(part), quantity(list.parts.front())); });
}

// 受理65件，审结62件，未审结3件: done and not done divide another part, not the total.
bool ListLinker::has_complements(const PartList& list) const {
  return std::any_of(list.parts.begin(), list.parts.end(), [&](QuantityRef no) {
    const std::u16string_view label = quantity(no).label;
    if (label.size() < 3 || (label.front() != u'未' && label.front() != u'不')) return false;
    return list.parts.size() > 2 && std::any_of(list.parts.begin(), list.parts.end(), [&](QuantityRef yes) { return yes != no && label.substr(1).starts_with(quantity(yes).label) && quantity(yes).label.size() >= 2; });
  });
}

bool ListLinker::parts_are_named(const PartList& list) const {
  return std::all_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return !quantity(part).label.empty() || !quantity(part).after.empty(); });
}

void link_lists(const DocumentView& document, std::vector<Relation>& relations) { ListLinker(document, relations).run(); }

}  // namespace gouji::relations
