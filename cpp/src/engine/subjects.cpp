// Makes the subjects and runs the checks on them.

#include "engine/subjects.h"

#include <algorithm>
#include <map>

#include "checks/check.h"
#include "relations/match.h"

namespace gouji::engine {
namespace {

using checks::Member;
using checks::RelationSubject;
using checks::SiblingsSubject;
using diagnostic::Collector;
using diagnostic::Diagnostic;

class Runner {
 public:
  Runner(Analysis& analysis, const relations::DocumentView& view) : analysis_(analysis), view_(view) {}

  void run() {
    for (std::uint32_t i = 0; i < analysis_.blocks.size(); ++i) run_on(block_subject(i), -1);
    for (const SiblingsSubject& siblings : sibling_groups()) run_on(siblings, -1);
    for (std::size_t i = 0; i < analysis_.relations.size(); ++i) run_on(relation_subject(analysis_.relations[i]), static_cast<int>(i));
    std::stable_sort(analysis_.diagnostics.begin(), analysis_.diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::tie(a.place.block, a.place.range.begin, a.place.range.end, a.code) < std::tie(b.place.block, b.place.range.begin, b.place.range.end, b.code);
    });
  }

 private:
  template <typename Subject>
  void run_on(const Subject& subject, int relation) {
    using Function = void (*)(const Subject&, Collector&);
    for (const auto& [group, check] : checks::registry()) {
      const Function* run = std::get_if<Function>(&check->run);
      if (!run) continue;
      Collector collector(analysis_.diagnostics, check->code, check->severity, relation);
      (*run)(subject, collector);
    }
  }

  checks::BlockSubject block_subject(std::uint32_t index) const {
    const BlockRecord& record = analysis_.blocks[index];
    return {index, analysis_.printed(index), &record.block, &record.extracted.facts, &record.extracted.places};
  }

  std::vector<SiblingsSubject> sibling_groups() const {
    std::vector<SiblingsSubject> groups;
    std::map<int, std::size_t> group_of;   // heading -> group
    const auto& headings = analysis_.outline.headings;
    for (std::size_t i = 0; i < headings.size(); ++i) {
      if (headings[i].style == syntax::MarkerStyle::none) continue;
      const auto previous = group_of.find(headings[i].previous);
      const std::size_t group = headings[i].previous >= 0 && previous != group_of.end() ? previous->second : groups.size();
      if (group == groups.size()) groups.emplace_back();
      groups[group].headings.push_back(sibling(headings[i]));
      group_of[static_cast<int>(i)] = group;
    }
    return groups;
  }

  checks::SiblingHeading sibling(const syntax::OutlineHeading& heading) const {
    const syntax::Block& block = analysis_.blocks[heading.block].block;
    const auto printed = analysis_.printed(heading.block);
    checks::SiblingHeading result;
    result.label = {heading.block, {block.content, block.marker.label_end}};
    result.printed = text::to_utf8(printed.substr(block.content, block.marker.label_end - block.content));
    result.title = text::to_utf8(printed.substr(block.title.begin, block.title.size()));
    result.number = heading.number;
    result.expected = heading.expected;
    result.style = heading.style;
    result.fault = heading.fault;
    return result;
  }

  Member member(relations::QuantityRef ref, int sign) const {
    const facts::Quantity& quantity = view_.quantity(ref);
    const facts::Places& places = analysis_.blocks[ref.block].extracted.places;
    Member result;
    result.place = {ref.block, places.quantities[ref.ordinal]};
    result.number = {ref.block, places.numbers[ref.ordinal]};
    result.name = relations::name_of(view_, quantity);
    result.printed = text::to_utf8(quantity.printed);
    result.unit = text::to_utf8(quantity.printed_unit);
    result.sign = sign;
    return result;
  }

  RelationSubject relation_subject(const relations::Relation& relation) const {
    RelationSubject subject;
    subject.relation = &relation;
    subject.result = member(relation.result, 1);
    for (const relations::Operand& operand : relation.operands) {
      subject.operands.push_back(member(operand.quantity, operand.sign));
      subject.operands.back().agrees = view_.quantity(operand.quantity).value() == view_.quantity(relation.result).value();
    }
    for (const relations::ListedItem& item : relation.items) {
      const facts::Places& places = analysis_.blocks[item.block].extracted.places;
      subject.items.push_back({{item.block, half_of(analysis_, item, places.elements[item.element])}});
    }
    return subject;
  }

  Analysis& analysis_;
  const relations::DocumentView& view_;
};

}  // namespace

text::Range half_of(const Analysis& analysis, const relations::ListedItem& item, text::Range whole) {
  if (item.half == 0) return whole;
  const auto conjunction = analysis.printed(item.block).substr(0, whole.end).find_last_of(u"和及与");
  if (conjunction == std::u16string_view::npos || conjunction < whole.begin) return whole;
  const auto middle = static_cast<std::uint32_t>(conjunction);
  return item.half == 1 ? text::Range{whole.begin, middle} : text::Range{middle + 1, whole.end};
}

void run_checks(Analysis& analysis, const relations::DocumentView& view) { Runner(analysis, view).run(); }

}  // namespace gouji::engine
