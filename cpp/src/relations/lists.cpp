// Sums from part lists: within a block, in the lines after it and under the sub-headings after it.

#include <algorithm>

#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/part_list.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using profile::WordClass;
using syntax::BlockKind;
using syntax::MarkerStyle;

constexpr std::uint32_t most_lines = 40;          // that a list without markers may go on for
constexpr std::size_t longest_unmarked_line = 80; // in units

class ListLinker {
 public:
  ListLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
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

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void follow(PartList& list, std::uint32_t block) {
    if (list.candidates.empty() && block > 0) add_candidates_of(list, block - 1);
    const std::uint32_t next = block + 1;
    if (next >= document_.blocks.size()) return emit(list);
    const syntax::Block& first = *document_.blocks[next].block;
    if (first.kind == BlockKind::heading && list.parts.empty() && is_below(next, block)) {
      follow_headings(list, block, next);
    } else if (first.marker.style != MarkerStyle::none) {
      follow_items(list, next);
    } else if (list.parts.empty() || list.style == MarkerStyle::none) {
      follow_lines(list, next);
    }
    emit(list);
  }

  // "全年养护经费23.40万元。" and numbered lines that each begin with an amount: nothing but the lines announces them.
  void infer_items(std::uint32_t block) {
    const std::uint32_t next = block + 1;
    const auto& facts = *document_.blocks[block].facts;
    if (next >= document_.blocks.size() || facts.quantities.empty()) return;
    const syntax::Block& first = *document_.blocks[next].block;
    const bool items = first.marker.number == 1 && first.marker.style >= MarkerStyle::arabic && first.kind == BlockKind::list_item;
    const bool one_amount = std::count_if(facts.quantities.begin(), facts.quantities.end(), [](const Quantity& value) { return is_amount(value); }) == 1;
    if (!items || !one_amount || document_.blocks[block].block->marker.style >= MarkerStyle::arabic) return;
    PartList list;
    add_candidates_of(list, block);
    list.because = Because::structure;
    list.proof = false;
    list.inferred = true;
    for (std::uint32_t line = next, expected = 1; line < document_.blocks.size(); ++line, ++expected) {
      const syntax::Marker& marker = document_.blocks[line].block->marker;
      if (marker.style != first.marker.style || marker.number != static_cast<int>(expected)) break;
      ++list.markers;
      const auto& quantities = document_.blocks[line].facts->quantities;
      if (quantities.empty() || !is_amount(quantities.front()) || !add_first_amount(list, line)) return;
    }
    emit(list);
  }

  // A line "合计3.60万元" below lines that each state one amount.
  void sum_up_lines(std::uint32_t block) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    if (quantities.size() != 1 || quantities.front().role != facts::Role::total) return;
    PartList list;
    list.total = QuantityRef{block, 0};
    list.proof = true;
    for (std::uint32_t line = block; line-- > 0;) {
      const auto& amounts = document_.blocks[line].facts->quantities;
      const syntax::Block& above = *document_.blocks[line].block;
      if (above.folded.size() > longest_unmarked_line || amounts.empty() || !can_add(document_, quantities.front(), amounts.front())) break;
      list.proof = list.proof && amounts.size() == 1;
      list.parts.insert(list.parts.begin(), {line, 0});
    }
    emit(list);
  }

  void add_candidates_of(PartList& list, std::uint32_t block) const {
    const auto& quantities = document_.blocks[block].facts->quantities;
    for (std::size_t i = quantities.size(); i-- > 0;) list.candidates.push_back({block, static_cast<std::uint32_t>(i)});
  }

  bool is_below(std::uint32_t heading_block, std::uint32_t block) const {
    const int heading = document_.outline->heading_of_block[heading_block];
    return heading >= 0 && document_.outline->headings[static_cast<std::size_t>(heading)].parent == document_.outline->heading_of_block[block];
  }

  // The parts stand under the sub-headings that follow, one for each.
  void follow_headings(PartList& list, std::uint32_t block, std::uint32_t next) const {
    list.proof = false;
    list.because = Because::structure;
    const int parent = document_.outline->heading_of_block[block];
    const auto& headings = document_.outline->headings;
    for (std::size_t i = 0; i < headings.size(); ++i) {
      if (headings[i].block < next || headings[i].parent != parent) continue;
      const bool nothing_between = i == 0 || headings[i].block == next || headings[i].previous >= 0;
      if (!nothing_between) break;
      std::uint32_t end = static_cast<std::uint32_t>(document_.blocks.size());
      for (std::size_t j = i + 1; j < headings.size(); ++j) {
        if (headings[j].level <= headings[i].level) {
          end = headings[j].block;
          break;
        }
      }
      for (std::uint32_t inside = headings[i].block; inside < end; ++inside) {
        if (add_first_amount(list, inside)) break;
      }
    }
  }

  void follow_items(PartList& list, std::uint32_t next) const {
    const MarkerStyle style = document_.blocks[next].block->marker.style;
    int expected = document_.blocks[next].block->marker.number;
    if (!list.parts.empty() && (style != list.style || expected != list.number + 1)) return;
    if (list.parts.empty() && expected != 1) return;
    for (; next < document_.blocks.size(); ++next) {
      const syntax::Marker& marker = document_.blocks[next].block->marker;
      if (marker.style == MarkerStyle::none || marker.style > style) continue;  // text that belongs to the item before it
      if (marker.style != style || marker.number != expected) return;
      if (document_.blocks[next].block->kind == BlockKind::heading && document_.blocks[next].block->marker.style <= MarkerStyle::han && expected == 1 && !list.parts.empty()) return;
      add_first_amount(list, next);
      ++expected;
    }
  }

  void follow_lines(PartList& list, std::uint32_t next) const {
    const std::uint32_t end = std::min<std::uint32_t>(static_cast<std::uint32_t>(document_.blocks.size()), next + most_lines);
    facts::ElementKind between = facts::ElementKind::stop;  // the mark at the end of the lines so far
    for (; next < end; ++next) {
      const syntax::Block& block = *document_.blocks[next].block;
      if (block.kind != BlockKind::paragraph || block.folded.size() > longest_unmarked_line || !add_first_amount(list, next)) return;
      const auto& elements = document_.blocks[next].facts->elements;
      const bool ends = elements.back().kind == facts::ElementKind::stop;
      if (ends && between == facts::ElementKind::semicolon) return;
      between = elements.back().kind;
    }
  }

  bool add_first_amount(PartList& list, std::uint32_t block) const {
    const auto& quantities = document_.blocks[block].facts->quantities;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      if (quantities[i].role == facts::Role::total) return false;
      if (!is_amount(quantities[i])) continue;
      if (!list.total) list.total = find_total(list, quantities[i]);
      if (!list.total || !can_add(document_, quantity(*list.total), quantities[i])) continue;
      const Quantity& total = quantity(*list.total);
      if (total.kind == profile::UnitKind::count && document_.lexicon->suffix(total.after, WordClass::list_noun)) return false;  // 三个问题：
      list.parts.push_back({block, i});
      return true;
    }
    return false;
  }

  std::optional<QuantityRef> find_total(const PartList& list, const Quantity& part) const {
    for (const QuantityRef candidate : list.candidates) {
      const Quantity& value = quantity(candidate);
      const bool named = value.label.size() >= 2 && !list.name.empty() && (list.name.find(value.label) != std::u16string::npos || has_named_indicator(value, list.name));
      if (named && is_amount(value) && same_measure(value, part)) return candidate;
    }
    for (const bool strict : {true, false}) {
      for (const QuantityRef candidate : list.candidates) {
        const Quantity& value = quantity(candidate);
        if (is_amount(value) && same_measure(value, part) && (!strict || (same_basis(value, part) && !is_balance(value)))) return candidate;
      }
    }
    return std::nullopt;
  }

  // What is left over is seldom what the next lines divide.
  bool is_balance(const Quantity& value) const { return has_indicator(document_, value, "closing_balance") || has_indicator(document_, value, "opening_balance"); }

  bool has_named_indicator(const Quantity& value, std::u16string_view words) const {
    for (; !words.empty(); words.remove_suffix(1)) {
      if (const auto* entry = document_.lexicon->concept_suffix(words)) return entry->concept_index == value.indicator;
    }
    return false;
  }

  void emit(const PartList& list) {
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
      if (exceeds && list.because == Because::words && !list.from_before && relation.verdict.status == Status::violated) relations_.push_back(relation);
      return;
    }
    if (relation.verdict.status == Status::violated) {
      if (take_second_reading(list, relation)) return;
      if (list.mixed || mixes_bases(list) || is_overlapping(list) || has_complements(list) || (list.because == Because::structure && !parts_are_named(list))) return;
      const bool announced = list.proof || (list.because == Because::words && exceeds) || (list.respectively && total.announced) || (!list.unannounced && is_identity(list));
      relation.proof = announced && (exceeds || total.kind == profile::UnitKind::money || total.indicator != profile::no_concept);
    }
    relations_.push_back(relation);
  }

  void emit_second_measure(const PartList& list) {
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
  void emit_count(const PartList& list) {
    Relation relation;
    relation.kind = RelationKind::count;
    relation.result = *list.announcement;
    for (const std::uint32_t element : list.elements) relation.items.push_back({list.announcement->block, element});
    relation.because = Because::structure;
    relation.verdict = judge(document_, relation);
    relations_.push_back(relation);
  }

  Relation sum_of(const PartList& list, const std::vector<QuantityRef>& parts) const {
    Relation relation;
    relation.kind = RelationKind::sum;
    relation.result = *list.total;
    for (const QuantityRef part : parts) relation.operands.push_back({part, 1});
    relation.because = list.because;
    relation.proof = list.proof;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  // A list with two readings accuses only where both fail: after a semicolon further parts may follow, and the last
  // amounts of a nested list may belong to the list around it.
  bool take_second_reading(const PartList& list, const Relation& first) {
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
    (void)first;
    return false;
  }

  bool keep_if_good(const PartList& list, const std::vector<QuantityRef>& parts) {
    const Relation relation = sum_of(list, parts);
    if (relation.verdict.status == Status::violated) return false;
    relations_.push_back(relation);
    return true;
  }

  // The vocabulary knows the parts as all the parts of this total.
  bool is_identity(const PartList& list) const {
    const auto& identities = document_.lexicon->vocabulary().identities;
    const auto has = [](const profile::Term& term, std::uint16_t indicator) { return std::find(term.concepts.begin(), term.concepts.end(), indicator) != term.concepts.end(); };
    return std::any_of(identities.begin(), identities.end(), [&](const profile::Identity& identity) {
      if (identity.kind != "sum" || !has(identity.result, quantity(*list.total).indicator)) return false;
      const bool all_required = std::all_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return term.optional || std::any_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return has(term, quantity(part).indicator); }); });
      return all_required && std::all_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return std::any_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return has(term, quantity(part).indicator); }); });
    });
  }

  // Party members, women, graduates: groups that overlap and need not add up.
  bool is_overlapping(const PartList& list) const {
    const bool by_sex = list.parts.size() == 2 && quantity(list.parts[0]).label.starts_with(u"男") && quantity(list.parts[1]).label.starts_with(u"女");
    if (by_sex) return false;
    return std::any_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) {
      const Quantity& value = quantity(part);
      return document_.lexicon->suffix(value.label, WordClass::attribute) || document_.lexicon->suffix(value.after, WordClass::attribute);
    });
  }

  // 其中项目预算171万元，项目支出168万元: the same thing twice, not two parts
  bool mixes_bases(const PartList& list) const {
    return std::any_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return !same_basis(quantity(part), quantity(list.parts.front())); });
  }

  // 受理65件，审结62件，未审结3件: done and not done divide another part, not the total.
  bool has_complements(const PartList& list) const {
    return std::any_of(list.parts.begin(), list.parts.end(), [&](QuantityRef no) {
      const std::u16string_view label = quantity(no).label;
      if (label.size() < 3 || (label.front() != u'未' && label.front() != u'不')) return false;
      return list.parts.size() > 2 && std::any_of(list.parts.begin(), list.parts.end(), [&](QuantityRef yes) { return yes != no && label.substr(1).starts_with(quantity(yes).label) && quantity(yes).label.size() >= 2; });
    });
  }

  bool parts_are_named(const PartList& list) const {
    return std::all_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return !quantity(part).label.empty() || !quantity(part).after.empty(); });
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
};

}  // namespace

void link_lists(const DocumentView& document, std::vector<Relation>& relations) { ListLinker(document, relations).run(); }

}  // namespace gouji::relations
