// Renumbering of sibling headings.

#include "checks/renumber.h"

#include <algorithm>

#include "syntax/numerals.h"
#include "text/text.h"

namespace gouji::checks {

std::string relabelled(const std::string& label, int number) {
  const std::u16string printed = text::to_utf16(label);
  constexpr std::u16string_view digits = u"0123456789０１２３４５６７８９";
  constexpr std::u16string_view numerals = u"一二三四五六七八九十";
  for (const std::u16string_view kind : {digits, numerals}) {
    const auto begin = printed.find_first_of(kind);
    if (begin == std::u16string::npos) continue;
    const auto end = std::min(printed.find_first_not_of(kind, begin), printed.size());
    const std::u16string arabic = text::to_utf16(std::to_string(number));
    return text::to_utf8(printed.substr(0, begin) + (kind == digits ? arabic : syntax::to_numeral(number)) + printed.substr(end));
  }
  const bool circled = !printed.empty() && printed[0] >= 0x2460 && printed[0] <= 0x2473;
  return circled ? text::to_utf8(syntax::marker_label(syntax::MarkerStyle::circled, number) + printed.substr(1)) : std::string();
}

std::string label_like(const SiblingHeading& heading, int number) {
  if (heading.style == syntax::MarkerStyle::chapter) return relabelled(heading.printed, number);
  return text::to_utf8(syntax::marker_label(heading.style, number));
}

std::vector<diagnostic::Edit> renumber(const std::vector<SiblingHeading>& headings, std::size_t first, int number) {
  std::vector<diagnostic::Edit> edits;
  for (std::size_t i = first; i < headings.size(); ++i, ++number) {
    if (i > first && (headings[i].number == number || headings[i].fault != syntax::NumberingFault::none)) break;
    edits.push_back({headings[i].label, label_like(headings[i], number)});
  }
  return edits;
}

}  // namespace gouji::checks
