// Sections of the family as the text has them.

#include "engine/part_subjects.h"

#include <algorithm>

#include "parts/skeleton.h"

namespace gouji::engine {
namespace {

using checks::PartSubject;
using diagnostic::Place;
using parts::Part;
using parts::PartState;
using text::to_utf8;

class PartSubjects {
 public:
  PartSubjects(const Analysis& analysis, const relations::DocumentView& view) : analysis_(analysis), view_(view), parts_(analysis.parts) {}

  std::vector<PartSubject> run() {
    if (!parts_.judged) return {};
    std::vector<PartSubject> subjects;
    for (std::size_t i = 0; i < parts_.parts.size(); ++i) {
      if (parts_.parts[i].state != PartState::unasked && !told_by_parent(parts_.parts[i])) subjects.push_back(subject(static_cast<int>(i)));
    }
    subjects.push_back(whole_text());
    return subjects;
  }

 private:
  const Part& part(int index) const { return parts_.parts[static_cast<std::size_t>(index)]; }
  std::string printed(std::uint32_t block, text::Range range) const { return to_utf8(analysis_.printed(block).substr(range.begin, range.size())); }

  // Before a block, or behind the last one.
  Place place_before(std::uint32_t block) const {
    if (block < analysis_.blocks.size()) return {block, {0, 0}};
    const auto last = static_cast<std::uint32_t>(analysis_.blocks.size() - 1);
    const auto end = static_cast<std::uint32_t>(analysis_.printed(last).size());
    return {last, {end, end}};
  }
  std::string inserted(std::u16string_view lines, std::uint32_t block) const {
    if (block < analysis_.blocks.size()) return to_utf8(lines);
    return "\n" + to_utf8(lines.substr(0, lines.size() - 1));  // behind the last line, which has no line end of its own
  }

  // The required sub-sections that are absent, where none has a heading of its own: they are told together.
  std::vector<int> absent_children(const Part& parent) const {
    std::vector<int> absent;
    for (const int child : parts_.model->nodes()[static_cast<std::size_t>(parent.node)].children) {
      if (parts_.section(part(child)).importance != profile::Importance::warning) continue;
      if (part(child).state == PartState::absent) absent.push_back(child);
      else if (part(child).state != PartState::mentioned) return {};
    }
    return absent.size() > 1 ? absent : std::vector<int>{};
  }
  bool told_by_parent(const Part& child) const {
    return child.parent >= 0 && child.state == PartState::absent && !absent_children(part(child.parent)).empty();
  }

  PartSubject subject(int index) const {
    const Part& here = part(index);
    const profile::Section& section = parts_.section(here);
    PartSubject result;
    result.state = here.state;
    result.importance = section.importance;
    result.forced = parts_.forced;
    result.title = to_utf8(section.title);
    if (here.follows >= 0) {
      result.follows = heading_text(part(here.follows));
      result.follows_place = {part(here.follows).block, part(here.follows).title};
    }
    if (here.state == PartState::absent) fill_absent(result, here);
    if (here.state == PartState::present || here.state == PartState::displaced || here.state == PartState::shared) fill_present(result, here);
    return result;
  }

  std::string heading_text(const Part& here) const {
    const syntax::Block& block = analysis_.blocks[here.block].block;
    const std::uint32_t begin = block.kind == syntax::BlockKind::heading ? block.content : here.title.begin;
    return printed(here.block, {begin, here.title.end});
  }

  void fill_absent(PartSubject& result, const Part& here) const {
    result.place = place_before(here.block);
    insert(result, here);
    if (here.gap < 0) return;
    const std::uint32_t block = analysis_.numbering.headings[static_cast<std::size_t>(here.gap)].block;
    const syntax::Block& next = analysis_.blocks[block].block;
    result.gap = {block, {next.content, next.marker.label_end}};
    result.gap_printed = printed(block, result.gap.range);
  }

  void insert(PartSubject& result, const Part& absent) const {
    const parts::Skeleton skeleton = parts::skeleton_of(view_, parts_, absent);
    result.insertion.push_back({result.place, inserted(skeleton.text, absent.block)});
    for (const parts::Renumber& each : skeleton.renumbered) {
      const syntax::OutlineHeading& heading = analysis_.numbering.headings[static_cast<std::size_t>(each.heading)];
      if (heading.given) continue;   // has no number to change
      const syntax::Block& block = analysis_.blocks[heading.block].block;
      result.insertion.push_back({{heading.block, {block.content, block.marker.label_end}}, to_utf8(syntax::marker_label(heading.style, each.number))});
    }
  }

  void fill_present(PartSubject& result, const Part& here) const {
    const profile::Section& section = parts_.section(here);
    result.heading = {here.block, here.title};
    result.printed = heading_text(here);
    for (const int element : here.unstated) {
      result.unstated.push_back(unstated(section.elements[static_cast<std::size_t>(element)], {here.block, {here.title.end, here.title.end}}, here.end));
    }
    if (here.contradicted) {
      const facts::Places& places = analysis_.blocks[here.contradicted_by.block].extracted.places;
      result.answer = {here.body.block, here.body.range};
      result.contradiction_place = {here.contradicted_by.block, places.quantities[here.contradicted_by.ordinal]};
      result.contradiction = printed(here.contradicted_by.block, result.contradiction_place.range);
    }
    const std::vector<int> absent = here.body.kind == parts::BodyKind::text ? absent_children(here) : std::vector<int>{};
    if (absent.empty()) return;
    for (const int child : absent) result.absent_children.push_back(to_utf8(parts_.section(part(child)).title));
    result.place = place_before(here.end);
    result.importance = profile::Importance::warning;
    std::u16string lines;
    int ahead = 0;
    for (const int child : absent) lines += parts::skeleton_of(view_, parts_, part(child), ahead++).text;
    result.insertion.push_back({result.place, inserted(lines, here.end)});
  }

  checks::UnstatedElement unstated(const profile::Element& element, Place place, std::uint32_t end) const {
    const std::string prompt = element.prompt.empty() ? std::string() : inserted(parts::prompt_of(element.prompt) + u"\n", end);
    return {element.id, to_utf8(element.name), prompt, element.importance, place, place_before(end)};
  }

  PartSubject whole_text() const {
    PartSubject result;
    result.forced = parts_.forced;
    const auto end = static_cast<std::uint32_t>(analysis_.blocks.size());
    for (const int index : parts_.unstated) {
      const profile::Element& element = parts_.model->family().elements[static_cast<std::size_t>(index)];
      const bool opens = element.line == profile::LineForm::addressee;
      result.unstated.push_back(unstated(element, place_before(opens ? analysis_.title.blocks : end), opens ? analysis_.title.blocks : end));
    }
    return result;
  }

  const Analysis& analysis_;
  const relations::DocumentView& view_;
  const parts::Parts& parts_;
};

}  // namespace

std::vector<PartSubject> part_subjects(const Analysis& analysis, const relations::DocumentView& view) { return PartSubjects(analysis, view).run(); }

}  // namespace gouji::engine
