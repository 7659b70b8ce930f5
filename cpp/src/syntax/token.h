// Tokens of one block: a lossless sequence of classified runs.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "profile/lexicon.h"
#include "text/offsets.h"

namespace gouji::syntax {

enum class TokenKind : std::uint8_t {
  number,        // 1,234.56 with its sign
  oversized,     // a run of digits longer than a quantity may be
  numeral,       // 三十七点七
  word,          // a word of the vocabulary
  text,          // a run of anything else that is no punctuation
  space,
  ignorable,     // conversion residue: [bookmark: ...], PAGEREF ...
  punctuation,   // one unit
};

struct Token {
  TokenKind kind = TokenKind::text;
  text::Range range;                        // in the block
  const profile::Entry* entry = nullptr;    // word only
};

/// A run of more digits than this is no quantity but a code; it is reported as `limit-reached`.
constexpr std::size_t most_digits = 40;

/// Tokens of `folded` (width-folded text of one block) in order; together they cover it.
std::vector<Token> tokenize(std::u16string_view folded, const profile::Lexicon& lexicon);

/// Length of conversion residue at `position`, or 0.
std::size_t residue_length(std::u16string_view folded, std::size_t position);

}  // namespace gouji::syntax
