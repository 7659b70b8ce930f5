// Makes the subjects and runs the checks on them.

#include "engine/subjects.h"

#include <algorithm>
#include <map>

#include "checks/check.h"
#include "engine/list_subjects.h"
#include "engine/part_subjects.h"
#include "engine/relation_subjects.h"

namespace gouji::engine {
namespace {

using checks::SiblingsSubject;
using diagnostic::Collector;
using diagnostic::Diagnostic;

class Runner {
 public:
  Runner(const Analysis& analysis, std::vector<Diagnostic>& found, const diagnostic::Translations* translations) : analysis_(analysis), found_(found), translations_(translations) {}

  void run(std::uint32_t block) {
    const BlockRecord& record = analysis_.blocks[block];
    run_on(checks::BlockSubject{block, analysis_.printed(block), &record.block, &record.extracted.facts, &record.extracted.places.without_note()}, -1);
  }

  void run(const relations::DocumentView& view) {
    for (const SiblingsSubject& siblings : sibling_groups()) run_on(siblings, -1);
    for (const checks::SectionSubject& section : section_subjects(analysis_, view)) run_on(section, -1);
    for (const checks::PartSubject& part : part_subjects(analysis_, view)) run_on(part, -1);
    for (const checks::EnumerationSubject& list : enumeration_subjects(analysis_)) run_on(list, -1);
    for (const checks::SignalsSubject& signals : signals_subjects(analysis_)) run_on(signals, -1);
    for (const checks::HeadingFormSubject& form : heading_form_subjects(analysis_)) run_on(form, -1);
    for_each_relation(analysis_, view, [this](const checks::RelationSubject& subject, int relation) { run_on(subject, relation); });
  }

 private:
  template <typename Subject>
  void run_on(const Subject& subject, int relation) {
    using Function = void (*)(const Subject&, Collector&);
    for (const auto& [group, check] : checks::registry()) {
      Collector collector(found_, check->code, check->severity, relation, translations_);
      if (const Function* run = std::get_if<Function>(&check->run)) (*run)(subject, collector);
      const Function* also = check->also ? std::get_if<Function>(&*check->also) : nullptr;
      if (also) (*also)(subject, collector);
    }
  }

  std::vector<SiblingsSubject> sibling_groups() const {
    std::vector<SiblingsSubject> groups;
    std::map<int, std::size_t> group_of;   // heading -> group
    const auto& headings = analysis_.numbering.headings;
    for (std::size_t i = 0; i < headings.size(); ++i) {
      if (headings[i].style == syntax::MarkerStyle::none) continue;
      const auto previous = group_of.find(headings[i].previous);
      const std::size_t group = headings[i].previous >= 0 && previous != group_of.end() ? previous->second : groups.size();
      if (group == groups.size()) groups.emplace_back();
      group_of[static_cast<int>(i)] = group;
      if (headings[i].given) {
        groups[group].unnumbered.push_back(unnumbered(static_cast<int>(i)));
        continue;
      }
      groups[group].headings.push_back(sibling(headings[i]));
      if (headings[i].parent >= 0) groups[group].parent_style = headings[static_cast<std::size_t>(headings[i].parent)].style;
      groups[group].headings.back().has_children = i + 1 < headings.size() && headings[i + 1].parent == static_cast<int>(i);
      if (is_explained(static_cast<int>(i))) groups[group].headings.back().fault = syntax::NumberingFault::none;
    }
    std::erase_if(groups, [](const SiblingsSubject& group) { return group.headings.empty(); });
    for (SiblingsSubject& group : groups) forgive_permutation(group);
    return groups;
  }

  checks::UnnumberedHeading unnumbered(int index) const {
    const auto& headings = analysis_.numbering.headings;
    const syntax::OutlineHeading& heading = headings[static_cast<std::size_t>(index)];
    const auto title = analysis_.printed(heading.block).substr(heading.title.begin, heading.title.size());
    const auto sibling = std::find_if(headings.begin(), headings.end(), [&](const syntax::OutlineHeading& each) { return !each.given && each.parent == heading.parent && each.style == heading.style; });
    const diagnostic::Place place = sibling == headings.end() ? diagnostic::Place{heading.block, heading.title} : label_place(*sibling);
    return {{heading.block, heading.title}, text::to_utf8(title), heading.number, place};
  }

  // One cause is told once: a missing part explains the gap behind it, and one that changed places the late beginning.
  bool is_explained(int heading) const {
    const auto& headings = analysis_.numbering.headings;
    const syntax::OutlineHeading& here = headings[static_cast<std::size_t>(heading)];
    const auto moved = [&](const parts::Part& part) { return part.state == parts::PartState::displaced && part.heading >= 0 && headings[static_cast<std::size_t>(part.heading)].parent == here.parent; };
    if (analysis_.parts.judged && here.previous < 0 && std::any_of(analysis_.parts.parts.begin(), analysis_.parts.parts.end(), moved)) return true;
    const auto& all = analysis_.parts.parts;
    return analysis_.parts.judged && std::any_of(all.begin(), all.end(), [&](const parts::Part& part) { return part.state == parts::PartState::absent && part.gap == heading; });
  }

  // Headings that only changed places: section-order tells it, and what is missing is told by its part.
  void forgive_permutation(SiblingsSubject& group) const {
    std::vector<int> numbers;
    bool displaced = false;
    for (const checks::SiblingHeading& heading : group.headings) {
      numbers.push_back(heading.number);
      displaced = displaced || (analysis_.parts.judged && std::any_of(analysis_.parts.parts.begin(), analysis_.parts.parts.end(), [&](const parts::Part& part) { return part.state == parts::PartState::displaced && part.block == heading.label.block; }));
    }
    std::sort(numbers.begin(), numbers.end());
    if (!displaced || std::adjacent_find(numbers.begin(), numbers.end()) != numbers.end()) return;
    for (checks::SiblingHeading& heading : group.headings) heading.fault = syntax::NumberingFault::none;
  }

  diagnostic::Place label_place(const syntax::OutlineHeading& heading) const {
    const syntax::Block& block = analysis_.blocks[heading.block].block;
    return {heading.block, {block.content, block.marker.label_end}};
  }

  checks::SiblingHeading sibling(const syntax::OutlineHeading& heading) const {
    const syntax::Block& block = analysis_.blocks[heading.block].block;
    const auto printed = analysis_.printed(heading.block);
    checks::SiblingHeading result;
    result.label = label_place(heading);
    result.printed = text::to_utf8(printed.substr(block.content, block.marker.label_end - block.content));
    result.title = text::to_utf8(printed.substr(block.title.begin, block.title.size()));
    result.number = heading.number;
    result.expected = heading.expected;
    result.style = heading.style;
    result.fault = heading.fault;
    return result;
  }

  const Analysis& analysis_;
  std::vector<Diagnostic>& found_;
  const diagnostic::Translations* translations_;
};

}  // namespace

text::Range range_of(const Analysis& analysis, const relations::ListedItem& item) {
  const std::vector<text::Range>& elements = analysis.blocks[item.block].extracted.places->elements;
  if (item.element >= elements.size()) return {0, static_cast<std::uint32_t>(analysis.printed(item.block).size())};   // a row that is listed as a whole
  const text::Range whole = elements[item.element];
  if (item.half == 0) return whole;
  const auto conjunction = analysis.printed(item.block).substr(0, whole.end).find_last_of(u"和及与");
  if (conjunction == std::u16string_view::npos || conjunction < whole.begin) return whole;
  const auto middle = static_cast<std::uint32_t>(conjunction);
  return item.half == 1 ? text::Range{whole.begin, middle} : text::Range{middle + 1, whole.end};
}

void check_block(const Analysis& analysis, std::uint32_t block, std::vector<Diagnostic>& found, const diagnostic::Translations* translations) {
  Runner(analysis, found, translations).run(block);
}

void check_document(const Analysis& analysis, const relations::DocumentView& view, std::vector<Diagnostic>& found, const diagnostic::Translations* translations) {
  Runner(analysis, found, translations).run(view);
}

void sort(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.block, a.place.range.begin, a.place.range.end, a.code) < std::tie(b.place.block, b.place.range.begin, b.place.range.end, b.code);
  });
}

void run_checks(Analysis& analysis, const relations::DocumentView& view, const diagnostic::Translations* translations) {
  for (std::uint32_t i = 0; i < analysis.blocks.size(); ++i) check_block(analysis, i, analysis.diagnostics, translations);
  check_document(analysis, view, analysis.diagnostics, translations);
  sort(analysis.diagnostics);
}

}  // namespace gouji::engine
