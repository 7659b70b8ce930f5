// Judges a relation with exact arithmetic.

#pragma once

#include "relations/relation.h"

namespace gouji::relations {

/// Whether a relation whose members are known holds. Sums, balances and restatements are read at the finest
/// precision printed among members of one unit; members of different units are compared as intervals of their printed
/// precision (XBRL Calculations 1.1, nearest). A quotient holds where it rounds half up to the printed value.
Verdict judge(const DocumentView& document, const Relation& relation);

/// The same with the calculation: `expected`, `difference` and `formula`. Linkers judge many relations that are not kept
/// or never shown, so that `link` has the calculation of the kept ones written at its end.
Verdict explain(const DocumentView& document, const Relation& relation);

/// Value of the operands in the base unit, with signs.
number::Decimal signed_sum(const DocumentView& document, const Relation& relation);

}  // namespace gouji::relations
