// Subjects made of relations: each with the figures that may be wrong in it.

#pragma once

#include <functional>

#include "checks/subjects.h"
#include "engine/analysis.h"

namespace gouji::engine {

using UseRelation = std::function<void(const checks::RelationSubject&, int relation)>;

/// In order of the relations. One that is violated for the same cause as another is no subject of its own.
void for_each_relation(const Analysis& analysis, const relations::DocumentView& view, const UseRelation& use);

}  // namespace gouji::engine
