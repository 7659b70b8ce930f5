// Verdicts of what is derived from other amounts: changes, products and scores.

#pragma once

#include "relations/relation.h"

namespace gouji::relations {

/// An amount of change: current - earlier. A rate of change: of current and earlier, or of the amount of change and earlier.
/// A magnitude is compared where the change is printed without its sign (`Relation::unsigned_change`).
Verdict judge_change(const DocumentView& document, const Relation& relation);

/// 单价 × 数量.
Verdict judge_product(const DocumentView& document, const Relation& relation);

/// Weight × rate, no more than the weight. A score cut or rounded to a whole number is a tail.
Verdict judge_score(const DocumentView& document, const Relation& relation);

}  // namespace gouji::relations
