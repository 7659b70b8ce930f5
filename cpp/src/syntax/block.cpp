// Parses one block: its kind, marker, title and tokens.

#include "syntax/block.h"

#include <algorithm>

#include "syntax/numerals.h"

namespace gouji::syntax {
namespace {

constexpr std::uint32_t longest_title = 60;        // units of a heading on its own line
constexpr std::uint32_t longest_run_in_title = 36; // units of a heading with its body behind it

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

std::uint32_t skip_ignorable(std::u16string_view folded, std::uint32_t position) {
  while (position < folded.size()) {
    if (text::is_space(folded[position])) {
      ++position;
    } else if (const std::size_t residue = residue_length(folded, position)) {
      position += static_cast<std::uint32_t>(residue);
    } else {
      break;
    }
  }
  return position;
}

std::uint32_t trimmed_end(std::u16string_view folded) {
  auto end = static_cast<std::uint32_t>(folded.size());
  while (end > 0 && text::is_space(folded[end - 1])) --end;
  return end;
}

// 一、概况…………3
bool is_contents_line(std::u16string_view folded) {
  std::size_t end = trimmed_end(folded);
  const std::size_t digits_end = end;
  while (end > 0 && (is_digit(folded[end - 1]) || folded[end - 1] == u'-')) --end;
  if (folded.find(u"PAGEREF") != std::u16string_view::npos) return true;
  if (end == digits_end || digits_end - end > 5) return false;
  std::size_t dots = 0;
  while (end > 0 && (folded[end - 1] == u'.' || folded[end - 1] == u'…' || folded[end - 1] == u'·' || text::is_space(folded[end - 1]))) {
    dots += folded[end - 1] == u'…' ? 3 : (text::is_space(folded[end - 1]) ? 0 : 1);
    --end;
  }
  return dots >= 3 && end > 0;
}

// Three numbers with neither Han text nor a separating mark between them: columns that were lost.
bool is_flattened(const Block& block) {
  int run = 0;
  for (const Token& token : block.tokens) {
    const bool filler = token.kind == TokenKind::space || std::u16string_view(u"%≥≤<>=").find(block.folded[token.range.begin]) != std::u16string_view::npos;
    if (token.kind == TokenKind::number) {
      if (++run >= 3) return true;
    } else if (!filler) {
      run = 0;
    }
  }
  return false;
}

bool has_quantity(std::u16string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (is_digit(text[i]) && !is_digit(text[i + 1]) && std::u16string_view(u"年月日.").find(text[i + 1]) == std::u16string_view::npos) return true;
  }
  return false;
}

void read_title(Block& block, std::uint32_t begin, std::uint32_t end) {
  const std::u16string_view rest = std::u16string_view(block.folded).substr(begin, end - begin);
  const bool han_style = block.marker.style <= MarkerStyle::han_paren;
  const std::size_t stop = rest.find(u'。');
  const std::size_t colon = rest.find(u':');
  const std::size_t first = std::min(stop, colon);
  if (first == std::u16string_view::npos) {
    const bool short_enough = rest.size() <= longest_title && rest.find(u';') == std::u16string_view::npos;
    if (!short_enough && !han_style) return;
    if (!han_style && has_quantity(rest)) return;
    block.kind = BlockKind::heading;
    block.title = {begin, end};
    return;
  }
  const bool body_follows = first + 1 < rest.size();
  if (!body_follows && stop == first && !han_style) return;  // （1）…。 is a list item
  const auto title = rest.substr(0, first);
  if (title.size() > longest_run_in_title && !han_style) return;
  if (!han_style && (has_quantity(title) || (first == colon && stop == std::u16string_view::npos && body_follows))) return;
  block.kind = BlockKind::heading;
  block.run_in = body_follows;
  block.title = {begin, begin + static_cast<std::uint32_t>(first)};
}

// 附件：1.整体支出绩效自评表
bool begins_attachments(const Block& block) {
  const auto line = std::u16string_view(block.folded).substr(block.content);
  if (block.marker.style != MarkerStyle::none || !(line.starts_with(u"附件") || line.starts_with(u"附:") || line.starts_with(u"附表"))) return false;
  const auto colon = line.find(u':');
  return colon != std::u16string_view::npos && colon <= 4 && line.substr(colon + 1).find(u'1') <= 2;
}

}  // namespace

bool same_shape(const Block& a, const Block& b) {
  return a.kind == b.kind && a.content == b.content && a.marker == b.marker && a.markdown_level == b.markdown_level && a.title == b.title && a.run_in == b.run_in &&
         a.lists_attachments == b.lists_attachments && a.flattened_table == b.flattened_table && a.cell_style == b.cell_style && a.cells == b.cells && a.title_words() == b.title_words();
}

Block parse_block(std::u16string_view printed, const profile::Lexicon& lexicon) {
  Block block;
  block.folded = text::fold_width(printed);
  const std::u16string_view folded = block.folded;
  block.content = skip_ignorable(folded, 0);
  while (block.content < folded.size() && folded[block.content] == u'#') {
    ++block.markdown_level;
    ++block.content;
  }
  block.content = skip_ignorable(folded, block.content);
  block.tokens = tokenize(folded, lexicon);
  block.lists_attachments = begins_attachments(block);
  if (is_contents_line(folded)) {
    block.kind = BlockKind::contents;
    return block;
  }
  Cells cells = split_cells(folded);
  block.cell_style = cells.style;
  block.cells = std::move(cells.ranges);
  if (cells.sure) {
    block.kind = BlockKind::table_row;
    return block;
  }
  block.flattened_table = is_flattened(block);
  const std::uint32_t end = trimmed_end(folded);
  if (const auto marker = parse_marker(folded, block.content, false)) {
    block.marker = *marker;
    block.lists_attachments = false;
    const std::uint32_t begin = std::min(skip_ignorable(folded, marker->end), end);
    block.kind = BlockKind::list_item;
    if (marker->style < MarkerStyle::enumeration && begin < end) read_title(block, begin, end);
  } else if (block.markdown_level > 0) {
    block.kind = BlockKind::heading;
    block.title = {block.content, std::max(block.content, end)};
  }
  return block;
}

}  // namespace gouji::syntax
