// Finds the candidates by the form of their lines alone.

#include "parts/candidates.h"

#include <algorithm>

namespace gouji::parts {
namespace {

using syntax::Block;
using syntax::BlockKind;

constexpr std::uint32_t longest_line = 40;   // units of a heading without a number
constexpr std::ptrdiff_t most_blanks = 2;    // within a heading: 第一部分  部门概况
constexpr std::uint32_t longest_lead = 24;   // units of words that lead a paragraph

std::uint32_t trimmed_end(std::u16string_view text) {
  auto end = static_cast<std::uint32_t>(text.size());
  while (end > 0 && text::is_space(text[end - 1])) --end;
  return end;
}

text::Range line_title(const Block& block) {
  const std::u16string_view words = block.folded.without_note();
  std::uint32_t end = trimmed_end(words);
  while (end > block.content && (words[end - 1] == u':' || words[end - 1] == u'。')) --end;
  return {block.content, std::max(block.content, end)};
}

// 运行成本方面：…, 一是运行成本。…
text::Range lead_title(const Block& block) {
  const std::u16string_view words = block.folded.without_note();
  std::uint32_t begin = std::max(block.content, block.marker.end);
  while (begin < words.size() && text::is_space(words[begin])) ++begin;
  const auto end = words.find_first_of(u"。:;,", begin);
  if (end == std::u16string_view::npos || end - begin > longest_lead) return {begin, begin};
  return {begin, static_cast<std::uint32_t>(end)};
}

// 存在的问题：
bool ends_in_colon(const Block& block) {
  const std::u16string_view words = block.folded.without_note();
  const std::uint32_t end = trimmed_end(words);
  if (block.kind != BlockKind::paragraph || end <= block.content || end - block.content > longest_line || words[end - 1] != u':') return false;
  return words.substr(block.content, end - 1 - block.content).find_first_of(u"。;,!?:") == std::u16string_view::npos;
}

}  // namespace

bool looks_like_heading(const Block& block) {
  if (block.kind != BlockKind::paragraph || block.flattened_table) return false;
  const bool cut = block.cells.size() >= 2 && (block.cell_style == syntax::CellStyle::pipes || block.cell_style == syntax::CellStyle::tabs);
  if (cut) return false;   // the head of a table: 项目 | 金额
  const std::u16string_view words = block.folded.without_note();
  const std::uint32_t end = trimmed_end(words);
  if (end <= block.content || end - block.content > longest_line || words[end - 1] == u':') return false;
  const auto line = words.substr(block.content, end - block.content);
  if (line.find_first_of(u"。;,!?") != std::u16string_view::npos) return false;
  const auto blanks = std::count_if(line.begin(), line.end(), [](char16_t unit) { return text::is_space(unit); });
  if (blanks > most_blanks) return false;   // 科目 年初预算 支出决算 完成率%
  for (const std::u16string_view word : {u"表", u"图", u"附", u"目录", u"目 录", u"单位:"}) {
    if (line.starts_with(word)) return false;   // a caption, a note of attachments
  }
  if (std::u16string_view(u"是为有下即—").find(line.back()) != std::u16string_view::npos) return false;   // 未完成的2项分别是
  return line.find(u':') == std::u16string_view::npos && std::any_of(line.begin(), line.end(), text::is_han);
}

bool same_as_candidate(const Block& before, const Block& now, const FamilyModel* model, const profile::PartWords& words) {
  const auto key = [&](const Block& block, text::Range title) { return heading_key(block.folded.without_note().substr(title.begin, title.size()), words); };
  const auto same_words = [&](text::Range title) {
    const HeadingKey a = key(before, title), b = key(now, title);
    return a.plain == b.plain && a.content == b.content;
  };
  if (looks_like_heading(before) != looks_like_heading(now) || ends_in_colon(before) != ends_in_colon(now)) return false;
  if (looks_like_heading(before) || ends_in_colon(before)) return line_title(before) == line_title(now) && same_words(line_title(before));
  const text::Range lead = lead_title(before), other = lead_title(now);
  const auto means_nothing = [&](const Block& block, text::Range title) { return title.empty() || !model || model->sections_called(key(block, title)).empty(); };
  return (lead == other && same_words(lead)) || (means_nothing(before, lead) && means_nothing(now, other));
}

std::vector<Candidate> find_candidates(const relations::DocumentView& document, std::uint32_t title_blocks) {
  const EmptyWords words = document.lexicon->vocabulary().parts;
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
    candidate.key = heading_key(block.folded.without_note().substr(candidate.title.begin, candidate.title.size()), words);
    if (!candidate.key.plain.empty()) candidates.push_back(std::move(candidate));
  }
  return candidates;
}

}  // namespace gouji::parts
