// Recognises the lines by their form and place.

#include "parts/lines.h"

#include <algorithm>
#include <string_view>

#include "syntax/numerals.h"

namespace gouji::parts {
namespace {

using relations::DocumentView;

constexpr std::uint32_t closing_lines = 12;    // looked at, from the end
constexpr std::uint32_t opening_lines = 8;
constexpr std::size_t longest_looked_at = 200;   // units; a longer line has none of these forms
constexpr std::size_t longest_line = 30;
constexpr std::size_t longest_attachment = 60;

std::u16string bare(const syntax::Block& block) {
  const std::u16string_view words = block.folded.without_note();
  std::u16string line;
  if (words.size() > longest_looked_at) return line;
  for (const char16_t unit : words.substr(std::min<std::size_t>(block.content, words.size()))) {
    if (!text::is_space(unit)) line += unit;
  }
  return line;
}

std::u16string bare(const DocumentView& document, std::uint32_t block) { return bare(*document.blocks[block].block); }

bool is_number(char16_t unit) { return (unit >= u'0' && unit <= u'9') || syntax::is_numeral(unit) || unit == u'X' || unit == u'x' || unit == u'_'; }

// 2024年3月15日, 二○二四年三月十五日, also with blanks where the numbers go
bool is_date(std::u16string_view line) {
  std::u16string marks;
  for (const char16_t unit : line) {
    if (is_number(unit)) continue;
    marks += unit;
  }
  return marks == u"年月日" || marks == u"年月";
}

// 西街环卫所2024年3月5日: the signature and the date on one line
std::size_t date_begin(std::u16string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_number(line[i]) && is_date(line.substr(i))) return i;
  }
  return std::u16string_view::npos;
}

bool is_attachments(std::u16string_view line) {
  return line.starts_with(u"附件") || line.starts_with(u"附表") || line.starts_with(u"附:");
}

bool names_body(std::u16string_view line);

bool ends_in_date(std::u16string_view line) {
  const std::size_t begin = date_begin(line);
  return begin != std::u16string_view::npos && (begin == 0 || names_body(line.substr(0, begin)));
}

bool is_signature(std::u16string_view line) {
  const std::size_t begin = date_begin(line);
  return names_body(begin == std::u16string_view::npos ? line : line.substr(0, begin));
}

bool names_body(std::u16string_view line) {
  constexpr std::u16string_view ends[]{u"局", u"委", u"委员会", u"办公室", u"中心", u"协会", u"联合会", u"馆", u"院", u"校", u"所", u"站", u"厅", u"部", u"会", u"政府", u"公司", u"大队", u"支队", u"联社", u"(盖章)", u"(公章)"};
  if (line.size() < 3 || line.size() > longest_line || line.find_first_of(u"。;,:、") != std::u16string_view::npos) return false;
  return std::any_of(std::begin(ends), std::end(ends), [&](std::u16string_view end) { return line.ends_with(end); });
}

bool is_addressee(std::u16string_view line) {
  if (line.size() < 3 || line.back() != u':') return false;
  const auto bodies = line.substr(0, line.size() - 1);
  return names_body(bodies.substr(bodies.find_last_of(u"、,") + 1));   // 县人民政府、县财政局：
}

std::uint32_t first_looked_at(const DocumentView& document) {
  const auto count = static_cast<std::uint32_t>(document.blocks.size());
  return count > closing_lines ? count - closing_lines : 0;
}

std::optional<std::uint32_t> find_closing(const DocumentView& document, bool (*has_form)(std::u16string_view)) {
  const auto count = static_cast<std::uint32_t>(document.blocks.size());
  for (std::uint32_t i = count; i-- > first_looked_at(document);) {
    if (has_form(bare(document, i))) return i;
  }
  return std::nullopt;
}

bool may_be_listed(std::u16string_view line) { return line.find(u'。') == std::u16string_view::npos && line.size() <= longest_attachment; }

}  // namespace

bool same_as_line(const syntax::Block& before, const syntax::Block& now) {
  const std::u16string a = bare(before), b = bare(now);
  const auto same = [&](bool (*has_form)(std::u16string_view)) { return has_form(a) == has_form(b); };
  return a == b || (same(ends_in_date) && same(is_signature) && same(is_attachments) && same(is_addressee) && same(may_be_listed));
}

std::uint32_t closing_begin(const DocumentView& document) {
  const auto count = static_cast<std::uint32_t>(document.blocks.size());
  std::uint32_t begin = count;
  bool in_attachments = false;
  for (std::uint32_t i = count; i-- > first_looked_at(document);) {
    const syntax::Block& block = *document.blocks[i].block;
    const std::u16string line = bare(document, i);
    const bool closing = ends_in_date(line) || is_signature(line) || is_attachments(line);
    const bool listed = block.marker.style != syntax::MarkerStyle::none && may_be_listed(line);  // 2.项目支出绩效自评表
    if (closing && block.kind != syntax::BlockKind::heading) {
      begin = i;
      in_attachments = is_attachments(line);
    } else if (!listed || in_attachments) {
      break;
    }
  }
  return begin;
}

std::optional<std::uint32_t> find_line(const DocumentView& document, profile::LineForm line) {
  switch (line) {
    case profile::LineForm::date: return find_closing(document, ends_in_date);
    case profile::LineForm::signature: return find_closing(document, is_signature);
    case profile::LineForm::attachments: return find_closing(document, is_attachments);
    case profile::LineForm::addressee:
      for (std::uint32_t i = 0; i < std::min<std::uint32_t>(opening_lines, static_cast<std::uint32_t>(document.blocks.size())); ++i) {
        if (is_addressee(bare(document, i))) return i;
      }
      break;
    case profile::LineForm::none: break;
  }
  return std::nullopt;
}

}  // namespace gouji::parts
