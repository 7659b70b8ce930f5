// What is inserted where a part is missing: its heading, numbered as its siblings are, and what a writer is asked for.

#pragma once

#include <string>
#include <vector>

#include "parts/parts.h"

namespace gouji::parts {

struct Renumber {
  int heading = 0;    // index into the outline
  int number = 0;
};

struct Skeleton {
  std::u16string text;               // lines, each with its line end
  std::vector<Renumber> renumbered;  // siblings behind it that move on
};

/// `ahead`: how many siblings are inserted before it at the same place.
Skeleton skeleton_of(const relations::DocumentView& document, const Parts& parts, const Part& absent, int ahead = 0);

/// The prompt that stands for a text to be written: 【请填写：…】
std::u16string prompt_of(std::u16string_view words);

}  // namespace gouji::parts
