// Runs of sibling items that may each tell the same things: numbered lines, sub-headings, plain lines, clauses.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

/// An item: the amounts that stand in it outside brackets, in order.
struct RunItem {
  std::uint32_t block = 0;
  std::vector<QuantityRef> amounts;
};

/// A text before or behind a run that may tell its totals: some amounts of one block.
struct RunText {
  std::uint32_t block = 0;
  std::span<const QuantityRef> amounts;   // in order
  bool behind = false;                // the run
  bool beside = false;                // at most one block with amounts stands between it and the run
  bool recalls = false;               // 以上项目…: words that take up the items
};

struct ItemRun {
  std::vector<RunItem> items;
  std::vector<RunText> texts;         // nearest first; one behind the run before those before it
  bool clauses = false;               // parts of one block
};

/// All amounts of prose, in order; what the texts of runs tell lives as long as these.
struct ProseAmounts {
  std::vector<QuantityRef> told;
  std::vector<std::size_t> begins;     // of each block in `told`, and the end
};

ProseAmounts amounts_of_prose(const DocumentView& document);

/// The runs whose first item stands in the block, or right behind it.
std::vector<ItemRun> find_runs(const DocumentView& document, const ProseAmounts& amounts, std::uint32_t block);

}  // namespace gouji::relations
