// Which headings are which parts: the best choice that keeps the order of both.

#pragma once

#include <vector>

namespace gouji::parts {

/// A heading that may be a part, and what choosing it is worth.
struct Offer {
  int candidate = 0;   // in text order
  int order = 0;       // of the part among its siblings
  int weight = 0;
};

/// Weights count by their fourth power, so that two likenesses do not outvote one sameness.
/// For each of `parts` the offer that it takes, or -1: of all choices in which later parts have later headings one of
/// the greatest weight, and of those the earliest headings. O(n log n) in the number of offers.
std::vector<int> align(const std::vector<Offer>& offers, int parts);

}  // namespace gouji::parts
