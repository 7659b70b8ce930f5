// Lexicon: words grouped by their first two and last two units, longest first.

#include "profile/lexicon.h"

#include <algorithm>

#include "text/text.h"

namespace gouji::profile {

Lexicon::Lexicon(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  for (std::size_t word_class = 0; word_class < word_class_count; ++word_class) {
    for (const auto& word : vocabulary.words[word_class]) entry(word).classes.set(word_class);
  }
  for (std::size_t i = 0; i < vocabulary.concepts.size(); ++i) {
    const Concept& indicator = vocabulary.concepts[i];
    concepts_by_id_.emplace(indicator.id, static_cast<std::uint16_t>(i));
    entry(text::fold_width(indicator.name)).concept_index = static_cast<std::uint16_t>(i);
    for (const auto& synonym : indicator.synonyms) entry(synonym).concept_index = static_cast<std::uint16_t>(i);
  }
  for (std::size_t i = 0; i < vocabulary.units.size(); ++i) {
    Entry& unit = unit_entries_[vocabulary.units[i].name];
    unit.word = vocabulary.units[i].name;
    unit.unit = static_cast<std::uint16_t>(i);
    units_by_begin_.add(unit);
  }
  for (const auto& [word, value] : entries_) {
    by_begin_.add(value);
    by_end_.add(value);
    note_outer_units(value);
  }
  by_begin_.build();
  by_end_.build();
  units_by_begin_.build();
  for (auto& [word, value] : entries_) value.begins_current = prefix(word, WordClass::current_period) != nullptr;
}

Entry& Lexicon::entry(std::u16string_view word) {
  Entry& result = entries_[std::u16string(word)];
  result.word = word;
  return result;
}

void Lexicon::note_outer_units(const Entry& entry) {
  for (std::size_t word_class = 0; word_class < word_class_count; ++word_class) {
    if (!entry.classes[word_class]) continue;
    begins_[word_class].add(entry.word.front());
    ends_[word_class].add(entry.word.back());
  }
  if (entry.concept_index == no_concept) return;
  concept_begins_.add(entry.word.front());
  concept_ends_.add(entry.word.back());
}

void WordIndex::add(const Entry& entry) { words_.push_back({pair_of(entry.word), static_cast<std::uint32_t>(entry.word.size()), &entry}); }

void WordIndex::build() {
  std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
    if (a.pair != b.pair) return a.pair < b.pair;
    return a.entry->word.size() != b.entry->word.size() ? a.entry->word.size() > b.entry->word.size() : a.entry->word < b.entry->word;
  });
  std::size_t size = 2;
  for (; size < 3 * words_.size(); size *= 2) --shift_;
  slots_.resize(size);
  for (std::uint32_t begin = 0, end = 0; begin < words_.size(); begin = end) {
    const std::uint32_t pair = words_[begin].pair;
    while (end < words_.size() && words_[end].pair == pair) ++end;
    outers_.set(pair >> 16);
    pairs_.set(mixed(pair) >> pair_shift);
    std::size_t slot = mixed(pair) >> shift_;
    while (slots_[slot].pair != 0) slot = (slot + 1) & (size - 1);
    slots_[slot] = {pair, begin, end};
  }
}

const Entry* Lexicon::word_at(std::u16string_view text, std::size_t position) const {
  return by_begin_.longest(text.substr(position), [](const Entry&) { return true; });
}

const Entry* Lexicon::unit_at(std::u16string_view text, std::size_t position) const {
  return units_by_begin_.longest(text.substr(position), [](const Entry&) { return true; });
}

const Entry* Lexicon::suffix(std::u16string_view text, WordClass word_class) const {
  if (text.empty() || !ends_[static_cast<std::size_t>(word_class)].may_hold(text.back())) return nullptr;
  return by_end_.longest(text, [&](const Entry& entry) { return entry.is(word_class); });
}

const Entry* Lexicon::prefix(std::u16string_view text, WordClass word_class) const {
  if (text.empty() || !begins_[static_cast<std::size_t>(word_class)].may_hold(text.front())) return nullptr;
  return by_begin_.longest(text, [&](const Entry& entry) { return entry.is(word_class); });
}

const Entry* Lexicon::concept_suffix(std::u16string_view text) const {
  if (text.empty() || !concept_ends_.may_hold(text.back())) return nullptr;
  return by_end_.longest(text, [](const Entry& entry) { return entry.concept_index != no_concept; });
}

const Entry* Lexicon::concept_prefix(std::u16string_view text) const {
  if (text.empty() || !concept_begins_.may_hold(text.front())) return nullptr;
  return by_begin_.longest(text, [](const Entry& entry) { return entry.concept_index != no_concept; });
}

bool Lexicon::contains(std::u16string_view text, WordClass word_class) const {
  const OuterUnits& begins = begins_[static_cast<std::size_t>(word_class)];
  std::size_t last = text.size();   // where a word of the class may begin
  while (last > 0 && !begins.may_hold(text[last - 1])) --last;
  for (std::size_t i = 0; i < last;) {
    const Entry* found = word_at(text, i);
    if (found && found->is(word_class)) return true;
    i += found ? found->word.size() : 1;
  }
  return false;
}

std::optional<std::uint16_t> Lexicon::concept_by_id(const std::string& id) const {
  const auto found = concepts_by_id_.find(id);
  return found == concepts_by_id_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace gouji::profile
