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

/// Words by their first two units, or by their last two.
class WordIndex {
 public:
  /// A word with the outer unit that it is looked up by, and the one next to it.
  void add(const Entry& entry, char16_t outer, char16_t inner);
  /// Ends the additions.
  void build();

  /// Calls use(entry) for the words with these outer units, the longest first, until it returns true. `inner` is 0 where
  /// the text has no second unit.
  template <typename Use>
  const Entry* find(char16_t outer, char16_t inner, Use use) const {
    if (!outers_[outer]) return nullptr;
    if (pairs_[mixed(pair_of(outer, inner)) >> pair_shift]) {
      if (const Entry* found = find(pair_of(outer, inner), use)) return found;
    }
    return pairs_[mixed(pair_of(outer, u'\0')) >> pair_shift] ? find(pair_of(outer, u'\0'), use) : nullptr;
  }

 private:
  static constexpr int pair_shift = 32 - 15;
  struct Word {
    std::uint32_t pair;
    const Entry* entry;
  };
  struct Slot {
    std::uint32_t pair = 0, begin = 0, end = 0;   // of words_
  };

  // A word of one unit makes a pair with 0.
  static std::uint32_t pair_of(char16_t outer, char16_t inner) { return static_cast<std::uint32_t>(outer) << 16 | inner; }
  static std::uint32_t mixed(std::uint32_t pair) { return pair * 2654435761u; }

  template <typename Use>
  const Entry* find(std::uint32_t pair, Use use) const {
    for (std::size_t slot = mixed(pair) >> shift_; slots_[slot].pair != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      if (slots_[slot].pair != pair) continue;
      for (std::uint32_t i = slots_[slot].begin; i < slots_[slot].end; ++i) {
        if (use(*words_[i].entry)) return words_[i].entry;
      }
      return nullptr;
    }
    return nullptr;
  }

  std::bitset<0x10000> outers_;    // the outer units of all words: most units are turned away here
  std::bitset<1 << 15> pairs_;     // and most pairs here, by their mixed bits
  std::vector<Slot> slots_;        // a hash table with open addresses
  std::vector<Word> words_;        // by pair, the longest first
  int shift_ = 31;
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
  std::optional<std::uint16_t> concept_by_id(const std::string& id) const;

 private:
  Entry& entry(std::u16string_view word);

  const Vocabulary& vocabulary_;
  std::unordered_map<std::string, std::uint16_t> concepts_by_id_;
  std::unordered_map<std::u16string, Entry> entries_;
  std::unordered_map<std::u16string, Entry> unit_entries_;
  WordIndex by_begin_, by_end_, units_by_begin_;
};

}  // namespace gouji::profile
