// What a heading is about in other words than those of the family: 问题与对策 tells of problems and of measures.

#pragma once

#include <cstdint>
#include <string_view>

#include "parts/find.h"
#include "profile/vocabulary.h"

namespace gouji::parts {

struct Themes {
  std::uint32_t told = 0;   // a bit for each theme of the vocabulary
  std::size_t rest = 0;     // characters that say something else
};

/// Of a heading's plain words (HeadingKey). The longest word at each place counts.
Themes themes_of(std::u16string_view plain, const profile::PartWords& words);

/// One of the headings among candidates [first, end), not below `level` if that is not 0, tells all that the section's title names, and is not called what another
/// section is. False for a title that names something else beside its themes.
bool told_by_theme(const Search& search, const FamilyModel& model, int node, std::size_t first, std::size_t end, int level);

}  // namespace gouji::parts
