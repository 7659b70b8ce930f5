// The search for culprits among violated relations that hang together.

#pragma once

#include <optional>
#include <vector>

#include "relations/trial.h"

namespace gouji::relations {

class CulpritSearch {
 public:
  CulpritSearch(Trial& trial, std::vector<Finding>& findings) : trial_(trial), findings_(findings) {}

  /// Tells what is wrong in a component: violated relations that are tied by their members.
  void explain(std::vector<std::size_t> violated);

 private:
  using Options = std::vector<Option>;
  struct Pair {
    const Option* first = nullptr;
    const Option* second = nullptr;
    int slips = 0, mended = 0;
  };

  bool by_one_figure(const std::vector<std::size_t>& violated);
  bool by_two_figures(const std::vector<std::size_t>& violated);
  bool by_greatest_part(const std::vector<std::size_t>& violated);
  void alone(std::size_t relation);
  void explain_rest(const std::vector<std::size_t>& violated, const std::vector<std::size_t>& explained);

  Options all_options(const std::vector<std::size_t>& violated, std::size_t least_touched, bool together, bool slips_only = false);
  std::vector<Pair> best_pairs(const Options& options, const std::vector<std::size_t>& violated);
  std::optional<Correction> computed_result(std::size_t relation);
  void report(std::vector<std::size_t> explained, std::optional<Correction> culprit, const Options& candidates);

  Trial& trial_;
  std::vector<Finding>& findings_;
};

}  // namespace gouji::relations
