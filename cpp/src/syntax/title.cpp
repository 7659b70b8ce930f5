// Title detection: the last of the first short lines that ends in 报告, 说明 or another word for a document.

#include "syntax/title.h"

#include <algorithm>

namespace gouji::syntax {
namespace {

constexpr std::size_t most_lines = 5;
constexpr std::size_t longest_line = 60;

int year_in(std::u16string_view text) {
  for (std::size_t i = 0; i + 4 < text.size(); ++i) {
    int year = 0;
    for (std::size_t j = 0; j < 4; ++j) {
      const char16_t unit = text[i + j];
      if (unit < u'0' || unit > u'9') {
        year = 0;
        break;
      }
      year = year * 10 + (unit - u'0');
    }
    const bool starts = i == 0 || text[i - 1] < u'0' || text[i - 1] > u'9';
    if (starts && year >= 1949 && year <= 2100 && text[i + 4] == u'年') return year;
  }
  return 0;
}

bool names_document(std::u16string_view line) {
  constexpr std::u16string_view words[]{u"报告", u"说明", u"自评表", u"总结", u"情况", u"公开", u"决算", u"材料", u"汇报"};
  return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return line.ends_with(word) || line.find(u"报告") != std::u16string_view::npos; });
}

}  // namespace

Title find_title(const std::vector<const Block*>& blocks, const std::vector<std::u16string_view>& printed) {
  Title title;
  std::u16string joined;
  for (std::size_t i = 0; i < std::min(blocks.size(), most_lines); ++i) {
    const Block& block = *blocks[i];
    const std::u16string_view folded = block.folded;
    const bool plain = block.kind == BlockKind::paragraph || (block.kind == BlockKind::heading && block.marker.style == MarkerStyle::none);
    if (!plain || folded.size() > longest_line || folded.find_first_of(u"。;,") != std::u16string_view::npos) break;
    auto line = printed[i].substr(block.content);
    while (!line.empty() && text::is_space(line.back())) line.remove_suffix(1);
    if (line.ends_with(u"：") || line.ends_with(u":")) break;
    for (const char16_t unit : line) {
      if (unit != u'\n' && unit != u'\r') joined += unit;
    }
    if (names_document(line)) title.text = joined;
  }
  title.year = year_in(text::fold_width(title.text));
  return title;
}

int report_year(const Title& title, const std::vector<const Block*>& blocks) {
  if (title.year != 0) return title.year;
  for (const Block* block : blocks) {
    if (const int year = year_in(block->folded)) return year;
  }
  return 0;
}

}  // namespace gouji::syntax
