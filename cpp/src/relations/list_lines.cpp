// Lists that go on behind their block: marked items, plain lines, sub-headings.

#include <algorithm>

#include "relations/linkers.h"
#include "relations/list_linker.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Quantity;
using profile::WordClass;
using syntax::BlockKind;
using syntax::MarkerStyle;

namespace {

constexpr std::uint32_t most_lines = 40;          // that a list without markers may go on for
constexpr std::size_t longest_unmarked_line = 80; // in units

}  // namespace

void ListLinker::follow(PartList& list, std::uint32_t block) {
  if (list.candidates.empty() && block > 0) add_candidates_of(list, block - 1);
  std::erase_if(list.candidates, [&](QuantityRef total) { return total.block != block && (announces_another(block, quantity(total)) || (announces_each(block) && has_parts(total))); });
  const std::uint32_t next = block + 1;
  if (next >= document_.blocks.size()) return emit(list);
  const syntax::Block& first = *document_.blocks[next].block;
  if (first.kind == BlockKind::heading && list.parts.empty() && is_below(next, block) && !goes_on_as_item(next)) {
    follow_headings(list, block, next);
  } else if (first.marker.style != MarkerStyle::none) {
    follow_items(list, next);
  } else if (list.parts.empty() || list.style == MarkerStyle::none) {
    follow_lines(list, next);
  }
  list.whole = list.whole || (list.total && quantity(*list.total).kind == profile::UnitKind::money);   // 其中： and a line for each
  emit(list);
}

// "全年养护经费23.40万元。" and numbered lines that each begin with an amount: nothing but the lines announces them.
void ListLinker::infer_items(std::uint32_t block) {
  const std::uint32_t next = block + 1;
  const auto& facts = *document_.blocks[block].facts;
  if (next >= document_.blocks.size() || facts.quantities.empty()) return;
  const syntax::Block& first = *document_.blocks[next].block;
  if (document_.blocks[block].block->kind == BlockKind::table_row) return;
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
void ListLinker::sum_up_lines(std::uint32_t block) {
  const auto& quantities = document_.blocks[block].facts->quantities;
  if (quantities.size() != 1 || quantities.front().role != facts::Role::total || document_.blocks[block].block->kind == BlockKind::table_row) return;
  PartList list;
  list.total = QuantityRef{block, 0};
  list.proof = list.whole = true;
  for (std::uint32_t line = block; line-- > 0;) {
    const auto& amounts = document_.blocks[line].facts->quantities;
    const syntax::Block& above = *document_.blocks[line].block;
    if (above.kind == BlockKind::table_row || above.folded.longer_than(longest_unmarked_line) || amounts.empty() || !can_add(document_, quantities.front(), amounts.front())) break;
    list.proof = list.proof && amounts.size() == 1;
    list.parts.insert(list.parts.begin(), {line, 0});
  }
  emit(list);
}

// 工程款共8,700元。 / 各项目预算执行情况如下：the line names what it lists, and the amount before it is of something else.
bool ListLinker::announces_another(std::uint32_t line, const facts::Quantity& total) const {
  const std::u16string_view words = document_.blocks[line].block->folded;
  const auto& lexicon = *document_.lexicon;
  const auto& things = lexicon.vocabulary().words[static_cast<std::size_t>(profile::WordClass::topic)];   // 项目 stands inside 项目预算 too
  if (std::none_of(things.begin(), things.end(), [&](const std::u16string& thing) { return words.find(thing) != std::u16string_view::npos; })) return false;
  std::u16string name = total.label;
  if (total.indicator != profile::no_concept) name += lexicon.vocabulary().concepts[total.indicator].name;
  for (std::size_t i = 0; i + 1 < name.size(); ++i) {
    if (words.find(std::u16string_view(name).substr(i, 2)) != std::u16string_view::npos) return false;
  }
  return true;
}

// 各项目执行情况如下: all of them, not once more the parts of one project
bool ListLinker::announces_each(std::uint32_t line) const { return document_.blocks[line].block->folded.slice(document_.blocks[line].block->content, 1) == u"各"; }

bool ListLinker::has_parts(QuantityRef total) const { return document_.ties->is_total(total); }

void ListLinker::add_candidates_of(PartList& list, std::uint32_t block) const {
  const auto& quantities = document_.blocks[block].facts->quantities;
  for (std::size_t i = quantities.size(); i-- > 0;) list.candidates.push_back({block, static_cast<std::uint32_t>(i)});
}

bool ListLinker::is_below(std::uint32_t heading_block, std::uint32_t block) const {
  const int heading = document_.outline->heading_of_block[heading_block];
  return heading >= 0 && document_.outline->headings[static_cast<std::size_t>(heading)].parent == document_.outline->heading_of_block[block];
}

// 1.行政运行。…; 2.…: items with short words at their head and items with long ones are one list.
bool ListLinker::goes_on_as_item(std::uint32_t first) const {
  const syntax::Marker& marker = document_.blocks[first].block->marker;
  int expected = marker.number;
  for (std::uint32_t block = first; block < document_.blocks.size() && block < first + most_lines; ++block) {
    const syntax::Block& here = *document_.blocks[block].block;
    if (here.marker.style == MarkerStyle::none || here.marker.style > marker.style) continue;
    if (here.marker.style != marker.style || here.marker.number != expected++) return false;
    if (here.kind != BlockKind::heading) return true;
  }
  return false;
}

// The parts stand under the sub-headings that follow, one for each.
void ListLinker::follow_headings(PartList& list, std::uint32_t block, std::uint32_t next) const {
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

void ListLinker::follow_items(PartList& list, std::uint32_t next) const {
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

void ListLinker::follow_lines(PartList& list, std::uint32_t next) const {
  const std::uint32_t end = std::min<std::uint32_t>(static_cast<std::uint32_t>(document_.blocks.size()), next + most_lines);
  facts::ElementKind between = facts::ElementKind::stop;  // the mark at the end of the lines so far
  for (; next < end; ++next) {
    const syntax::Block& block = *document_.blocks[next].block;
    if (block.kind != BlockKind::paragraph || block.folded.longer_than(longest_unmarked_line) || !add_first_amount(list, next)) return;
    const auto& elements = document_.blocks[next].facts->elements;
    const bool ends = elements.back().kind == facts::ElementKind::stop;
    if (ends && between == facts::ElementKind::semicolon) return;
    between = elements.back().kind;
  }
}

bool ListLinker::add_first_amount(PartList& list, std::uint32_t block) const {
  const auto& quantities = document_.blocks[block].facts->quantities;
  if (document_.blocks[block].block->kind == BlockKind::table_row) return false;
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

std::optional<QuantityRef> ListLinker::find_total(const PartList& list, const Quantity& part) const {
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

bool ListLinker::has_named_indicator(const Quantity& value, std::u16string_view words) const {
  for (; !words.empty(); words.remove_suffix(1)) {
    if (const auto* entry = document_.lexicon->concept_suffix(words)) return entry->concept_index == value.indicator;
  }
  return false;
}

}  // namespace gouji::relations
