// Renumbering of sibling headings.

#include "checks/renumber.h"

#include <algorithm>

#include "syntax/numerals.h"
#include "text/text.h"

namespace gouji::checks {

std::string label_like(const SiblingHeading& heading, int number) {
  if (heading.style != syntax::MarkerStyle::chapter) return text::to_utf8(syntax::marker_label(heading.style, number));
  const std::u16string printed = text::to_utf16(heading.printed);
  constexpr std::u16string_view numerals = u"一二三四五六七八九十0123456789";
  const auto begin = printed.find_first_of(numerals);
  if (begin == std::u16string::npos) return heading.printed;
  const auto end = std::min(printed.find_first_not_of(numerals, begin), printed.size());
  return text::to_utf8(printed.substr(0, begin) + syntax::to_numeral(number) + printed.substr(end));
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
