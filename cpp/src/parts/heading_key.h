// What a heading says, without its number, years, brackets and words that say nothing; and how alike two headings are.

#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "profile/vocabulary.h"

namespace gouji::parts {

struct HeadingKey {
  std::u16string plain;              // Han characters, letters and digits outside of brackets, without years
  std::u16string content;            // `plain` without empty words
  std::vector<std::uint32_t> pairs;  // the neighbouring characters of `content`, sorted, each once
};

/// The words that say nothing in a heading, with what turns most places away at once. They outlive it.
struct EmptyWords {
  EmptyWords(const profile::PartWords& words);  // NOLINT: where one heading is asked for, it is made on the way
  const std::vector<std::u16string>& all;
  std::bitset<256> begins;   // by the low eight bits of their first units
};

HeadingKey heading_key(std::u16string_view folded_title, const EmptyWords& words);

/// How well `heading` is the part called `name`: 0, or least_likeness to 100 (the same content).
int likeness(const HeadingKey& heading, const HeadingKey& name);

constexpr int least_likeness = 62;
constexpr int same_content = 95;   // from here on the two say the same

/// Whether their likeness is at least same_content.
bool says_the_same(const HeadingKey& heading, const HeadingKey& name);

}  // namespace gouji::parts
