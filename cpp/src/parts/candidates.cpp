// Finds the candidates by the form of their lines alone.

#include "parts/candidates.h"

#include <algorithm>

namespace gouji::parts {
namespace {

using syntax::Block;
using syntax::BlockKind;

constexpr std::uint32_t longest_line = 40;   // units of a heading without a number
constexpr std::uint32_t longest_lead = 24;   // units of words that lead a paragraph

std::uint32_t trimmed_end(std::u16string_view text) {
  auto end = static_cast<std::uint32_t>(text.size());
  while (end > 0 && text::is_space(text[end - 1])) --end;
  return end;
}

text::Range line_title(const Block& block) {
  std::uint32_t end = trimmed_end(block.folded);
  while (end > block.content && (block.folded[end - 1] == u':' || block.folded[end - 1] == u'。')) --end;
  return {block.content, std::max(block.content, end)};
}

// 运行成本方面：…, 一是运行成本。…
text::Range lead_title(const Block& block) {
  std::uint32_t begin = std::max(block.content, block.marker.end);
  while (begin < block.folded.size() && text::is_space(block.folded[begin])) ++begin;
  const auto end = block.folded.find_first_of(u"。:;,", begin);
  if (end == std::u16string::npos || end - begin > longest_lead) return {begin, begin};
  return {begin, static_cast<std::uint32_t>(end)};
}

// 存在的问题：
bool ends_in_colon(const Block& block) {
  const std::uint32_t end = trimmed_end(block.folded);
  if (block.kind != BlockKind::paragraph || end <= block.content || end - block.content > longest_line || block.folded[end - 1] != u':') return false;
  return std::u16string_view(block.folded).substr(block.content, end - 1 - block.content).find_first_of(u"。;,!?:") == std::u16string_view::npos;
}

}  // namespace

bool looks_like_heading(const Block& block) {
  if (block.kind != BlockKind::paragraph || block.flattened_table) return false;
  const bool cut = block.cells.size() >= 2 && (block.cell_style == syntax::CellStyle::pipes || block.cell_style == syntax::CellStyle::tabs);
  if (cut) return false;   // the head of a table: 项目 | 金额
  const std::uint32_t end = trimmed_end(block.folded);
  if (end <= block.content || end - block.content > longest_line || block.folded[end - 1] == u':') return false;
  const auto line = std::u16string_view(block.folded).substr(block.content, end - block.content);
  if (line.find_first_of(u"。;,!?") != std::u16string_view::npos) return false;
  for (const std::u16string_view word : {u"表", u"图", u"附", u"目录", u"目 录", u"单位:"}) {
    if (line.starts_with(word)) return false;   // a caption, a note of attachments
  }
  if (std::u16string_view(u"是为有下即").find(line.back()) != std::u16string_view::npos) return false;   // 未完成的2项分别是
  return line.find(u':') == std::u16string_view::npos && std::any_of(line.begin(), line.end(), text::is_han);
}

std::vector<Candidate> find_candidates(const relations::DocumentView& document, std::uint32_t title_blocks) {
  const profile::PartWords& words = document.lexicon->vocabulary().parts;
  std::vector<Candidate> candidates;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = *document.blocks[i].block;
    Candidate candidate;
    candidate.block = i;
    const auto& headings = document.outline->headings;
    while (next < headings.size() && headings[next].block < i) ++next;
    if (next < headings.size() && headings[next].block == i) {
      candidate.heading = static_cast<int>(next);
      candidate.level = headings[next].level;
      candidate.title = headings[next].title;
    } else if (i < title_blocks || block.kind == BlockKind::contents || block.kind == BlockKind::table_row) {
      continue;
    } else if (looks_like_heading(block) || ends_in_colon(block)) {
      candidate.title = line_title(block);
    } else {
      candidate.title = lead_title(block);
      candidate.leads = true;
    }
    if (candidate.title.empty()) continue;
    candidate.key = heading_key(std::u16string_view(block.folded).substr(candidate.title.begin, candidate.title.size()), words);
    if (!candidate.key.plain.empty()) candidates.push_back(std::move(candidate));
  }
  return candidates;
}

}  // namespace gouji::parts
