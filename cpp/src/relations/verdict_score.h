// Judges a score that is a weight times a rate.

#pragma once

#include "relations/relation.h"

namespace gouji::relations {

/// Weight × rate, no more than the weight. A score cut or rounded to a whole number is a tail. With its calculation where `explained`.
Verdict judge_score(const DocumentView& document, const Relation& relation, bool explained);

}  // namespace gouji::relations
