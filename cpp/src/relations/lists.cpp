// Sums from part lists, and when a list that does not add up is no reason to accuse.

#include <algorithm>

#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/list_fit.h"
#include "relations/list_linker.h"
#include "relations/memory.h"
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
    link_unit(document_, Linker::lists, {block, 0}, relations_, [&] { link(block); });
  }
}

void ListLinker::link(std::uint32_t block) {
  BlockLists read = read_lists(document_, block);
  around_ = &read.lists;
  for (const PartList& list : read.lists) emit(list);
  around_ = nullptr;
  if (read.trailing) follow(*read.trailing, block);
  else infer_items(block);
  sum_up_lines(block);
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
    else if (exceeds && !names_other_things(list) && list.because == Because::words && !list.from_before && relation.verdict.status == Status::violated) relations_.push_back(relation);
    return;
  }
  if (relation.verdict.status != Status::violated) return relations_.push_back(std::move(relation)), void();
  if (take_second_reading(list) || take_other_total(list) || take_nested_reading(list)) return;
  if (list.mixed || list.muddled || mixes_bases(list) || is_overlapping(list) || has_complements(list) || (list.because == Because::structure && !parts_are_named(list))) return;
  if (list.respectively && continues_series(list)) return;
  const bool whole = is_whole_list(document_, list) || holds_beside(document_, relation);
  if (!whole) {
    const bool other_parts = !other_readings(document_, list).empty();
    if ((!exceeds || other_parts) && accuse_slip(list)) return;
    if (!exceeds || stays_below(list)) return;
  }
  const bool announced = list.proof || (list.because == Because::words && exceeds) || (list.respectively && total.announced) || (!list.unannounced && is_identity_list(document_, list));
  relation.one_of_several = list.one_of_several || !list.late.empty() || !list.outer_parts.empty();
  relation.proof = announced && (exceeds || total.kind == profile::UnitKind::money || total.indicator != profile::no_concept);
  relations_.push_back(std::move(relation));
}

// 七个乡镇里，…，统一实施的9个项目: the one amount is of other things.
bool ListLinker::names_other_things(const PartList& list) const {
  const Quantity& total = quantity(*list.total);
  const auto is_other = [&](QuantityRef part) { return !total.after.empty() && !quantity(part).after.empty() && total.after.front() != quantity(part).after.front(); };
  return total.kind == profile::UnitKind::count && std::all_of(list.parts.begin(), list.parts.end(), is_other);
}

// 收到数分别为6件和14件，办结数分别为4件和8件: a second row of the same things, no parts of the last one.
bool ListLinker::continues_series(const PartList& list) const {
  return around_ && std::any_of(around_->begin(), around_->end(), [&](const PartList& other) {
    return other.parts != list.parts && other.parts.size() >= 2 && std::find(other.parts.begin(), other.parts.end(), *list.total) != other.parts.end();
  });
}

// The marks allow parts that stay below the total: the list may name some of them.
bool ListLinker::stays_below(const PartList& list) const {
  const auto readings = other_readings(document_, list);
  return std::any_of(readings.begin(), readings.end(), [&](const std::vector<QuantityRef>& parts) { return signed_sum(document_, sum_of(list, parts)) <= quantity(*list.total).value(); });
}

// A list that may name some parts only is a mistake where one slip explains it, in one of its readings.
bool ListLinker::accuse_slip(const PartList& list) {
  std::vector<std::vector<QuantityRef>> readings{list.parts};
  for (auto& parts : other_readings(document_, list)) {
    if (parts.size() >= 2) readings.push_back(std::move(parts));
  }
  PartList read = list;
  read.proof = list.proof && quantity(*list.total).kind == profile::UnitKind::money;
  std::vector<QuantityRef> totals{*list.total};
  for (const QuantityRef candidate : list.candidates) {
    const bool other = candidate != *list.total && quantity(candidate).kind == profile::UnitKind::money && list.name.empty() && is_amount(quantity(candidate)) && can_add(document_, quantity(candidate), quantity(list.parts.front()), true);
    if (other) totals.push_back(candidate);
  }
  for (const QuantityRef total : totals) {
    read.total = total;
    for (const auto& parts : readings) {
      if (total != *list.total && parts != list.parts) break;   // another total of other parts is nobody's reading
      Relation relation = sum_of(read, parts);
      if (!is_one_slip_away(document_, relation)) continue;
      relation.proof = relation.proof && parts == list.parts;
      relation.one_of_several = list.one_of_several || readings.size() > 1 || totals.size() > 1;
      relations_.push_back(std::move(relation));
      return true;
    }
  }
  return false;
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
  for (const auto& other : other_readings(document_, list)) {
    if (other.size() >= 2 && keep_if_good(list, other)) return true;
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
  if (!list.name.empty() && !list.regrouped) return take_other_basis(list);
  const auto fits = [&](QuantityRef candidate) {
    if (candidate == *list.total || !can_add(document_, quantity(candidate), quantity(list.parts.front()), true)) return false;
    PartList other = list;
    other.total = candidate;
    return keep_if_good(other, other.parts);
  };
  const auto amount = [&](QuantityRef candidate) { return is_amount(quantity(candidate)) && fits(candidate); };
  const auto exact = [&](QuantityRef candidate) { return quantity(candidate).approximation == facts::Approximation::exact && fits(candidate); };
  if (std::any_of(list.candidates.begin(), list.candidates.end(), amount) || std::any_of(list.further.begin(), list.further.end(), exact)) return true;
  for (const QuantityRef candidate : said_before(list)) {   // 较预算结余1.70万元，其中…: an amount that is no total by itself
    PartList other = list;
    other.total = candidate;
    if (keep_if_good(other, other.parts)) return true;
  }
  return false;
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

// 运行费预算26万元，决算24万元。运行费明细为：the sentence that tells the total tells it on several bases.
bool ListLinker::take_other_basis(const PartList& list) {
  const auto& quantities = document_.blocks[list.total->block].facts->quantities;
  for (std::uint32_t i = 0; i < quantities.size(); ++i) {
    const QuantityRef other{list.total->block, i};
    const bool beside = other != *list.total && other < list.parts.front() && document_.layout->sentence(other) == document_.layout->sentence(*list.total);
    if (!beside || !is_amount(quantities[i]) || !same_measure(quantities[i], quantity(list.parts.front()))) continue;
    PartList read = list;
    read.total = other;
    if (keep_if_good(read, read.parts)) return true;
  }
  return false;
}

// The other amounts of the list's sentence and the one before it, nearest first: parts, sums, changes.
std::vector<QuantityRef> ListLinker::said_before(const PartList& list) const {
  std::vector<QuantityRef> result;
  const QuantityRef first = list.parts.front();
  if (list.total->block != first.block || first < *list.total) return result;
  for (const QuantityRef ref : document_.layout->before(first, list.regrouped ? 2 : 1)) {
    const Quantity& value = quantity(ref);
    const bool amount = value.role == facts::Role::level || value.role == facts::Role::total || value.role == facts::Role::change || value.role == facts::Role::base;
    const bool free = ref != *list.total && std::find(list.candidates.begin(), list.candidates.end(), ref) == list.candidates.end();
    if (amount && free && value.approximation == facts::Approximation::exact && same_measure(value, quantity(first))) result.push_back(ref);
  }
  if (!list.regrouped || first.block == 0) return result;
  const auto& above = document_.blocks[first.block - 1].facts->quantities;   // 1.医疗收入900万元, and below it 按性质分
  const bool told_alone = document_.blocks[first.block - 1].block->kind != BlockKind::table_row && std::count_if(above.begin(), above.end(), is_amount) == 1;
  for (std::uint32_t i = 0; told_alone && i < above.size(); ++i) {
    if (is_amount(above[i]) && same_measure(above[i], quantity(first))) result.push_back({first.block - 1, i});
  }
  return result;
}

bool ListLinker::keep_if_good(const PartList& list, const std::vector<QuantityRef>& parts) {
  Relation relation = sum_of(list, parts);
  if (relation.verdict.status == Status::violated) return false;
  relation.one_of_several = true;
  relations_.push_back(std::move(relation));
  return true;
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
