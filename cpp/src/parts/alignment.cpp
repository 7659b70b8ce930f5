// A heaviest increasing chain, with a Fenwick tree of prefix maxima.

#include "parts/alignment.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace gouji::parts {
namespace {

struct Chain {
  std::int64_t weight = 0;
  int last = -1;   // offer
};

class PrefixMaximum {
 public:
  explicit PrefixMaximum(int size) : tree_(static_cast<std::size_t>(size) + 1) {}

  Chain below(int order) const {   // over orders 0..order-1
    Chain best;
    for (int i = order; i > 0; i -= i & -i) {
      if (tree_[static_cast<std::size_t>(i)].weight > best.weight) best = tree_[static_cast<std::size_t>(i)];
    }
    return best;
  }
  void raise(int order, Chain chain) {
    for (int i = order + 1; i < static_cast<int>(tree_.size()); i += i & -i) {
      if (chain.weight > tree_[static_cast<std::size_t>(i)].weight) tree_[static_cast<std::size_t>(i)] = chain;
    }
  }

 private:
  std::vector<Chain> tree_;
};

}  // namespace

std::vector<int> align(const std::vector<Offer>& offers, int parts) {
  std::vector<int> sequence(offers.size());
  std::iota(sequence.begin(), sequence.end(), 0);
  const auto at = [&](int index) -> const Offer& { return offers[static_cast<std::size_t>(index)]; };
  std::stable_sort(sequence.begin(), sequence.end(), [&](int a, int b) {
    return at(a).candidate != at(b).candidate ? at(a).candidate < at(b).candidate : at(a).order > at(b).order;
  });
  PrefixMaximum chains(parts);
  std::vector<int> before(offers.size(), -1);
  Chain best;
  for (const int index : sequence) {
    Chain chain = chains.below(at(index).order);
    before[static_cast<std::size_t>(index)] = chain.last;
    const auto weight = static_cast<std::int64_t>(at(index).weight);
    chain = {chain.weight + weight * weight * weight * weight, index};   // one heading that says the same counts for more than two that are like
    if (chain.weight > best.weight) best = chain;
    chains.raise(at(index).order, chain);
  }
  std::vector<int> taken(static_cast<std::size_t>(parts), -1);
  for (int index = best.last; index >= 0; index = before[static_cast<std::size_t>(index)]) taken[static_cast<std::size_t>(at(index).order)] = index;
  return taken;
}

}  // namespace gouji::parts
