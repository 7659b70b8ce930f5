// The pairs of neighbouring units of a text: what tells at once of most words that they stand nowhere in it.

#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

namespace gouji::text {

class PairSet {
 public:
  void add(std::u16string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) pairs_.set(place_of(text[i - 1], text[i]));
  }

  /// False only where `word` stands in none of the texts; a word of one unit may stand anywhere.
  bool may_hold(std::u16string_view word) const {
    for (std::size_t i = 1; i < word.size(); ++i) {
      if (!pairs_[place_of(word[i - 1], word[i])]) return false;
    }
    return true;
  }

 private:
  static constexpr int bits = 16;
  static std::size_t place_of(char16_t first, char16_t second) { return ((static_cast<std::uint32_t>(first) << 16 | second) * 2654435761u) >> (32 - bits); }

  std::bitset<std::size_t{1} << bits> pairs_;
};

}  // namespace gouji::text
