// Finds headings that lost their numbers: parts among numbered siblings, and the one line that a gap in the numbering explains.

#include <algorithm>

#include "parts/find.h"

namespace gouji::parts {
namespace {

using syntax::NumberingFault;
using syntax::OutlineHeading;

class UnnumberedFinder {
 public:
  UnnumberedFinder(const Search& search, Parts& parts) : search_(search), parts_(parts), headings_(search.document.outline->headings) {}

  void run() {
    for (std::size_t i = 0; i < parts_.parts.size(); ++i) {
      const Part& part = parts_.parts[i];
      if (part.state == PartState::present && part.heading < 0 && !part.leads) among_siblings(part);
    }
    for (std::size_t i = 0; i < headings_.size(); ++i) before_gap(static_cast<int>(i));
  }

 private:
  const OutlineHeading& heading(int index) const { return headings_[static_cast<std::size_t>(index)]; }
  static bool numbered(const OutlineHeading& heading) { return heading.style != syntax::MarkerStyle::none; }

  // Numbered siblings must be the rule.
  void among_siblings(const Part& part) {
    int previous = -1, next = -1, with = 0, without = 0, highest = 0;
    const auto is_sibling = [&](const Part& sibling) { return sibling.parent == part.parent && sibling.state == PartState::present && !sibling.leads; };
    for (const Part& sibling : parts_.parts) {
      if (is_sibling(sibling) && sibling.heading >= 0 && (highest == 0 || heading(sibling.heading).level < highest)) highest = heading(sibling.heading).level;
    }
    for (const Part& sibling : parts_.parts) {
      if (!is_sibling(sibling) || (sibling.heading >= 0 && heading(sibling.heading).level != highest)) continue;
      if (sibling.heading < 0 || !numbered(heading(sibling.heading))) {
        ++without;
        continue;
      }
      ++with;
      if (sibling.block < part.block) previous = sibling.heading;
      if (sibling.block > part.block && next < 0) next = sibling.heading;
    }
    if (with < without) return;
    const bool one_by_one = previous >= 0 && next >= 0 && heading(next).number == heading(previous).number + 1 && heading(next).style == heading(previous).style;
    if (one_by_one && !is_called(part)) return;   // 未完成的2项分别是: no number is lost between them
    Unnumbered found{part.block, part.title, -1, previous >= 0 ? previous : next, 0};
    found.number = previous >= 0 ? heading(previous).number + 1 : std::max(1, heading(next).number - 1);
    if (next >= 0 && heading(next).fault == NumberingFault::gap) found.next = next;
    parts_.unnumbered.push_back(found);
  }

  // By a name of its section, and not only by one that is like it.
  bool is_called(const Part& part) const {
    const auto words = search_.document.blocks[part.block].block->folded.without_note().substr(part.title.begin, part.title.size());
    const auto called = parts_.model->sections_called(heading_key(words, search_.document.lexicon->vocabulary().parts));
    return std::any_of(called.begin(), called.end(), [&](const NamedSection& each) { return each.node == part.node; });
  }

  bool is_known(std::uint32_t block) const {
    return std::any_of(parts_.unnumbered.begin(), parts_.unnumbered.end(), [&](const Unnumbered& found) { return found.block == block; });
  }

  bool is_explained(int gap) const {
    const bool by_line = std::any_of(parts_.unnumbered.begin(), parts_.unnumbered.end(), [&](const Unnumbered& found) { return found.next == gap; });
    return by_line || std::any_of(parts_.parts.begin(), parts_.parts.end(), [&](const Part& part) { return part.state == PartState::absent && part.gap == gap; });
  }

  // 一、 … a line of its own … 三、; or a line, then 二、
  void before_gap(int index) {
    const OutlineHeading& after = heading(index);
    const bool gap = after.fault == NumberingFault::gap && after.number == after.expected + 1;
    const bool begins_late = after.previous < 0 && after.number == 2 && numbered(after);
    if ((!gap && !begins_late) || is_explained(index)) return;
    const int outer = after.previous >= 0 ? after.previous : after.parent;
    const std::uint32_t first = outer >= 0 ? heading(outer).block + 1 : search_.title_blocks;
    std::uint32_t only = 0;
    int lines = 0;
    for (std::uint32_t block = first; block < after.block; ++block) {
      if (!looks_like_heading(*search_.document.blocks[block].block) || block + 1 == after.block || !search_.document.blocks[block].facts->quantities.empty()) continue;
      if (block == first && after.previous >= 0) continue;   // the text below the heading before it
      only = block;
      ++lines;
    }
    if (lines != 1 || is_known(only)) return;
    const auto candidate = std::find_if(search_.candidates.begin(), search_.candidates.end(), [&](const Candidate& each) { return each.block == only; });
    if (candidate != search_.candidates.end()) parts_.unnumbered.push_back({only, candidate->title, index, index, after.number - 1});
  }

  const Search& search_;
  Parts& parts_;
  const std::vector<OutlineHeading>& headings_;
};

}  // namespace

void find_unnumbered(const Search& search, Parts& parts) { UnnumberedFinder(search, parts).run(); }

}  // namespace gouji::parts
