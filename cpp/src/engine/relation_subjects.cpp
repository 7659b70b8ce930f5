// Gives relations and findings their places and names.

#include "engine/relation_subjects.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/subjects.h"
#include "relations/match.h"
#include "text/text.h"

namespace gouji::engine {
namespace {

using checks::Member;
using checks::RelationSubject;
using checks::Suspect;
using relations::Correction;
using relations::Finding;
using relations::QuantityRef;
using relations::Relation;

class Maker {
 public:
  Maker(const Analysis& analysis, const relations::DocumentView& view) : analysis_(analysis), view_(view) {}

  RelationSubject subject(const Relation& relation) const {
    RelationSubject subject;
    subject.relation = &relation;
    subject.result = member(relation.result, 1);
    for (const relations::Operand& operand : relation.operands) {
      subject.operands.push_back(member(operand.quantity, operand.sign));
      subject.operands.back().agrees = view_.quantity(operand.quantity).value() == view_.quantity(relation.result).value();
    }
    for (const relations::ListedItem& item : relation.items) {
      subject.items.push_back({{item.block, range_of(analysis_, item)}});
    }
    return subject;
  }

  RelationSubject subject(const Finding& finding) const {
    const Relation& relation = analysis_.relations[finding.relation];
    RelationSubject subject = this->subject(relation);
    if (!finding.differing.empty()) keep_mentions(finding, relation, subject);
    if (finding.culprit) subject.culprit = suspect(*finding.culprit, relation);
    for (const Correction& candidate : finding.candidates) subject.candidates.push_back(suspect(candidate, relation));
    for (const std::size_t other : finding.others) subject.others.push_back(this->subject(analysis_.relations[other]));
    return subject;
  }

 private:
  // Of a restatement, those that agree and those that this finding is about.
  static void keep_mentions(const Finding& finding, const Relation& relation, RelationSubject& subject) {
    std::vector<Member> kept;
    for (std::size_t i = 0; i < relation.operands.size(); ++i) {
      const bool differs = std::find(finding.differing.begin(), finding.differing.end(), relation.operands[i].quantity) != finding.differing.end();
      if (differs || subject.operands[i].agrees) kept.push_back(subject.operands[i]);
    }
    subject.operands = std::move(kept);
  }

  Member member(QuantityRef ref, int sign) const {
    const facts::Quantity& quantity = view_.quantity(ref);
    const facts::Places& places = analysis_.blocks[ref.block].extracted.places;
    Member result;
    result.place = {ref.block, places.quantities[ref.ordinal]};
    result.number = {ref.block, places.numbers[ref.ordinal]};
    result.name = relations::name_of(view_, quantity);
    result.printed = text::to_utf8(quantity.printed);
    result.unit = text::to_utf8(quantity.printed_unit);
    result.kind = quantity.kind;
    result.sign = sign;
    return result;
  }

  Suspect suspect(const Correction& correction, const Relation& relation) const {
    Suspect suspect;
    suspect.slip = correction.repair.slip;
    suspect.formula = correction.formula;
    if (correction.wrong_base) {
      const Member base = member(*correction.wrong_base, 1);
      suspect.base = fmt::format("{} {}{}", base.name, base.printed, base.unit);
    }
    std::vector<QuantityRef> mentions = correction.mentions;
    std::stable_partition(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return relations::is_member(relation, mention); });
    for (const QuantityRef mention : mentions) {
      suspect.mentions.push_back(member(mention, 1));
      const text::Range number = suspect.mentions.back().number.range;
      const auto written = relations::written_like(analysis_.printed(mention.block).substr(number.begin, number.size()), correction.repair.number);
      if (written) suspect.edits.push_back({suspect.mentions.back().number, text::to_utf8(*written)});
    }
    suspect.needed = suspect.edits.empty() ? correction.repair.number.to_string() : suspect.edits.front().text;
    if (suspect.edits.size() < mentions.size()) suspect.edits.clear();
    return suspect;
  }

  const Analysis& analysis_;
  const relations::DocumentView& view_;
};

}  // namespace

void for_each_relation(const Analysis& analysis, const relations::DocumentView& view, const UseRelation& use) {
  const Maker maker(analysis, view);
  std::map<std::size_t, std::vector<const Finding*>> found;
  std::set<std::size_t> explained;
  for (const Finding& finding : analysis.findings) {
    found[finding.relation].push_back(&finding);
    explained.insert(finding.others.begin(), finding.others.end());
  }
  for (std::size_t i = 0; i < analysis.relations.size(); ++i) {
    const auto here = found.find(i);
    if (here != found.end()) {
      for (const Finding* finding : here->second) use(maker.subject(*finding), static_cast<int>(i));
    } else if (!explained.contains(i) && analysis.relations[i].verdict.status != relations::Status::holds) {
      use(maker.subject(analysis.relations[i]), static_cast<int>(i));
    }
  }
}

}  // namespace gouji::engine
