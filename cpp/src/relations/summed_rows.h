// The rows of amounts before a total that it may sum up.

#pragma once

#include <vector>

#include "relations/layout.h"
#include "relations/relation.h"

namespace gouji::relations {

class SummedRows {
 public:
  using Row = std::vector<QuantityRef>;
  explicit SummedRows(const DocumentView& document) : document_(document), layout_(*document.layout) {}

  /// Amounts before the total that it may sum up, nearest first; those that are parts of another total only where asked for.
  Row row_before(QuantityRef total, int sentences, bool parts_too) const;
  /// What was summed up itself counts (每艘18万元，计72万元), and what stands behind 其中 does not.
  Row wholes_before(QuantityRef total, int sentences) const;
  /// The parts of the last list before the total, in its sentence or the one before.
  Row last_list(QuantityRef total) const;
  bool is_part(QuantityRef ref) const;

 private:
  const facts::Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  bool is_behind_announcement(QuantityRef ref) const;

  const DocumentView& document_;
  const Layout& layout_;
};

}  // namespace gouji::relations
