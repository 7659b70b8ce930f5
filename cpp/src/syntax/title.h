// The report's title and year, from the lines above its first heading.

#pragma once

#include <string>
#include <vector>

#include "syntax/block.h"

namespace gouji::syntax {

struct Title {
  std::u16string text;  // lines joined without line ends; empty where there is none
  int year = 0;         // the year it names, or 0
  std::uint32_t blocks = 0;  // that stand up to its last line
};

/// `printed` are the blocks' own characters, parallel to `blocks`.
Title find_title(const std::vector<const Block*>& blocks, const std::vector<std::u16string_view>& printed);

/// The year that most of the text speaks of: the title's, or the first named in the text; 0 where there is none.
int report_year(const Title& title, const std::vector<const Block*>& blocks);

}  // namespace gouji::syntax
