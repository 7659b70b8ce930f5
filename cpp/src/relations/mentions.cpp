// Index of indicator mentions.

#include "relations/mentions.h"

#include <algorithm>

#include "facts/label.h"

namespace gouji::relations {

using facts::Basis;

int basis_class(Basis basis) {
  switch (basis) {
    case Basis::budget: return 1;
    case Basis::adjusted_budget: return 2;
    case Basis::target: return 3;
    case Basis::cumulative: return 4;
    case Basis::previous: return 5;
    default: return 0;
  }
}

MentionKey key_of(const DocumentView& document, QuantityRef ref) {
  const facts::Quantity& quantity = document.quantity(ref);
  return {scope_of(document, quantity), resolved_year(document, quantity), basis_class(quantity.basis)};
}

Mentions::Mentions(const DocumentView& document) : document_(document), by_indicator_(document.lexicon->vocabulary().concepts.size()) {
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    const auto& quantities = document.blocks[block].facts->quantities;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      if (quantities[i].indicator == profile::no_concept || !is_amount(quantities[i])) continue;
      by_indicator_[quantities[i].indicator].push_back({block, i});
      if (quantities[i].general != profile::no_concept) by_indicator_[quantities[i].general].push_back({block, i});
    }
  }
  read_headings();
}

const std::vector<QuantityRef>& Mentions::of(std::uint16_t indicator) const {
  static const std::vector<QuantityRef> none;
  return indicator < by_indicator_.size() ? by_indicator_[indicator] : none;
}

std::pair<const QuantityRef*, const QuantityRef*> Mentions::between(std::uint16_t indicator, std::uint32_t first, std::uint32_t last) const {
  const auto& all = of(indicator);
  const auto begin = std::lower_bound(all.begin(), all.end(), QuantityRef{first, 0});
  const auto end = std::lower_bound(begin, all.end(), QuantityRef{last + 1, 0});
  return {all.data() + (begin - all.begin()), all.data() + (end - all.begin())};
}

std::uint64_t Mentions::fingerprint() const {
  std::uint64_t hash = 0;
  const auto add = [&](std::size_t indicator, QuantityRef ref) { hash = mixed(mixed(hash, indicator), static_cast<std::uint64_t>(ref.block) << 32 | ref.ordinal); };
  for (std::size_t i = 0; i < by_indicator_.size(); ++i) {
    for (const QuantityRef mention : by_indicator_[i]) add(i, mention);
  }
  for (const auto& [indicator, mention] : by_heading_) add(by_indicator_.size() + indicator, mention);
  return hash;
}

int Mentions::section_of(std::uint32_t block) const {
  const int heading = document_.outline->heading_of_block[block];
  if (heading < 0) return -1;
  const auto& entry = document_.outline->headings[static_cast<std::size_t>(heading)];
  return entry.block == block ? entry.parent : heading;
}

int Mentions::parent_of(std::uint32_t block) const {
  const int heading = document_.outline->heading_of_block[block];
  return heading < 0 ? -1 : document_.outline->headings[static_cast<std::size_t>(heading)].parent;
}

int Mentions::distance_class(QuantityRef a, QuantityRef b) const {
  if (a.block == b.block) return 0;
  const auto& heading_of = document_.outline->heading_of_block;
  if (heading_of[a.block] >= 0 && heading_of[a.block] == heading_of[b.block]) return 1;
  if (section_of(a.block) == section_of(b.block)) return 1;
  return parent_of(a.block) >= 0 && parent_of(a.block) == parent_of(b.block) ? 1 : 2;
}

std::optional<QuantityRef> Mentions::under_heading(std::uint16_t indicator) const {
  const auto found = by_heading_.find(indicator);
  if (found == by_heading_.end()) return std::nullopt;
  return found->second;
}

void Mentions::read_headings() {
  const auto& headings = document_.outline->headings;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const syntax::Block& block = *document_.blocks[headings[i].block].block;
    const auto title = block.title_words();
    auto words = title;
    while (const auto* tail = document_.lexicon->suffix(words, profile::WordClass::tail)) {
      if (document_.lexicon->concept_suffix(words)) break;
      words.remove_suffix(tail->word.size());
    }
    const profile::Entry* entry = document_.lexicon->concept_suffix(words);
    if (!entry || !facts::content_words(words.substr(0, words.size() - entry->word.size()), *document_.lexicon).empty()) continue;
    std::optional<QuantityRef> only;
    bool several = false;
    for (std::uint32_t inside = headings[i].block; inside < document_.blocks.size() && !several; ++inside) {
      if (document_.outline->heading_of_block[inside] != static_cast<int>(i)) break;
      const auto& quantities = document_.blocks[inside].facts->quantities;
      for (std::uint32_t j = 0; j < quantities.size(); ++j) {
        if (!is_amount(quantities[j]) || quantities[j].kind != profile::UnitKind::money) continue;
        several = several || only.has_value();
        only = QuantityRef{inside, j};
      }
    }
    if (only && !several && document_.quantity(*only).indicator == profile::no_concept) by_heading_.emplace(entry->concept_index, *only);
  }
}

}  // namespace gouji::relations
