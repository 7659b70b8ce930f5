// The outline: headings as a tree, with what is wrong in their numbering.

#pragma once

#include <cstdint>
#include <vector>

#include "syntax/block.h"

namespace gouji::syntax {

enum class NumberingFault : std::uint8_t {
  none,
  gap,      // 三 after 一
  repeat,   // 二 after 二, or a restart that is not nested
  nested,   // a child numbered in its parent's style
};

/// One heading. Indexes are into Outline::headings; blocks are positions in document order.
struct OutlineHeading {
  std::uint32_t block = 0;
  int parent = -1;
  int previous = -1;            // the sibling before it, or -1
  int level = 1;
  MarkerStyle style = MarkerStyle::none;  // as meant: "（2） " made by a converter counts as （二）
  int number = 0;               // as printed
  int expected = 0;             // what the sequence asks for, where `fault` is set
  bool converted = false;       // an automatic number turned Arabic
  bool given = false;           // printed without a number; the one it should have was given
  text::Range title;            // in the block
  NumberingFault fault = NumberingFault::none;
};

struct Outline {
  std::vector<OutlineHeading> headings;
  /// For each block the innermost heading that it stands under (itself if it is one), or -1.
  std::vector<int> heading_of_block;
};

/// The blocks of a list of contents without dots: the lines behind 目录 up to the one whose words come again. Half open;
/// empty where there is none.
struct BlockRange {
  std::uint32_t begin = 0, end = 0;
};
constexpr std::size_t most_of_contents = 140;   // blocks from the text's first on that a list of contents may take
BlockRange find_contents(const std::vector<const Block*>& blocks);

/// A line without a number that is a heading, and the number that it should have.
struct GivenNumber {
  std::uint32_t block = 0;
  MarkerStyle style = MarkerStyle::none;
  int number = 0;
  text::Range title;
};

/// `given` in order of blocks.
Outline build_outline(const std::vector<const Block*>& blocks, const std::vector<GivenNumber>& given = {});

}  // namespace gouji::syntax
