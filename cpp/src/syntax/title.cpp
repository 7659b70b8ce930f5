// Title detection: the last of the first short lines that ends in 报告, 说明 or another word for a document.

#include "syntax/title.h"

#include <algorithm>

namespace gouji::syntax {
namespace {

constexpr std::size_t most_lines = 5;
constexpr std::size_t longest_line = 60;

// 2024年, 二〇二四年
int digit_of(char16_t unit) {
  if (unit >= u'0' && unit <= u'9') return unit - u'0';
  constexpr std::u16string_view numerals = u"零一二三四五六七八九";
  const auto found = numerals.find(unit);
  if (found != std::u16string_view::npos) return static_cast<int>(found);
  return unit == u'〇' || unit == u'○' ? 0 : -1;
}

int year_in(std::u16string_view text) {
  for (std::size_t i = 0; i + 4 < text.size(); ++i) {
    int year = 0;
    for (std::size_t j = 0; j < 4 && year >= 0; ++j) {
      const int digit = digit_of(text[i + j]);
      year = digit < 0 ? -1 : year * 10 + digit;
    }
    const bool starts = i == 0 || digit_of(text[i - 1]) < 0;
    if (starts && year >= 1949 && year <= 2100 && text[i + 4] == u'年') return year;
  }
  return 0;
}

enum class Naming { none, may_go_on, complete };

// A line that ends in 报告 is the whole title; one that ends in 情况 may be the title, or half of it.
Naming naming_of(std::u16string_view line) {
  constexpr std::u16string_view complete[]{u"报告", u"说明", u"自评表", u"总结", u"汇报"};
  constexpr std::u16string_view open[]{u"情况", u"公开", u"决算", u"材料", u"结果"};
  const auto ends = [&](std::u16string_view word) { return line.ends_with(word); };
  if (std::any_of(std::begin(complete), std::end(complete), ends) || line.find(u"报告") != std::u16string_view::npos) return Naming::complete;
  return std::any_of(std::begin(open), std::end(open), ends) ? Naming::may_go_on : Naming::none;
}

}  // namespace

Title find_title(const std::vector<const Block*>& blocks, const std::vector<std::u16string_view>& printed) {
  Title title;
  std::u16string joined;
  bool complete = false;
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
    const bool in_brackets = line.starts_with(u"（") || line.starts_with(u"(");
    if (complete && !in_brackets) break;
    const Naming naming = naming_of(line);
    if (naming == Naming::none && !complete) continue;
    title.text = joined;
    title.blocks = static_cast<std::uint32_t>(i) + 1;
    complete = complete || naming == Naming::complete;
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
