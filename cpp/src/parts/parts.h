// The parts of a text: which sections of a family it has, where those that it lacks belong, and what they leave unsaid.

#pragma once

#include <string>
#include <vector>

#include "parts/body.h"
#include "parts/family_model.h"
#include "relations/relation.h"

namespace gouji::parts {

enum class PartState : std::uint8_t {
  present,     // has a heading in its place
  displaced,   // has a heading, in another order
  shared,      // told under the heading of a sibling: 存在的问题及改进措施
  mentioned,   // no heading, but its words stand in the text of the part around it
  absent,
  unasked,     // below a part that is not there, or says nothing: one cause is told once
};

/// A place before `block`, or behind the last block where `block` is their number.
struct Part {
  int node = 0;                 // index into FamilyModel::nodes
  int parent = -1;              // index into Parts::parts
  PartState state = PartState::absent;
  std::uint32_t block = 0;      // of the heading; of the place where an absent part belongs
  text::Range title;
  int heading = -1;             // index into the outline, or -1
  bool leads = false;           // the heading is the first words of a paragraph
  std::uint32_t end = 0;        // first block behind the part
  Body body;
  std::vector<int> unstated;    // indexes into Section::elements
  int gap = -1;                 // absent: the outline heading whose gap in numbering it explains
  int follows = -1;             // displaced: the part that should stand before it, or absent: the part before it
  relations::QuantityRef contradicted_by;  // of a bare "none": an amount that says otherwise
  bool contradicted = false;
};

/// A heading without the number that its siblings have.
struct Unnumbered {
  std::uint32_t block = 0;
  text::Range title;
  int next = -1;                // outline heading whose gap it explains, or -1
  int sibling = -1;             // an outline heading of the same group
  int number = 0;               // that it should have
};

struct Parts {
  const FamilyModel* model = nullptr;
  bool forced = false;
  int found = 0, asked = 0;     // top-level parts
  std::vector<std::u16string> evidence;  // tell-tale headings and title words that were found
  bool judged = false;          // whether absences are told: not of a text that is no report at all
  std::vector<Part> parts;      // one for each node, in order of nodes
  std::vector<int> unstated;    // indexes into Family::elements
  std::uint32_t closing = 0;    // where the closing lines begin
  std::vector<Unnumbered> unnumbered;

  const profile::Section& section(const Part& part) const { return *model->nodes()[static_cast<std::size_t>(part.node)].section; }
};

}  // namespace gouji::parts
