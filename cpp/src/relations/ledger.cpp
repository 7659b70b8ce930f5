// Index of the amounts of a text by the things they are told of.

#include "relations/ledger.h"

#include <algorithm>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/match.h"
#include "relations/mentions.h"
#include "relations/tables.h"

namespace gouji::relations {

using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::WordClass;

namespace {

constexpr std::size_t most_candidates = 48;   // of one key, the nearest
constexpr int most_nested = 4;                // totals of totals
constexpr int headings_up = 2;
constexpr std::uint32_t blocks_below_table = 2;
constexpr std::size_t most_counted = 16;
constexpr std::size_t most_in_service = 12;

bool is_listed(const Quantity& value) {
  const bool amount = value.role == Role::level || value.role == Role::total || (value.role == Role::detail && value.cell >= 0) || (value.role == Role::base && value.limit == 0);
  const bool measured = value.kind != profile::UnitKind::percent && value.kind != profile::UnitKind::permille && value.kind != profile::UnitKind::point;
  return amount && measured && value.approximation == facts::Approximation::exact;
}

}  // namespace

Ledger::Ledger(const DocumentView& document, const std::vector<Relation>& relations) : document_(document), by_indicator_(document.lexicon->vocabulary().concepts.size()) {
  for (const Relation& relation : relations) {
    if (relation.kind != RelationKind::sum) continue;
    for (const Operand& operand : relation.operands) totals_.emplace(operand.quantity, relation.result);
  }
  for (const Table& table : *document.tables) {   // 决算数为年初预算的106%: below the table, of its total
    if (table.subject == profile::no_concept || table.rows.empty()) continue;
    for (std::uint32_t below = 1; below <= blocks_below_table; ++below) tables_.emplace(table.rows.back().block + below, table.subject);
  }
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    const auto& quantities = document.blocks[block].facts->quantities;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      if (is_listed(quantities[i])) add({block, i});
    }
  }
}

void Ledger::add(QuantityRef ref) {
  const Quantity& value = document_.quantity(ref);
  const bool serves = has_indicator(document_, value, "staff_serving") || has_indicator(document_, value, "staff_present");
  const bool there = value.kind == profile::UnitKind::count && (value.held || value.moment > 0 || serves) && value.basis != Basis::target && year_of(ref) == document_.year;
  if (value.kind == profile::UnitKind::count && value.basis != Basis::target && value.approximation == facts::Approximation::exact && year_of(ref) == document_.year) {
    auto& of_unit = counted_[value.base_unit];
    if (of_unit.size() < most_counted) of_unit.push_back(ref);
  }
  if (there && value.approximation == facts::Approximation::exact && in_service_.size() < most_in_service) in_service_.push_back(ref);
  Thing thing = thing_of(ref);
  if (!thing.is_known()) return;
  const auto index = static_cast<std::uint32_t>(entries_.size());
  if (thing.indicator != profile::no_concept) by_indicator_[thing.indicator].push_back(index);
  if (thing.name.size() >= 2) {
    by_begin_[pair_at(thing.name, 0)].push_back(index);
    by_end_[pair_at(thing.name, thing.name.size() - 2)].push_back(index);
  }
  entries_.push_back({ref, std::move(thing)});
}

// 中央资金支出 -> 中央; 年初预算 of nothing else -> 预算
std::u16string Ledger::core(std::u16string_view words) const {
  if (const auto space = words.find_last_of(u" \t"); space != std::u16string_view::npos && space + 2 < words.size()) words.remove_prefix(space + 1);   // 岗位分布　卫生技术岗430人
  std::u16string rest = facts::content_words(words, *document_.lexicon);
  for (;;) {
    const profile::Entry* tail = document_.lexicon->suffix(rest, WordClass::tail);
    if (!tail) tail = document_.lexicon->suffix(rest, WordClass::topic);
    if (!tail || tail->word.size() < 2 || rest.size() < tail->word.size() + 2) break;
    rest.resize(rest.size() - tail->word.size());
  }
  const profile::Entry* word = document_.lexicon->prefix(rest, WordClass::generic);   // 项目, 资金: of whatever
  const bool general = word && word->word.size() == rest.size() && word->is(WordClass::topic);
  return general ? std::u16string() : rest;
}

Thing Ledger::read(const Quantity& value) const {
  Thing thing;
  const auto& concepts = document_.lexicon->vocabulary().concepts;
  if (value.indicator != profile::no_concept) {
    thing.scope = scope_of(document_, value);
    if (total_of(thing.scope, *document_.lexicon) != Total::none) thing.scope.clear();   // 合计 of a table
    if (!concepts[value.indicator].generic || thing.scope.empty()) {
      thing.indicator = value.indicator;
      thing.name = core(value.cell < 0 || thing.scope.empty() ? value.label : thing.scope);   // it may be told by other words
      return thing;
    }
    thing.name = core(thing.scope);   // 县级到位, 中央支出: of that money
    thing.scope.clear();
    return thing;
  }
  std::u16string words = value.label;
  if (value.kind == profile::UnitKind::count && facts::content_words(words, *document_.lexicon).size() < 2) words += value.after;
  thing.name = core(words);
  if (thing.name.size() < 2) {
    thing.name = core(value.topic);
    thing.by_topic = true;
  }
  return thing;
}

Thing Ledger::thing_of(QuantityRef ref) const {
  const Quantity& value = document_.quantity(ref);
  Thing thing = read(value);
  const bool of_total = value.cell >= 0 && total_of(value.label, *document_.lexicon) != Total::none;   // 合计 of a table is that of its section
  if (thing.is_known() || (value.cell >= 0 && !of_total)) return thing;
  const auto before = of_total ? std::vector<QuantityRef>() : document_.layout->before(ref, 0);
  if (std::none_of(before.begin(), before.end(), [&](QuantityRef other) { return same_measure(document_.quantity(other), value); })) {
    for (int up = 0; up < headings_up && !thing.is_known(); ++up) thing = heading_of(ref.block, up);   // 决算数80万元 below “三公”经费支出情况
  }
  return thing;
}

Thing Ledger::named(std::u16string_view words) const {
  Thing thing;
  for (auto rest = words; !rest.empty();) {
    if (const profile::Entry* entry = document_.lexicon->concept_suffix(rest)) {
      thing.scope = facts::content_words(rest.substr(0, rest.size() - entry->word.size()), *document_.lexicon);
      if (document_.lexicon->vocabulary().concepts[entry->concept_index].generic && !thing.scope.empty()) {
        thing.name = core(thing.scope);
        thing.scope.clear();
      } else {
        thing.indicator = entry->concept_index;
        thing.name = core(words);
      }
      return thing;
    }
    const profile::Entry* tail = document_.lexicon->suffix(rest, WordClass::tail);
    if (!tail) break;
    rest.remove_suffix(tail->word.size());
  }
  thing.name = core(words);
  return thing;
}

Thing Ledger::heading_of(std::uint32_t block, int up) const {
  int heading = document_.outline->heading_of_block[block];
  for (; heading >= 0 && up > 0; --up) heading = document_.outline->headings[static_cast<std::size_t>(heading)].parent;
  if (heading < 0) return {};
  return named(document_.blocks[document_.outline->headings[static_cast<std::size_t>(heading)].block].block->title_words());
}

std::vector<Thing> Ledger::subjects(QuantityRef ref) const {
  std::vector<Thing> things;
  const auto add = [&](Thing thing) {
    if (thing.is_known()) things.push_back(std::move(thing));
  };
  const Quantity& value = document_.quantity(ref);
  if (!value.label.empty()) add(named(value.label));
  for (const QuantityRef before : document_.layout->before(ref, 0)) {
    const Quantity& other = document_.quantity(before);
    if (other.label.empty() && other.indicator == profile::no_concept) continue;
    add(is_percentage(other) || other.role == Role::change ? named(other.label) : read(other));
  }
  add(named(value.topic));
  const auto& quantities = document_.blocks[ref.block].facts->quantities;
  if (!quantities.empty() && ref.ordinal > 0 && !quantities.front().label.empty()) add(named(quantities.front().label));   // what the paragraph begins with
  if (const auto table = tables_.find(ref.block); table != tables_.end()) things.push_back({table->second, {}, {}});
  for (int up = 0; up < headings_up; ++up) add(heading_of(ref.block, up));
  return things;
}

Side Ledger::side_of(QuantityRef ref) const {
  const auto spent = [&](const Quantity& value) { return value.label.find(u"支出") != std::u16string::npos || has_indicator(document_, value, "executed") || has_indicator(document_, value, "expenditure"); };
  const bool own = spent(document_.quantity(ref));
  for (int depth = 0; depth < most_nested; ++depth) {
    const Quantity& value = document_.quantity(ref);
    const bool arrived = value.label.find(u"到位") != std::u16string::npos || value.label.find(u"到账") != std::u16string::npos || value.after.starts_with(u"到位");
    if (value.basis == Basis::target) return Side::target;
    if (value.basis == Basis::budget || value.basis == Basis::adjusted_budget || value.allotted || has_indicator(document_, value, "available_funds")) return Side::planned;
    if (arrived) return Side::arrived;
    if (has_indicator(document_, value, "funds")) return Side::planned;   // 资金总额
    if (value.basis == Basis::actual || has_indicator(document_, value, "executed")) return Side::done;
    const auto total = totals_.find(ref);
    if (total == totals_.end()) break;
    ref = total->second;   // 预算536万元，其中基本支出320万元
  }
  return own || spent(document_.quantity(ref)) ? Side::done : Side::plain;
}

int Ledger::year_of(QuantityRef ref) const {
  const Quantity& value = document_.quantity(ref);
  const int year = resolved_year(document_, value);
  return value.basis == Basis::previous && year == document_.year ? year - 1 : year;
}

Ledger::Match Ledger::match_of(const Thing& wanted, const Thing& other) const {
  if (wanted.indicator != profile::no_concept && other.indicator != profile::no_concept) {
    if (wanted.indicator != other.indicator) return Match::none;
    if (wanted.scope == other.scope) return Match::same;
    return wanted.scope.empty() || other.scope.empty() ? Match::alike : Match::none;
  }
  if (wanted.name.size() < 2 || other.name.size() < 2) return Match::none;
  if (wanted.name == other.name) return other.by_topic ? Match::alike : Match::same;
  const auto& [shorter, longer] = wanted.name.size() < other.name.size() ? std::tie(wanted.name, other.name) : std::tie(other.name, wanted.name);
  const bool tells = shorter.size() > 2 || longer.size() <= 4 || (wanted.name.size() == 2 && longer.ends_with(shorter) && !document_.lexicon->prefix(shorter, WordClass::generic));   // 总盘子 of 专项资金总盘子
  return tells && (longer.starts_with(shorter) || longer.ends_with(shorter)) ? Match::alike : Match::none;
}

// Those told before and behind, the nearest of each key.
std::vector<std::uint32_t> Ledger::candidates(const Thing& thing, QuantityRef from) const {
  std::vector<std::uint32_t> found;
  const auto take = [&](const std::vector<std::uint32_t>& list) {
    const auto here = std::lower_bound(list.begin(), list.end(), from, [&](std::uint32_t i, QuantityRef ref) { return entries_[i].ref < ref; });
    const auto before = std::min<std::ptrdiff_t>(here - list.begin(), most_candidates), behind = std::min<std::ptrdiff_t>(list.end() - here, most_candidates);
    found.insert(found.end(), here - before, here + behind);
  };
  const auto take_pair = [&](const auto& index, std::uint32_t pair) {
    if (const auto list = index.find(pair); list != index.end()) take(list->second);
  };
  if (thing.indicator != profile::no_concept) take(by_indicator_[thing.indicator]);
  if (thing.name.size() >= 2) {
    take_pair(by_begin_, pair_at(thing.name, 0));
    take_pair(by_end_, pair_at(thing.name, thing.name.size() - 2));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void Ledger::sort_by_distance(std::vector<Told>& found, QuantityRef from) const {
  const auto key = [&](const Told& each) {
    const bool behind = from < each.ref;
    const std::uint32_t blocks = behind ? each.ref.block - from.block : from.block - each.ref.block;
    const std::uint32_t places = blocks > 0 ? (behind ? each.ref.ordinal : 0xFFFF - each.ref.ordinal) : behind ? each.ref.ordinal - from.ordinal : from.ordinal - each.ref.ordinal;
    return std::tuple(behind, blocks, places);
  };
  std::stable_sort(found.begin(), found.end(), [&](const Told& a, const Told& b) { return key(a) < key(b); });
}

bool Ledger::one_value(const std::vector<Told>& told) const {
  return !told.empty() && std::all_of(told.begin(), told.end(), [&](const Told& each) { return document_.quantity(each.ref).value() == document_.quantity(told.front().ref).value(); });
}

}  // namespace gouji::relations
