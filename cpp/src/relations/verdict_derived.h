// Judges figures that are computed from others by division or multiplication: shares, rates, rates of change, products.

#pragma once

#include "relations/relation.h"

namespace gouji::relations {

/// Whether the printed value is the quotient of its operands, rounded half up (holds), or truncated, off by less than one
/// last unit, or reached by the intervals for which the operands' printed values stand (rounding). With its calculation where `explained`.
Verdict judge_derived(const DocumentView& document, const Relation& relation, bool explained);

/// Whether some whole number of the things that the operand counts gives the printed rate: rounded half up (holds), or
/// truncated (rounding).
Verdict judge_possible(const DocumentView& document, const Relation& relation);

}  // namespace gouji::relations
