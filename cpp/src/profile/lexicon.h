// Longest-match look-up of the vocabulary's words in text.

#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "profile/vocabulary.h"

namespace gouji::profile {

constexpr std::uint16_t no_concept = 0xFFFF;
constexpr std::uint16_t no_unit = 0xFFFF;

using WordClasses = std::bitset<word_class_count>;

/// One word of the vocabulary with everything it can be.
struct Entry {
  std::u16string word;
  WordClasses classes;
  std::uint16_t concept_index = no_concept;
  std::uint16_t unit = no_unit;

  bool is(WordClass word_class) const { return classes[static_cast<std::size_t>(word_class)]; }
};

/// Immutable after construction; look-ups are thread-safe. Texts are to be width-folded.
class Lexicon {
 public:
  explicit Lexicon(const Vocabulary& vocabulary);

  /// The longest word or indicator that starts at `position`, or null. Units are not considered.
  const Entry* word_at(std::u16string_view text, std::size_t position) const;
  /// The longest unit that starts at `position`, or null.
  const Entry* unit_at(std::u16string_view text, std::size_t position) const;
  /// The longest word of class `word_class` that ends `text`, or null.
  const Entry* suffix(std::u16string_view text, WordClass word_class) const;
  /// The longest word of class `word_class` that starts `text`, or null.
  const Entry* prefix(std::u16string_view text, WordClass word_class) const;
  /// The longest indicator that ends `text`, or null.
  const Entry* concept_suffix(std::u16string_view text) const;
  const Entry* concept_prefix(std::u16string_view text) const;
  /// Whether a word of `word_class` stands anywhere in `text` where no longer word covers it.
  bool contains(std::u16string_view text, WordClass word_class) const;

  const Vocabulary& vocabulary() const { return vocabulary_; }
  std::optional<std::uint16_t> concept_by_id(std::string_view id) const;

 private:
  using Bucket = std::vector<const Entry*>;  // longest first
  using Index = std::unordered_map<char16_t, Bucket>;
  Entry& entry(std::u16string_view word);
  static void sort(Index& index);

  const Vocabulary& vocabulary_;
  std::unordered_map<std::u16string, Entry> entries_;
  std::unordered_map<std::u16string, Entry> unit_entries_;
  Index by_first_, by_last_, units_by_first_;
};

}  // namespace gouji::profile
