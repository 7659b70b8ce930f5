// Which quantities of a document have one value, whatever unit they are printed in.

#pragma once

#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

/// Values are numbered in the order in which they are first told: 0.5万元 and 5000元 are one.
class Values {
 public:
  explicit Values(const DocumentView& document);

  std::size_t count() const { return count_; }
  std::size_t of(QuantityRef ref) const { return values_[ref.block][ref.ordinal]; }

 private:
  std::vector<std::vector<std::size_t>> values_;   // of each block's quantities
  std::size_t count_ = 0;
};

}  // namespace gouji::relations
