// A list of contents whose dots and page numbers are lost.

#include <algorithm>
#include <unordered_set>

#include "syntax/outline.h"

namespace gouji::syntax {
namespace {

constexpr std::uint32_t latest_begin = 12;   // blocks before the word 目录
constexpr std::uint32_t longest = 120;       // lines
constexpr std::size_t longest_line = 50;

std::u16string bare(std::u16string_view text) {
  std::u16string words;
  for (const char16_t unit : text) {
    if (!text::is_space(unit)) words += unit;
  }
  return words;
}

}  // namespace

BlockRange find_contents(const std::vector<const Block*>& blocks) {
  const auto count = static_cast<std::uint32_t>(blocks.size());
  for (std::uint32_t begin = 0; begin < std::min(count, latest_begin); ++begin) {
    const std::u16string word = bare(blocks[begin]->folded);
    if (word != u"目录" && word != u"目次") continue;
    std::unordered_set<std::u16string> listed;
    for (std::uint32_t i = begin + 1; i < std::min(count, begin + longest); ++i) {
      std::u16string line = bare(blocks[i]->folded);
      if (line.size() > longest_line) break;
      if (!listed.insert(std::move(line)).second) return {begin, i};  // the text itself begins
    }
  }
  return {};
}

}  // namespace gouji::syntax
