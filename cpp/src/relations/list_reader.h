// The reader of part lists: a stack of open lists over the skeleton of a block, one stack for each bracket.

#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "relations/match.h"
#include "relations/part_list.h"

namespace gouji::relations {

/// One bracket level: what was said in the sentence so far, and the lists that are open.
struct Frame {
  std::vector<PartList> lists;
  std::vector<QuantityRef> amounts;           // of this sentence
  std::vector<QuantityRef> sentence_before;   // of the sentence before, for "。其中："
  std::vector<PartList> waiting;              // closed by a mark; later parts may follow
  std::vector<QuantityRef> grouped;           // the total that 按…分 divides
  std::vector<QuantityRef> earlier;           // of all sentences before
  std::vector<QuantityRef> changes;           // amounts of change in this sentence
  bool clause_has_part = false;
  bool announced_in_segment = false;
};

class ListReader {
 public:
  ListReader(const DocumentView& document, std::uint32_t block)
      : document_(document), block_(block), facts_(*document.blocks[block].facts) {
    frames_.emplace_back();
  }

  BlockLists run();
 private:
  Frame& frame() { return frames_.back(); }
  const Frame& frame() const { return frames_.back(); }
  const facts::Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  QuantityRef ref(const facts::Element& element) const { return {block_, static_cast<std::uint32_t>(element.value)}; }

  void step(const facts::Element& element);
  void amount(QuantityRef here);
  std::vector<QuantityRef> candidates();
  void add_part(QuantityRef here);
  bool is_parallel(const PartList& list, const facts::Quantity& value) const;
  void end_list();
  void add_second_measure(PartList& list, QuantityRef here);
  bool belongs_outside(const facts::Quantity& value);
  bool is_term_of(QuantityRef total, const facts::Quantity& value) const;
  std::optional<QuantityRef> find_total(const PartList& list, const facts::Quantity& part) const;
  bool is_divided(QuantityRef amount) const;
  bool told_in_turn(QuantityRef amount) const;
  bool follows_directly(QuantityRef candidate) const;
  bool ends_a_row(QuantityRef candidate) const;
  bool takes_up_parts() const;
  std::optional<QuantityRef> find_named(const PartList& list, const facts::Quantity& part) const;
  std::optional<QuantityRef> named_before(const PartList& list, const facts::Quantity& part) const;
  static bool same_kind(std::u16string_view label, std::u16string_view name);
  const profile::Entry* indicator_in(std::u16string_view words) const;
  void announce_by_number(QuantityRef number_ref);
  void infer_scores(QuantityRef total);
  void add_to_named_total(QuantityRef here);
  void complete_pair(QuantityRef here);
  std::optional<std::size_t> number_before() const;
  void add_to_total(QuantityRef here);
  void prefer_last_row(PartList& list, QuantityRef total) const;
  std::optional<QuantityRef> rest_behind(QuantityRef total) const;
  void announce(const facts::Element& element, bool complete, bool partial);
  bool starts_block() const;
  static bool says_all(const facts::Element& element);
  void open_list(PartList list);
  void regroup();
  void besides();
  bool is_vacancy(const facts::Quantity& value) const;
  void separate(facts::ElementKind mark);
  void colon(const facts::Element& element);
  void item(const facts::Element& element);
  void infer_marked_list(const facts::Element& element);
  void semicolon();
  void add_late(QuantityRef here);
  void stop();
  void infer_next_sentence();
  bool share_a_head(QuantityRef total, const std::vector<QuantityRef>& parts) const;
  void remember_amounts();
  bool is_part(QuantityRef amount) const;
  bool next_item_continues();
  void open_bracket();
  bool follows_amount() const;
  void close_bracket();
  void et_cetera();
  void leave_rest();
  facts::ElementKind previous_separator() const;
  void close_list();
  void close_frame_lists();
  void close_all() { close_frame_lists(); }

  void keep_trailing();
  void add_colon_list();
  const DocumentView& document_;
  std::uint32_t block_;
  const facts::Facts& facts_;
  BlockLists out_;
  std::vector<Frame> frames_;
  std::size_t index_ = 0;
  std::uint32_t quantities_before_ = 0;
};

}  // namespace gouji::relations
