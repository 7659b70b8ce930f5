// Writes skeletons in the numbering of the text around them.

#include "parts/skeleton.h"

#include <algorithm>

namespace gouji::parts {
namespace {

using syntax::MarkerStyle;

struct Numbering {
  MarkerStyle style = MarkerStyle::none;
  int number = 1;
  int next = -1;      // the outline heading that follows in the same group, or -1
};

class SkeletonWriter {
 public:
  SkeletonWriter(const relations::DocumentView& document, const Parts& parts) : headings_(document.outline->headings), parts_(parts) {}

  Skeleton run(const Part& absent, int ahead) {
    Numbering numbering = numbering_of(absent);
    numbering.number += ahead;
    write(parts_.section(absent), numbering.style, numbering.number);
    int number = numbering.number;
    for (int i = numbering.next; i >= 0 && heading(i).number == number; i = next_sibling(i)) skeleton_.renumbered.push_back({i, ++number});
    return std::move(skeleton_);
  }

 private:
  const syntax::OutlineHeading& heading(int index) const { return headings_[static_cast<std::size_t>(index)]; }

  int next_sibling(int index) const {
    for (std::size_t i = static_cast<std::size_t>(index) + 1; i < headings_.size(); ++i) {
      if (headings_[i].previous == index) return static_cast<int>(i);
    }
    return -1;
  }

  // Continues the sibling before it, or precedes the one behind it.
  Numbering numbering_of(const Part& absent) const {
    int previous = -1, next = -1, parent = -1;
    for (const Part& part : parts_.parts) {
      if (part.state != PartState::present || part.heading < 0) continue;
      if (absent.parent >= 0 && &part == &parts_.parts[static_cast<std::size_t>(absent.parent)]) parent = part.heading;
      if (part.parent != absent.parent || heading(part.heading).style == MarkerStyle::none) continue;
      const bool higher = previous < 0 || heading(part.heading).level <= heading(previous).level;   // a part may stand below its sibling
      if (part.block < absent.block && higher) previous = part.heading;
      else if (part.block < absent.block) continue;
      else if (next < 0) next = part.heading;
    }
    if (previous >= 0) return {heading(previous).style, heading(previous).number + 1, next_sibling(previous)};
    if (next >= 0) return {heading(next).style, 1, next};
    if (parent >= 0) return {syntax::level_below(heading(parent).style), 1, -1};
    return {};
  }

  void write(const profile::Section& section, MarkerStyle style, int number) {
    if (style != MarkerStyle::none) skeleton_.text += syntax::marker_label(style, number);
    skeleton_.text += section.title + u"\n";
    int child = 0;
    for (const profile::Section& each : section.sections) {
      if (each.importance == profile::Importance::warning && each.mentions.empty()) write(each, syntax::level_below(style), ++child);
    }
    if (child == 0) skeleton_.text += prompt_of(section.prompt) + u"\n";
  }

  const std::vector<syntax::OutlineHeading>& headings_;
  const Parts& parts_;
  Skeleton skeleton_;
};

}  // namespace

std::u16string prompt_of(std::u16string_view words) { return words.empty() ? u"【请填写】" : u"【请填写：" + std::u16string(words) + u"】"; }

Skeleton skeleton_of(const relations::DocumentView& document, const Parts& parts, const Part& absent, int ahead) { return SkeletonWriter(document, parts).run(absent, ahead); }

}  // namespace gouji::parts
