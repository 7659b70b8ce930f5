// Judges figures that are computed from others by division or multiplication: shares, rates, rates of change, products.

#pragma once

#include "relations/relation.h"

namespace gouji::relations {

/// Whether the printed value is the quotient of its operands, rounded half up (holds), or truncated, off by less than one
/// last unit, or reached by the intervals for which the operands' printed values stand (rounding). With its calculation where `explained`.
Verdict judge_derived(const DocumentView& document, const Relation& relation, bool explained);

/// The power of ten by which the value of a length, area or weight is divided where it is multiplied with a price: that of
/// the unit that the price is of, 3 for 每公里.
int per_exponent(const DocumentView& document, const Relation& relation, const facts::Quantity& count);

}  // namespace gouji::relations
