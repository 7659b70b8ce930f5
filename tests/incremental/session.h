// A random editing session: edits that people make, drawn from a seed, so that each can be played again.

#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/document.h"

namespace gouji::sessions {

/// Draws edits of a text. Positions are UTF-16 units, so that halves of surrogate pairs are cut too.
class Hand {
 public:
  explicit Hand(std::uint64_t seed) : random_(seed) {}

  std::vector<TextEdit> next(std::u16string_view text);

 private:
  std::uint32_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::uint32_t>(random_() % count); }
  bool chance(int percent) { return static_cast<int>(random_() % 100) < percent; }
  std::uint32_t place(std::u16string_view text);
  Range line(std::u16string_view text, bool with_end);
  TextEdit figure(std::u16string_view text);
  TextEdit word(std::u16string_view text);
  TextEdit letter(std::u16string_view text);
  TextEdit border(std::u16string_view text);
  TextEdit number(std::u16string_view text);
  TextEdit pair(std::u16string_view text);
  TextEdit swap_word(std::u16string_view text);
  TextEdit rubbish(std::u16string_view text);
  std::vector<TextEdit> cut_or_paste(std::u16string_view text);
  std::vector<TextEdit> everywhere(std::u16string_view text);

  std::mt19937_64 random_;
  std::uint32_t last_ = 0;            // where the last edit was
  std::u16string composing_;          // letters of an input method that wait for their word
  std::u16string clipboard_;
};

/// What was wrong first, for a human; empty where all was right. The report of each state must be that of a check from
/// scratch, updates must lead from one list of diagnostics to the next, and undoing everything must lead back.
std::string play(const std::u16string& text, std::uint64_t seed, int edits, const CheckOptions& options = {});

}  // namespace gouji::sessions
