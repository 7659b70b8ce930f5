// Weighs likeness against the level of the heading: a part of the first level is rarely told by a sub-heading.

#include "parts/offers.h"

#include <algorithm>

namespace gouji::parts {
namespace {

constexpr int sameness = 40;                // what the same content counts for beside likeness
constexpr int least_weight = 50;
constexpr int least_weight_of_a_root = 60;

// `highest`: the highest level of a numbered heading among the candidates.
int level_worth(const Candidate& candidate, int depth, int highest) {
  if (candidate.leads) return -20;
  if (candidate.level == 0) return 5;
  if (depth == 1) return candidate.level == 1 ? 15 : candidate.level == 2 ? -30 : -40;
  return candidate.level == 1 ? -25 : candidate.level == highest ? 10 : -15;
}

}  // namespace

std::vector<Offer> offers(const std::vector<Candidate>& candidates, std::size_t first, std::size_t last, const FamilyModel& model, const std::vector<int>& among, int depth, const std::vector<bool>& taken) {
  std::vector<Offer> all;
  const int parent = among.empty() ? -1 : model.nodes()[static_cast<std::size_t>(among.front())].parent;
  int highest = 0;
  for (std::size_t i = first; i < last; ++i) {
    const int level = candidates[i].level;
    if (level > 0 && (highest == 0 || level < highest)) highest = level;
  }
  for (std::size_t i = first; i < last; ++i) {
    const Candidate& candidate = candidates[i];
    if (taken[i] || (candidate.leads && depth == 1)) continue;
    for (const NamedSection& named : candidate.leads ? model.sections_called(candidate.key) : model.sections_named(candidate.key)) {
      const SectionNode& node = model.nodes()[static_cast<std::size_t>(named.node)];
      if (node.parent != parent) continue;
      const bool same = named.likeness >= same_content && (depth > 1 || candidate.level <= 1);
      const int likeness = same ? same_content + sameness : std::min(named.likeness, same_content);   // equal contents weigh the same: the earlier heading is taken
      const int weight = likeness + level_worth(candidate, depth, highest);
      if (weight >= (depth == 1 ? least_weight_of_a_root : least_weight)) all.push_back({static_cast<int>(i), node.order, weight});
    }
  }
  return all;
}

}  // namespace gouji::parts
