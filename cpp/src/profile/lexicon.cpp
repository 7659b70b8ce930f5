// Lexicon: words grouped by their first and last unit, longest first.

#include "profile/lexicon.h"

#include <algorithm>

#include "text/text.h"

namespace gouji::profile {
namespace {

bool starts_at(std::u16string_view text, std::size_t position, std::u16string_view word) {
  return text.size() - position >= word.size() && text.compare(position, word.size(), word) == 0;
}

}  // namespace

Lexicon::Lexicon(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  for (std::size_t word_class = 0; word_class < word_class_count; ++word_class) {
    for (const auto& word : vocabulary.words[word_class]) entry(word).classes.set(word_class);
  }
  for (std::size_t i = 0; i < vocabulary.concepts.size(); ++i) {
    const Concept& indicator = vocabulary.concepts[i];
    entry(text::fold_width(indicator.name)).concept_index = static_cast<std::uint16_t>(i);
    for (const auto& synonym : indicator.synonyms) entry(synonym).concept_index = static_cast<std::uint16_t>(i);
  }
  for (std::size_t i = 0; i < vocabulary.units.size(); ++i) {
    Entry& unit = unit_entries_[vocabulary.units[i].name];
    unit.word = vocabulary.units[i].name;
    unit.unit = static_cast<std::uint16_t>(i);
    units_by_first_[unit.word.front()].push_back(&unit);
  }
  for (const auto& [word, value] : entries_) {
    by_first_[word.front()].push_back(&value);
    by_last_[word.back()].push_back(&value);
  }
  sort(by_first_);
  sort(by_last_);
  sort(units_by_first_);
}

Entry& Lexicon::entry(std::u16string_view word) {
  Entry& result = entries_[std::u16string(word)];
  result.word = word;
  return result;
}

void Lexicon::sort(Index& index) {
  for (auto& [unit, bucket] : index) {
    std::sort(bucket.begin(), bucket.end(), [](const Entry* a, const Entry* b) {
      return a->word.size() != b->word.size() ? a->word.size() > b->word.size() : a->word < b->word;
    });
  }
}

const Entry* Lexicon::word_at(std::u16string_view text, std::size_t position) const {
  const auto bucket = by_first_.find(text[position]);
  if (bucket == by_first_.end()) return nullptr;
  for (const Entry* candidate : bucket->second) {
    if (starts_at(text, position, candidate->word)) return candidate;
  }
  return nullptr;
}

const Entry* Lexicon::unit_at(std::u16string_view text, std::size_t position) const {
  const auto bucket = units_by_first_.find(text[position]);
  if (bucket == units_by_first_.end()) return nullptr;
  for (const Entry* candidate : bucket->second) {
    if (starts_at(text, position, candidate->word)) return candidate;
  }
  return nullptr;
}

const Entry* Lexicon::suffix(std::u16string_view text, WordClass word_class) const {
  if (text.empty()) return nullptr;
  const auto bucket = by_last_.find(text.back());
  if (bucket == by_last_.end()) return nullptr;
  for (const Entry* candidate : bucket->second) {
    if (candidate->is(word_class) && text.ends_with(candidate->word)) return candidate;
  }
  return nullptr;
}

const Entry* Lexicon::prefix(std::u16string_view text, WordClass word_class) const {
  if (text.empty()) return nullptr;
  const auto bucket = by_first_.find(text.front());
  if (bucket == by_first_.end()) return nullptr;
  for (const Entry* candidate : bucket->second) {
    if (candidate->is(word_class) && text.starts_with(candidate->word)) return candidate;
  }
  return nullptr;
}

const Entry* Lexicon::concept_suffix(std::u16string_view text) const {
  if (text.empty()) return nullptr;
  const auto bucket = by_last_.find(text.back());
  if (bucket == by_last_.end()) return nullptr;
  for (const Entry* candidate : bucket->second) {
    if (candidate->concept_index != no_concept && text.ends_with(candidate->word)) return candidate;
  }
  return nullptr;
}

const Entry* Lexicon::concept_prefix(std::u16string_view text) const {
  if (text.empty()) return nullptr;
  const auto bucket = by_first_.find(text.front());
  if (bucket == by_first_.end()) return nullptr;
  for (const Entry* candidate : bucket->second) {
    if (candidate->concept_index != no_concept && text.starts_with(candidate->word)) return candidate;
  }
  return nullptr;
}

bool Lexicon::contains(std::u16string_view text, WordClass word_class) const {
  for (std::size_t i = 0; i < text.size();) {
    const Entry* found = word_at(text, i);
    if (found && found->is(word_class)) return true;
    i += found ? found->word.size() : 1;
  }
  return false;
}

std::optional<std::uint16_t> Lexicon::concept_by_id(std::string_view id) const {
  for (std::size_t i = 0; i < vocabulary_.concepts.size(); ++i) {
    if (vocabulary_.concepts[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

}  // namespace gouji::profile
