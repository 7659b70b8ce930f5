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
  bool begins_current = false;   // it begins with a word of current_period: 本年支出

  bool is(WordClass word_class) const { return classes[static_cast<std::size_t>(word_class)]; }
};

/// Words by their first two units, or by their last two.
class WordIndex {
 public:
  enum class By { begin, end };

  explicit WordIndex(By by) : by_(by) {}
  void add(const Entry& entry);
  /// Ends the additions.
  void build();

  /// The longest word that `text` begins with (or ends in) and that `fits(entry)`, or null.
  template <typename Fits>
  const Entry* longest(std::u16string_view text, Fits fits) const {
    if (text.empty() || !outers_[outer_of(text)]) return nullptr;
    const std::uint32_t pair = pair_of(text);
    if (pairs_[mixed(pair) >> pair_shift]) {
      if (const Entry* found = find(pair, text, fits)) return found;
    }
    const std::uint32_t single = pair & 0xFFFF0000;
    return single != pair && pairs_[mixed(single) >> pair_shift] ? find(single, text, fits) : nullptr;
  }

 private:
  static constexpr int pair_shift = 32 - 15;
  struct Word {
    std::uint32_t pair;
    std::uint32_t size;
    const Entry* entry;
  };
  struct Slot {
    std::uint32_t pair = 0, begin = 0, end = 0;   // of words_
  };

  char16_t outer_of(std::u16string_view text) const { return by_ == By::begin ? text.front() : text.back(); }
  // The outer unit and the one next to it; 0 where there is none.
  std::uint32_t pair_of(std::u16string_view text) const {
    const char16_t inner = text.size() < 2 ? u'\0' : by_ == By::begin ? text[1] : text[text.size() - 2];
    return static_cast<std::uint32_t>(outer_of(text)) << 16 | inner;
  }
  static std::uint32_t mixed(std::uint32_t pair) { return pair * 2654435761u; }

  // The units of the pair are known to be the same.
  bool matches(const Word& word, std::u16string_view text) const {
    if (word.size <= 2) return true;
    if (word.size > text.size()) return false;
    const char16_t* units = word.entry->word.data();
    const char16_t* other = by_ == By::begin ? text.data() : text.data() + (text.size() - word.size);
    const std::size_t first = by_ == By::begin ? 2 : 0, end = first + word.size - 2;
    for (std::size_t i = first; i < end; ++i) {
      if (units[i] != other[i]) return false;
    }
    return true;
  }

  template <typename Fits>
  const Entry* find(std::uint32_t pair, std::u16string_view text, Fits fits) const {
    for (std::size_t slot = mixed(pair) >> shift_; slots_[slot].pair != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      if (slots_[slot].pair != pair) continue;
      for (std::uint32_t i = slots_[slot].begin; i < slots_[slot].end; ++i) {
        if (matches(words_[i], text) && fits(*words_[i].entry)) return words_[i].entry;
      }
      return nullptr;
    }
    return nullptr;
  }

  By by_;
  std::bitset<0x10000> outers_;    // the outer units of all words: most units are turned away here
  std::bitset<1 << 15> pairs_;     // and most pairs here, by their mixed bits
  std::vector<Slot> slots_;        // a hash table with open addresses
  std::vector<Word> words_;        // by pair, the longest first; a word of one unit makes a pair with 0
  int shift_ = 31;
};

/// The first units of some words, or their last ones: what turns nearly every text away that no such word begins or ends.
/// Of two units whose low bits are the same, both seem to be in it.
class OuterUnits {
 public:
  void add(char16_t unit) { units_.set(unit % size); }
  bool may_hold(char16_t unit) const { return units_[unit % size]; }

 private:
  static constexpr std::size_t size = 1021;   // a prime, so that the units of one range are told apart
  std::bitset<size> units_;
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
  void note_outer_units(const Entry& entry);

  const Vocabulary& vocabulary_;
  std::unordered_map<std::string, std::uint16_t> concepts_by_id_;
  std::unordered_map<std::u16string, Entry> entries_;
  std::unordered_map<std::u16string, Entry> unit_entries_;
  std::vector<OuterUnits> begins_ = std::vector<OuterUnits>(word_class_count), ends_ = begins_;   // of each class
  OuterUnits concept_begins_, concept_ends_;
  WordIndex by_begin_{WordIndex::By::begin}, by_end_{WordIndex::By::end}, units_by_begin_{WordIndex::By::begin};
};

}  // namespace gouji::profile
