// What choosing a heading as a part is worth.

#pragma once

#include <vector>

#include "parts/alignment.h"
#include "parts/candidates.h"
#include "parts/family_model.h"

namespace gouji::parts {

/// Offers of candidates [first, last) for the sections `among` (siblings, at `depth` 1 for the outermost). `taken` marks
/// candidates that are other parts already. Offer::candidate counts from the first of all candidates.
std::vector<Offer> offers(const std::vector<Candidate>& candidates, std::size_t first, std::size_t last, const FamilyModel& model, const std::vector<int>& among, int depth, const std::vector<bool>& taken);

constexpr int least_same = 110;       // weight of a heading of the right level that says the same
constexpr int least_displaced = 90;   // weight from which a heading out of order is a part

}  // namespace gouji::parts
