// Which amount a list divides: named totals first, then the nearest that fits.

#include <algorithm>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/list_reader.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;
using syntax::MarkerStyle;

namespace {

constexpr std::ptrdiff_t most_remembered = 12;  // amounts of earlier sentences that may still be divided

constexpr std::uint32_t blocks_looked_back = 6;  // for the amount that a list names

}  // namespace

// Amounts of this sentence, nearest first, then those of the sentence before.
std::vector<QuantityRef> ListReader::candidates() {
  std::vector<QuantityRef> refs(frame().amounts.rbegin(), frame().amounts.rend());
  for (const QuantityRef number : frame().amounts) {  // "特定目标类共6个项目，支出如下" takes up "特定目标类584万元"
    if (quantity(number).kind != profile::UnitKind::count || quantity(number).label.size() < 3) continue;
    for (std::uint32_t i = 0; i < number.ordinal; ++i) {
      const std::u16string& label = facts_.quantities[i].label;
      const bool taken_up = label == quantity(number).label || (label.size() >= 4 && quantity(number).label.starts_with(label));   // 项目支出涉及5个项目，即：
      if (taken_up && is_amount(facts_.quantities[i])) refs.push_back({block_, i});
    }
  }
  refs.insert(refs.end(), frame().sentence_before.rbegin(), frame().sentence_before.rend());
  return refs;
}

std::optional<QuantityRef> ListReader::find_total(const PartList& list, const Quantity& part) const {
  if (!list.name.empty()) {
    if (const auto named = find_named(list, part)) return named;
    const bool names_something_else = list.from_before && !facts::content_words(list.name, *document_.lexicon).empty();
    const bool names_other_indicator = list.from_before && indicator_in(list.name);
    if (list.named_only || names_something_else || names_other_indicator) return std::nullopt;
  }
  std::optional<QuantityRef> other_basis;
  for (const QuantityRef candidate : list.candidates) {
    const Quantity& value = quantity(candidate);
    const bool of_this_sentence = std::find(frame().amounts.begin(), frame().amounts.end(), candidate) != frame().amounts.end();
    if (list.respectively && (!of_this_sentence || ends_a_row(candidate))) break;
    if (list.respectively && (told_in_turn(candidate) || is_divided(candidate))) continue;
    if (!can_split(value, part)) {
      const bool paired = candidate.block == block_ && candidate.ordinal > 0 && same_measure(facts_.quantities[candidate.ordinal - 1], part) && follows_directly(candidate);  // 553户915人
      if (value.kind == part.kind && !paired) break;  // 45件，其中3人: the parts are not of this total
      continue;
    }
    if (!is_amount(value)) break;
    if (same_basis(value, part)) return candidate;
    if (!other_basis) other_basis = candidate;
  }
  return other_basis;
}

// 分别为6件和14件，化解数分别为4件和8件: the last of a row is no total of the next one.
bool ListReader::ends_a_row(QuantityRef candidate) const {
  if (candidate.block != block_ || candidate.ordinal == 0) return false;
  const std::size_t at = document_.layout->element(candidate);
  return at >= 2 && facts_.elements[at - 1].kind == ElementKind::pause && facts_.elements[at - 2].kind == ElementKind::quantity && same_measure(facts_.quantities[candidate.ordinal - 1], quantity(candidate));
}

// 上述两类即为上级专项388万元: the amount behind the number sums up the parts before it.
bool ListReader::takes_up_parts() const {
  const auto number = number_before();
  if (!number || frame().lists.back().parts.size() < *number) return false;
  const Quantity& things = facts_.quantities[static_cast<std::size_t>(facts_.elements[index_ - 1].value)];
  return document_.lexicon->suffix(things.label, profile::WordClass::back) != nullptr;
}

// 权重分别为10分、50分…，得分分别为…: what a row before it tells is not its total.
bool ListReader::told_in_turn(QuantityRef amount) const {
  const auto tells = [&](const PartList& list) { return list.parts.size() >= 2 && std::find(list.parts.begin(), list.parts.end(), amount) != list.parts.end(); };
  return std::any_of(out_.lists.begin(), out_.lists.end(), tells) || std::any_of(frames_.back().lists.begin(), frames_.back().lists.end(), tells) || std::any_of(frames_.back().waiting.begin(), frames_.back().waiting.end(), tells);
}

// 自评得分95.6分，其中…，对应权重分别为…: it has its parts.
bool ListReader::is_divided(QuantityRef amount) const {
  const auto divides = [&](const PartList& list) { return list.total == amount && list.parts.size() >= 2 && list.because == Because::words; };
  return std::any_of(out_.lists.begin(), out_.lists.end(), divides) || std::any_of(frames_.back().lists.begin(), frames_.back().lists.end(), divides) || std::any_of(frames_.back().waiting.begin(), frames_.back().waiting.end(), divides);
}

bool ListReader::follows_directly(QuantityRef candidate) const {
  for (std::size_t i = 1; i < facts_.elements.size(); ++i) {
    if (facts_.elements[i].kind == ElementKind::quantity && static_cast<std::uint32_t>(facts_.elements[i].value) == candidate.ordinal) return facts_.elements[i - 1].kind == ElementKind::quantity;
  }
  return false;
}

// The nearest amount of this block whose label is in the words that name the total.
std::optional<QuantityRef> ListReader::find_named(const PartList& list, const Quantity& part) const {
  const profile::Entry* entry = indicator_in(list.name);
  for (std::uint32_t i = list.first_ordinal; i-- > 0;) {
    const Quantity& value = facts_.quantities[i];
    if (!is_amount(value) || !same_measure(value, part)) continue;
    const bool same_indicator = entry && value.indicator == entry->concept_index;
    const bool same_words = value.label.size() >= 2 && (same_kind(value.label, list.name) || list.name.find(value.label) != std::u16string::npos || value.label.find(list.name) != std::u16string::npos);
    if (same_indicator || same_words) return QuantityRef{block_, i};
  }
  return named_before(list, part);
}

// 专业技术岗位47人 and 专业技术人员里: the same people.
bool ListReader::same_kind(std::u16string_view label, std::u16string_view name) {
  const auto stem = [](std::u16string_view words) {
    for (const std::u16string_view ending : {u"人员", u"岗位", u"职工", u"干部"}) {
      if (words.ends_with(ending)) words.remove_suffix(ending.size());
    }
    return words;
  };
  return stem(label).size() >= 3 && stem(label) == stem(name);
}

// …文献购置145.60万元 in one of the blocks before, taken up by 文献购置经费中，
std::optional<QuantityRef> ListReader::named_before(const PartList& list, const Quantity& part) const {
  const bool begins = !list.candidates.empty() && list.candidates.front().block != block_ && !facts::content_words(list.name, *document_.lexicon).empty();   // 上级补助包括…, at the head of a paragraph
  if (!list.named_only && !begins) return std::nullopt;
  const profile::Entry* entry = indicator_in(list.name);
  for (std::uint32_t block = block_; block-- > 0 && block + blocks_looked_back >= block_;) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    for (std::uint32_t i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
      const std::u16string words = facts::content_words(quantities[i].label, *document_.lexicon);
      const bool same_words = words.size() >= 3 && list.name.find(words) != std::u16string::npos;
      const bool same_indicator = entry && quantities[i].indicator == entry->concept_index;
      if ((same_words || same_indicator) && quantities[i].cell < 0 && is_amount(quantities[i]) && same_measure(quantities[i], part)) return QuantityRef{block, i};
    }
  }
  return std::nullopt;
}

const profile::Entry* ListReader::indicator_in(std::u16string_view words) const {
  while (!words.empty()) {
    if (const profile::Entry* entry = document_.lexicon->concept_suffix(words)) return entry;
    words.remove_suffix(1);
  }
  return nullptr;
}

bool ListReader::starts_block() const {
  return std::all_of(facts_.elements.begin(), facts_.elements.begin() + static_cast<std::ptrdiff_t>(index_), [](const Element& element) { return element.kind == ElementKind::phrase; });
}

// The amounts that a later sentence may divide: those of this one that are no parts themselves.
void ListReader::remember_amounts() {
  Frame& here = frame();
  std::vector<QuantityRef> whole;
  for (const QuantityRef amount : here.amounts) {
    if (!is_part(amount)) whole.push_back(amount);
  }
  const bool counts_only = std::all_of(whole.begin(), whole.end(), [&](QuantityRef amount) { return quantity(amount).kind == profile::UnitKind::count; });
  if (counts_only) whole.insert(whole.begin(), here.sentence_before.begin(), here.sentence_before.end());  // 资金来自两个方面：…。具体用途如下
  if (whole.size() > most_remembered) whole.erase(whole.begin(), whole.end() - most_remembered);
  here.earlier.insert(here.earlier.end(), whole.begin(), whole.end());
  if (here.earlier.size() > most_remembered) here.earlier.erase(here.earlier.begin(), here.earlier.end() - most_remembered);
  if (!whole.empty()) here.sentence_before = std::move(whole);
  here.amounts.clear();
}

bool ListReader::is_part(QuantityRef amount) const {
  const auto holds = [&](const PartList& list) { return list.total && std::find(list.parts.begin(), list.parts.end(), amount) != list.parts.end(); };
  return std::any_of(out_.lists.begin(), out_.lists.end(), holds) || std::any_of(frames_.back().lists.begin(), frames_.back().lists.end(), holds) || std::any_of(frames_.back().waiting.begin(), frames_.back().waiting.end(), holds);
}

}  // namespace gouji::relations
