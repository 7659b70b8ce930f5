// The linker of part lists: what a block announces, in the block and in the lines and sub-headings behind it.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "relations/match.h"
#include "relations/part_list.h"

namespace gouji::relations {

class ListLinker {
 public:
  ListLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run();
 private:
  const facts::Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void link(std::uint32_t block);
  void follow(PartList& list, std::uint32_t block);
  void infer_items(std::uint32_t block);
  void sum_up_lines(std::uint32_t block);
  bool announces_each(std::uint32_t line) const;
  bool has_parts(QuantityRef total) const;
  bool announces_another(std::uint32_t line, const facts::Quantity& total) const;
  void add_candidates_of(PartList& list, std::uint32_t block) const;
  bool goes_on_as_item(std::uint32_t first) const;
  bool is_below(std::uint32_t heading_block, std::uint32_t block) const;
  void follow_headings(PartList& list, std::uint32_t block, std::uint32_t next) const;
  void follow_items(PartList& list, std::uint32_t next) const;
  void follow_lines(PartList& list, std::uint32_t next) const;
  bool add_first_amount(PartList& list, std::uint32_t block) const;
  std::optional<QuantityRef> find_total(const PartList& list, const facts::Quantity& part) const;
  // What is left over is seldom what the next lines divide.
  bool is_balance(const facts::Quantity& value) const { return has_indicator(document_, value, "closing_balance") || has_indicator(document_, value, "opening_balance"); }

  bool has_named_indicator(const facts::Quantity& value, std::u16string_view words) const;
  void emit(const PartList& list);
  void emit_second_measure(const PartList& list);
  void emit_count(const PartList& list);
  Relation sum_of(const PartList& list, const std::vector<QuantityRef>& parts) const;
  bool take_second_reading(const PartList& list);
  bool take_other_total(const PartList& list);
  bool take_nested_reading(const PartList& list);
  bool may_pick_some(const PartList& list, bool exceeds) const;
  bool keep_if_good(const PartList& list, const std::vector<QuantityRef>& parts);
  bool stays_below(const PartList& list) const;
  bool names_other_things(const PartList& list) const;
  bool continues_series(const PartList& list) const;
  bool take_other_basis(const PartList& list);
  bool accuse_slip(const PartList& list);
  std::vector<QuantityRef> said_before(const PartList& list) const;
  bool is_overlapping(const PartList& list) const;
  bool mixes_bases(const PartList& list) const;
  bool has_complements(const PartList& list) const;
  bool parts_are_named(const PartList& list) const;
  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const std::vector<PartList>* around_ = nullptr;   // the lists of the block
};

}  // namespace gouji::relations
