// Merges headings without numbers that are parts into the outline. What relations read stays as it is: the family
// affects parts only.

#include "engine/render_outline.h"

#include <algorithm>

namespace gouji::engine {
namespace {

using parts::Part;
using parts::PartState;

struct Line {
  std::uint32_t block = 0;
  int heading = -1;           // index into the outline, or -1
  const Part* part = nullptr;
};

class OutlineRenderer {
 public:
  OutlineRenderer(const Analysis& analysis, const std::function<Range(diagnostic::Place)>& range) : analysis_(analysis), range_(range) {}

  std::vector<Heading> run() {
    gather();
    std::vector<Heading> rendered;
    std::vector<int> rendered_as(analysis_.numbering.headings.size(), -1);
    std::vector<std::pair<const Part*, int>> open;   // parts around the line, and their headings
    for (const Line& line : lines_) {
      while (!open.empty() && open.back().first->end <= line.block) open.pop_back();
      const int index = static_cast<int>(rendered.size());
      Heading heading = line.heading >= 0 ? numbered(line.heading) : unnumbered(*line.part);
      if (line.part) heading.part = analysis_.parts.section(*line.part).id;
      heading.parent = parent_of(line, rendered_as, open);
      if (heading.parent >= 0) heading.level = rendered[static_cast<std::size_t>(heading.parent)].level + 1;
      if (line.heading >= 0) rendered_as[static_cast<std::size_t>(line.heading)] = index;
      if (line.part) open.emplace_back(line.part, index);
      rendered.push_back(std::move(heading));
    }
    return rendered;
  }

 private:
  void gather() {
    const auto& headings = analysis_.numbering.headings;
    for (std::size_t i = 0; i < headings.size(); ++i) lines_.push_back({headings[i].block, static_cast<int>(i), nullptr});
    for (const Part& part : analysis_.parts.parts) {
      if ((part.state != PartState::present && part.state != PartState::displaced) || part.leads) continue;
      if (part.heading < 0) {
        lines_.push_back({part.block, -1, &part});
        continue;
      }
      Line& line = lines_[static_cast<std::size_t>(part.heading)];
      if (!line.part) line.part = &part;
    }
    std::stable_sort(lines_.begin(), lines_.end(), [](const Line& a, const Line& b) { return a.block < b.block; });
  }

  Heading numbered(int index) const {
    const syntax::OutlineHeading& heading = analysis_.numbering.headings[static_cast<std::size_t>(index)];
    const syntax::Block& block = analysis_.blocks[heading.block].block;
    Heading result;
    result.level = heading.level;
    if (block.marker.style != syntax::MarkerStyle::none) {
      result.label = printed(heading.block, {block.content, block.marker.label_end});
      result.number = heading.number;
    }
    result.title = printed(heading.block, heading.title);
    result.range = range_({heading.block, {std::min(block.content, heading.title.begin), heading.title.end}});
    return result;
  }

  Heading unnumbered(const Part& part) const {
    Heading result;
    result.title = printed(part.block, part.title);
    result.range = range_({part.block, part.title});
    return result;
  }

  // The heading that the outline says, or the unnumbered part around it, whichever is nearer.
  int parent_of(const Line& line, const std::vector<int>& rendered_as, const std::vector<std::pair<const Part*, int>>& open) const {
    const int outer = line.heading >= 0 ? analysis_.numbering.headings[static_cast<std::size_t>(line.heading)].parent : -1;
    const int by_number = outer >= 0 ? rendered_as[static_cast<std::size_t>(outer)] : -1;
    for (auto part = open.rbegin(); part != open.rend(); ++part) {
      if (line.heading >= 0 && part->first->heading >= 0) continue;   // two numbered headings: the outline knows
      return std::max(by_number, part->second);
    }
    return by_number;
  }

  std::string printed(std::uint32_t block, text::Range part) const { return text::to_utf8(analysis_.printed(block).substr(part.begin, part.size())); }

  const Analysis& analysis_;
  const std::function<Range(diagnostic::Place)>& range_;
  std::vector<Line> lines_;
};

}  // namespace

std::vector<Heading> render_outline(const Analysis& analysis, const std::function<Range(diagnostic::Place)>& range) { return OutlineRenderer(analysis, range).run(); }

}  // namespace gouji::engine
