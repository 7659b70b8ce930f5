// Which quantities of a document have one value, whatever unit they are printed in.

#pragma once

#include <span>
#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

/// Values are numbered in the order in which they are first told: 0.5万元 and 5000元 are one.
class Values {
 public:
  explicit Values(const DocumentView& document);

  std::size_t count() const { return count_; }
  std::size_t of(QuantityRef ref) const { return values_[place_of(ref)]; }
  /// The place of a quantity among all quantities of the document, of which there are `size()`.
  std::size_t place_of(QuantityRef ref) const { return begins_[ref.block] + ref.ordinal; }
  std::size_t size() const { return values_.size(); }
  /// All quantities whose value is this one, whatever its sign, in the order of the document; none for a negative one.
  std::span<const QuantityRef> told(std::size_t value) const { return {told_.data() + told_begins_[value], told_begins_[value + 1] - told_begins_[value]}; }

 private:
  std::vector<std::size_t> values_;        // of all quantities
  std::vector<std::size_t> begins_;        // of each block in values_
  std::vector<QuantityRef> told_;          // by value
  std::vector<std::size_t> told_begins_;   // of each value in told_
  std::size_t count_ = 0;
};

}  // namespace gouji::relations
