// What checks are called with. A check sees its subject and nothing beyond it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "facts/facts.h"
#include "relations/relation.h"
#include "syntax/outline.h"

namespace gouji::checks {

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
};

/// Headings of one style under one parent, in order.
struct SiblingsSubject {
  std::vector<SiblingHeading> headings;
};

/// A quantity of a relation, as messages need it.
struct Member {
  Place place;           // with unit and approximation
  Place number;
  std::string name;      // what it measures
  std::string printed, unit;
  int sign = 1;
  bool agrees = true;    // restatement: equals the first mention
};

struct ListedThing {
  Place place;
};

/// A relation with its members resolved.
struct RelationSubject {
  const relations::Relation* relation = nullptr;
  Member result;
  std::vector<Member> operands;
  std::vector<ListedThing> items;

  bool violated() const { return relation->verdict.status == relations::Status::violated; }
  /// 基本支出 92.18 + 项目支出 46.86
  std::string spelled_sum() const;
  /// The labels and values that identify the relation's diagnostic.
  std::string identity() const;
  diagnostic::Severity severity() const { return relation->proof ? diagnostic::Severity::error : diagnostic::Severity::warning; }
};

}  // namespace gouji::checks
