// Amounts by name and by sentence.

#include "relations/amount_finder.h"

#include <algorithm>

#include "facts/label.h"
#include "relations/ties.h"

namespace gouji::relations {

using facts::Quantity;

namespace {

constexpr std::size_t shortest_part_of_name = 3;  // units of an amount's words that are only a part of those looked for
constexpr std::uint32_t blocks_looked_back = 80;
constexpr int most_nested = 4;                    // totals of totals

}  // namespace

std::optional<QuantityRef> AmountFinder::whole_of(QuantityRef part) const { return document_.ties->whole_of(part); }

std::optional<QuantityRef> AmountFinder::nearest(std::uint16_t indicator, QuantityRef ref, std::u16string_view qualifier, int basis, int year, bool only_named) const {
  const auto& mentions = mentions_.of(indicator);
  const auto fits = [&](QuantityRef candidate) {
    const Quantity& value = document_.quantity(candidate);
    const bool same_scope = value.qualifier == qualifier || (qualifier.empty() && scope_of(document_, value).empty());
    return same_scope && basis_class(value.basis) == basis && resolved_year(document_, value) == year;
  };
  const auto behind = std::lower_bound(mentions.begin(), mentions.end(), ref);
  const auto is_named = [&](QuantityRef candidate) { return document_.quantity(candidate).indicator == indicator; };
  for (const bool named : {true, false}) {   // 年初预算 is the whole budget, unless only 三公经费年初预算 is told
    if (only_named && !named) break;
    for (auto before = behind; before != mentions.begin();) {
      if (fits(*--before) && (!named || is_named(*before))) return *before;
    }
  }
  const auto found = std::find_if(behind, mentions.end(), [&](QuantityRef candidate) { return fits(candidate) && (!only_named || is_named(candidate)); });
  return found == mentions.end() ? std::nullopt : std::optional(*found);
}

std::optional<QuantityRef> AmountFinder::by_label(std::u16string_view words, QuantityRef ref, std::optional<QuantityRef> like) const {
  const std::u16string wanted = facts::content_words(words, *document_.lexicon);
  if (wanted.size() < 2) return std::nullopt;
  const profile::Entry* first = document_.lexicon->concept_prefix(words);
  const auto is_narrower = [&](std::u16string_view label) { return first && first->word.size() < words.size() && label.find(first->word) == std::u16string_view::npos && !words.starts_with(label); };  // 一般公共预算项目支出 is not all 项目支出
  for (std::uint32_t block = ref.block + 1; block-- > 0 && block + blocks_looked_back >= ref.block;) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    std::optional<QuantityRef> longer;
    for (std::uint32_t i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
      const QuantityRef candidate{block, i};
      if (!(candidate < ref) || candidate == like || !is_amount(quantities[i])) continue;
      if (quantities[i].cell >= 0 && quantities[i].basis != facts::Basis::actual) continue;   // of a row's cells, the one that was spent or done
      if (like && !same_measure(document_.quantity(*like), quantities[i])) continue;
      const std::u16string label = facts::content_words(quantities[i].label, *document_.lexicon);
      const bool names_more = label.size() >= 2 && label.ends_with(wanted);
      const bool names_less = label.size() >= shortest_part_of_name && wanted.find(label) != std::u16string::npos && !is_narrower(quantities[i].label);
      if (label == wanted) return candidate;   // 成交298万元, and not 工程成交36万元 nearer by
      if ((names_more || names_less) && !longer) longer = candidate;
    }
    if (longer) return longer;
  }
  return std::nullopt;
}

std::vector<QuantityRef> AmountFinder::subjects(QuantityRef ref, const Quantity& like, int sentences) const {
  std::vector<QuantityRef> amounts;   // of the nearest sentence that has any
  for (const QuantityRef candidate : layout_.before(ref, sentences)) {
    if (!amounts.empty() && layout_.sentence(candidate) != layout_.sentence(amounts.front())) break;
    const Quantity& value = document_.quantity(candidate);
    if (!same_measure(like, value)) continue;
    if (amounts.empty() && value.role == facts::Role::average) return {candidate};   // 人均1.60万元，比上年的1.68万元减少0.08万元
    if (is_amount(value)) amounts.push_back(candidate);
  }
  std::vector<QuantityRef> result;
  const auto add = [&](QuantityRef candidate) {
    if (std::find(result.begin(), result.end(), candidate) == result.end()) result.push_back(candidate);
  };
  if (amounts.empty()) return result;
  auto whole = whole_of(amounts.front());
  for (int i = 0; whole && i < most_nested; ++i, whole = whole_of(*whole)) {
    if (whole->block == ref.block && *whole < ref) add(*whole);
  }
  for (const QuantityRef amount : amounts) add(amount);
  return result;
}

}  // namespace gouji::relations
