// Renumbering of sibling headings.

#include "checks/renumber.h"

#include "text/text.h"

namespace gouji::checks {

std::vector<diagnostic::Edit> renumber(const std::vector<SiblingHeading>& headings, std::size_t first, int number) {
  std::vector<diagnostic::Edit> edits;
  for (std::size_t i = first; i < headings.size(); ++i, ++number) {
    if (i > first && (headings[i].number == number || headings[i].fault != syntax::NumberingFault::none)) break;
    edits.push_back({headings[i].label, text::to_utf8(syntax::marker_label(headings[i].style, number))});
  }
  return edits;
}

}  // namespace gouji::checks
