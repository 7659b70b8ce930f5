// Finds blanks by what surrounds them.

#include "checks/blank.h"

#include "checks/stand_in.h"
#include "checks/text/characters.h"

namespace gouji::checks {
namespace {

// main(), - [ ] 清淤, 圆括号（）, “〔〕”
bool is_named_bracket(std::u16string_view text, std::uint32_t open, std::uint32_t end) {
  const char16_t before = unit_before(text, open), behind = unit_at(text, end);
  if (is_latin(before) || is_digit(before) || text.substr(0, open).ends_with(u"括号")) return true;
  if (text[open] == u'[' && is_one_of(unit_before(text, skip_blanks_back(text, open)), u"-*+")) return true;
  return is_one_of(before, u"“‘\"") && is_one_of(behind, u"”’\"");
}

// ____年
std::uint32_t underline_length(std::u16string_view text, std::uint32_t position) {
  const auto end = static_cast<std::uint32_t>(std::min(text.find_first_not_of(u'_', position), text.size()));
  const char16_t before = unit_before(text, position), behind = unit_at(text, end);
  if (end - position < 2 || before == u'_' || is_latin(before) || is_latin(behind) || (is_digit(before) && is_digit(behind))) return 0;
  const bool divides_page = skip_blanks_back(text, position) == 0 && skip_blanks(text, end) == text.size();
  return divides_page ? 0 : end - position + unit_or_noun_length(text, end);
}

bool ends_line(std::u16string_view text, std::uint32_t position) {
  while (position < text.size() && text::is_space(text[position]) && !is_one_of(text[position], u"\r\n")) ++position;
  return position == text.size() || is_one_of(text[position], u"\r\n");
}

}  // namespace

std::uint32_t empty_bracket_length(std::u16string_view folded, std::uint32_t position) {
  constexpr std::u16string_view openers = u"([【〔《", closers = u")]】〕》";
  const auto kind = openers.find(folded[position]);
  if (kind == std::u16string_view::npos) return 0;
  const std::uint32_t close = skip_blanks(folded, position + 1);
  return unit_at(folded, close) == closers[kind] && !is_named_bracket(folded, position, close + 1) ? close + 1 - position : 0;
}

std::uint32_t underlines_length(std::u16string_view folded, std::uint32_t position) {
  if (unit_before(folded, position) == u'_') return 0;
  std::uint32_t end = position;
  while (unit_at(folded, end) == u'_') {
    const std::uint32_t length = underline_length(folded, end);
    if (length == 0) break;
    end += length;
  }
  return end - position;
}

std::uint32_t lacking_figure_length(std::u16string_view folded, std::uint32_t position) {
  constexpr std::u16string_view verbs[]{u"占", u"为", u"达到", u"达", u"减少", u"增加", u"增长", u"下降", u"上升", u"提高", u"降低"};
  constexpr std::u16string_view sure[]{u"%", u"万元", u"亿元", u"个百分点", u"百分点"};
  constexpr std::u16string_view ambiguous[]{u"人次", u"元", u"人", u"名", u"个", u"户", u"项", u"次", u"场", u"件", u"家"};  // 为 人民
  if (!text::is_space(unit_at(folded, position + 1)) && !text::is_space(unit_at(folded, position + 2))) return 0;   // behind the verb
  const std::uint32_t verb_end = position + word_length(folded.substr(position), verbs);
  if (verb_end == position) return 0;
  const std::uint32_t unit = skip_blanks(folded, verb_end);
  if (unit == verb_end || ends_line(folded, verb_end)) return 0;
  if (const auto length = word_length(folded.substr(unit), sure)) return unit + length - position;
  const auto length = word_length(folded.substr(unit), ambiguous);
  return length > 0 && !text::is_han(unit_at(folded, unit + length)) ? unit + length - position : 0;
}

std::uint32_t undated_length(std::u16string_view folded, std::uint32_t position) {
  const char16_t before = unit_before(folded, position);
  if (is_digit(before)) return 0;
  const std::uint32_t year = skip_digits(folded, position);
  if (unit_at(folded, year) != u'年') return 0;
  if (year == position && before != u'\0' && before != u':' && !text::is_space(before)) return 0;
  const std::uint32_t month = skip_blanks(folded, skip_digits(folded, skip_blanks(folded, year + 1)));
  const std::uint32_t day = skip_blanks(folded, month + 1);
  if (unit_at(folded, month) != u'月' || day == month + 1 || unit_at(folded, day) != u'日') return 0;
  return ends_line(folded, day + 1) ? day + 1 - position : 0;
}

}  // namespace gouji::checks
