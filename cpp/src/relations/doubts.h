// What speaks against taking two different values for one figure told twice.

#pragma once

#include <string_view>
#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

struct Table;

/// All mentions have one key and are in the order of the document.
class Doubts {
 public:
  explicit Doubts(const DocumentView& document) : document_(document) {}

  /// One table tells different things under one name, not one thing twice.
  bool in_one_table(const std::vector<QuantityRef>& mentions) const;

  /// The mentions, whose values differ, may be of different things.
  bool any(const std::vector<QuantityRef>& mentions) const;

 private:
  bool in_tables_of_one_title(const std::vector<QuantityRef>& mentions) const;
  bool in_one_paragraph(const std::vector<QuantityRef>& mentions) const;
  bool of_several_funds(const std::vector<QuantityRef>& mentions) const;
  bool of_several_levels(const std::vector<QuantityRef>& mentions) const;
  bool in_items_of_different_leads(const std::vector<QuantityRef>& mentions) const;
  bool is_goal_of_another(const std::vector<QuantityRef>& mentions) const;
  std::u16string_view lead_of(QuantityRef ref) const;
  bool stands_below(QuantityRef ref, std::u16string_view words) const;   // a heading that says them
  int section_of(std::uint32_t block) const;
  int fund_of(QuantityRef ref) const;
  const Table* table_of(QuantityRef mention) const;

  const DocumentView& document_;
};

}  // namespace gouji::relations
