// Which figure is wrong: the fewest figures whose change makes violated relations hold (Fellegi and Holt 1976).

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "relations/relation.h"
#include "relations/slips.h"

namespace gouji::relations {

/// A figure that may be wrong, and what it would have to be.
struct Correction {
  std::vector<QuantityRef> mentions;   // the figure, or every mention of one that is told alike in several places
  Repair repair;
  std::optional<QuantityRef> wrong_base;   // Slip::base: what the quotient was taken of
  std::string formula;                 // of a candidate: the calculation with its value; empty where it is long
  bool operator==(const Correction& other) const { return mentions == other.mentions && repair == other.repair; }
};

/// One slip: the violated relations that it explains, and the culprit where there is only one answer.
struct Finding {
  std::size_t relation = 0;            // the one that is reported; indices into the relations
  std::vector<std::size_t> others;     // violated for the same cause
  std::vector<QuantityRef> differing;  // of a restatement that is reported: the mentions that it is about
  std::optional<Correction> culprit;
  std::vector<Correction> candidates;  // where there are several answers: the likeliest three, the result first
};

/// Every violated relation is in a finding; a restatement may be in several, with other mentions. In order of the
/// relations that are reported.
std::vector<Finding> find_culprits(const DocumentView& document, const std::vector<Relation>& relations);

}  // namespace gouji::relations
