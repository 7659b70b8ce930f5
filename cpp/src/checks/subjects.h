// What checks are called with. A check sees its subject and nothing beyond it.

#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "facts/facts.h"
#include "facts/signals.h"
#include "parts/parts.h"
#include "relations/relation.h"
#include "relations/slips.h"
#include "syntax/outline.h"

namespace gouji::checks {

using diagnostic::Edit;
using diagnostic::Place;

/// One block with its facts.
struct BlockSubject {
  std::uint32_t index = 0;
  std::u16string_view printed;
  const syntax::Block* block = nullptr;
  const facts::Facts* facts = nullptr;
  const facts::Places* places = nullptr;

  Place place(text::Range range) const { return {index, range}; }
  std::string quote(text::Range range) const;
};

/// A heading among its siblings.
struct SiblingHeading {
  Place label;           // the marker, without blanks
  std::string printed;   // its characters
  std::string title;
  int number = 0, expected = 0;
  syntax::MarkerStyle style = syntax::MarkerStyle::none;
  syntax::NumberingFault fault = syntax::NumberingFault::none;
  bool has_children = false;
};

/// A heading without the number that its siblings have.
struct UnnumberedHeading {
  Place title;
  std::string printed;
  int number = 0;        // that it should have
  Place sibling;         // the label of a heading of its group
};

/// Headings of one style under one parent, in order.
struct SiblingsSubject {
  std::vector<SiblingHeading> headings;
  std::vector<UnnumberedHeading> unnumbered;
  syntax::MarkerStyle parent_style = syntax::MarkerStyle::none;
};

/// A heading of the text with what is below it.
struct SectionSubject {
  Place heading;          // the title
  std::string printed;    // label and title
  int level = 1;          // 0 without a number
  bool is_part = false;   // of the recognised family
  bool none_is_answer = false;
  parts::BodyKind body = parts::BodyKind::text;
  Place answer;           // the body, where it is one answer
  std::string unkept;     // what the heading announces and nothing below it tells
  bool told_as_part = false;  // the same is told as a missing part
  Place open_colon;       // 如下： at the end of the section, with nothing behind it; empty where there is none
};

/// Something that a part leaves unsaid.
struct UnstatedElement {
  std::string id, name, prompt;
  profile::Importance importance = profile::Importance::warning;
  Place place;            // empty, in the part
  Place insert;           // where it may be written
};

/// A section of the family, as the text has it; or, without a section, the family's whole text.
struct PartSubject {
  parts::PartState state = parts::PartState::present;
  profile::Importance importance = profile::Importance::warning;
  bool forced = false;           // the family was named by the user
  std::string title;             // the section's name in the family
  std::string printed;           // its heading in the text
  Place heading;
  Place place;                   // empty, where an absent part belongs
  std::vector<Edit> insertion;   // the skeleton and the numbers that move on
  std::string gap_printed;       // the number whose gap shows that the part is missing
  Place gap;
  std::string follows;           // title of the part that should stand before it
  Place follows_place;
  std::vector<std::string> absent_children;  // all of them, where all are
  std::vector<UnstatedElement> unstated;
  std::string contradiction;     // the amount that contradicts a bare "none"
  Place answer, contradiction_place;

  diagnostic::Severity severity() const {
    if (importance == profile::Importance::info) return diagnostic::Severity::info;
    return forced ? diagnostic::Severity::error : diagnostic::Severity::warning;
  }
};

/// Items that are counted in one list: 一是 … 二是 …, ① … ②, （1） … （2）.
struct EnumerationItem {
  Place label;
  std::string printed;
  int number = 0;
};
struct EnumerationSubject {
  syntax::MarkerStyle style = syntax::MarkerStyle::enumeration;
  std::vector<EnumerationItem> items;
};

/// Signals of one kind and key, in order.
struct SignalMember {
  Place place;
  std::string printed;
  int number = 0, year = 0;
  bool before_headings = false;  // stands above the first heading
};
struct SignalsSubject {
  facts::SignalKind kind = facts::SignalKind::session;
  int report_year = 0;              // of the title, or 0
  std::vector<SignalMember> members;
  std::vector<int> targets;         // references: the numbers that exist; 0 for one without a number
};

/// Headings whose numbers have one form that is not the standard one.
enum class HeadingForm : std::uint8_t { converted, comma_after_arabic, mark_after_bracket, halfwidth_bracket };
struct HeadingFormSubject {
  HeadingForm form = HeadingForm::converted;
  std::vector<Place> labels;
  std::vector<std::string> printed, standard;
};

/// A quantity of a relation, as messages need it.
struct Member {
  Place place;           // with unit and approximation
  Place number;
  std::string name;      // what it measures
  std::string printed, unit;
  profile::UnitKind kind = profile::UnitKind::other;
  int sign = 1;
  bool agrees = true;    // restatement: equals the first mention
};

struct ListedThing {
  Place place;
};

/// A figure that may be wrong, and what it would have to be.
struct Suspect {
  std::vector<Member> mentions;   // the one in this relation first
  std::string needed;             // as it would be printed
  relations::Slip slip = relations::Slip::none;
  std::string base;               // Slip::base: name and value of what the quotient was taken of
  std::string formula;            // the calculation with the needed value; empty where it is long
  std::vector<Edit> edits;        // of the numbers; empty where they cannot be written alike
};

/// A relation with its members resolved. A violated one stands also for others that the same slip violates.
struct RelationSubject {
  const relations::Relation* relation = nullptr;
  Member result;
  std::vector<Member> operands;
  std::vector<ListedThing> items;
  std::optional<Suspect> culprit;      // where the answer is unique
  std::vector<Suspect> candidates;     // where it is not
  std::vector<RelationSubject> others;

  /// Where the diagnostic stands: on the culprit, else on `usual`.
  Place place(const Member& usual) const { return culprit ? culprit->mentions.front().place : usual.place; }
  bool accuses(const Member& member) const { return culprit && culprit->mentions.front().place == member.place; }
  /// 416000万元 for 41.6万元: only the unit is wrong, and unit-slip tells it.
  bool slipped_unit() const { return relation->verdict.status == relations::Status::violated && culprit && culprit->slip == relations::Slip::unit; }
  bool violated() const { return relation->verdict.status == relations::Status::violated && !slipped_unit(); }
  /// 基本支出 92.18 + 项目支出 46.86
  std::string spelled_sum() const;
  /// The labels and values that identify the relation's diagnostic.
  std::string identity() const;
  diagnostic::Severity severity() const {
    const bool proof = relation->proof || std::any_of(others.begin(), others.end(), [](const RelationSubject& other) { return other.relation->proof; });
    return proof ? diagnostic::Severity::error : diagnostic::Severity::warning;
  }
};

}  // namespace gouji::checks
