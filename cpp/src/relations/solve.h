// Solves a relation for one of its members: what that figure must be for the relation to hold.

#pragma once

#include <optional>
#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

using Interval = std::pair<number::Ratio, number::Ratio>;   // closed

/// Values in the base unit. A member of a sum has one point; one of a quotient any value of an interval.
struct Needed {
  std::vector<number::Decimal> points;   // exact solutions
  std::vector<Interval> holds;           // their values make the quotient hold
  std::optional<Interval> within;        // no value outside makes it hold or round; none: not known
};

/// What `member` must be where the other members are right; empty where the kind says nothing of values.
Needed solve(const DocumentView& document, const Relation& relation, QuantityRef member);

}  // namespace gouji::relations
