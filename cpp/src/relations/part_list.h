// Reads the part lists of one block: which amounts are announced as parts of which total.

#pragma once

#include <optional>
#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

/// A total with parts that words or brackets announce.
struct PartList {
  std::vector<QuantityRef> candidates;   // amounts that may be the total, nearest first
  std::vector<QuantityRef> further;      // amounts told before these and amounts of change, which it may divide instead
  std::optional<QuantityRef> total;      // decided by the first part
  std::vector<QuantityRef> parts;
  std::vector<QuantityRef> late;         // amounts behind a semicolon that may be further parts
  std::vector<QuantityRef> outer_parts;  // parts the enclosing list had when this one opened, for a second reading
  Because because = Because::words;
  bool proof = true;                     // announced as complete
  bool open_ended = false;               // 等, 主要: parts may be missing
  bool whole = false;                    // words say that all parts follow: 分为, 包括, 分别为, 合计
  bool respectively = false;             // 分别为
  bool regrouped = false;                // 按…分
  facts::ElementKind separator = facts::ElementKind::stop;  // the mark between its parts, once there are two
  std::u16string name;                   // words that name the total: 人员经费中，
  std::optional<QuantityRef> second_total;  // 553户[915人]
  std::vector<QuantityRef> second_parts;
  std::uint32_t first_ordinal = 0;       // quantities of the block before it
  std::size_t opened_at = 0;             // how many amounts its sentence had before it
  bool one_of_several = false;           // its words can be read in another way, and this one was chosen by what holds
  bool mixed = false;                    // an item stands in another unit
  bool muddled = false;                  // an item tells several amounts in a row, so that its own is uncertain
  bool from_before = false;              // the total, if any, stands in the sentence before
  bool named_only = false;               // no other amount can be the total
  std::optional<QuantityRef> announcement;   // 四个项目: the number that announced the list, and the parts' elements
  std::vector<std::uint32_t> elements;
  std::size_t markers = 0;               // marked parts that were begun
  bool inferred = false;                 // nothing announces the list but its markers
  bool unannounced = false;              // nothing announces it at all: a sentence of amounts behind a total
  syntax::MarkerStyle style = syntax::MarkerStyle::none;
  int number = 0;                        // of the latest marked part
};

/// What a block announces and leaves to the blocks after it: 其中： at its end, or a marked list that is not finished.
struct BlockLists {
  std::vector<PartList> lists;           // finished within the block
  std::optional<PartList> trailing;
};

BlockLists read_lists(const DocumentView& document, std::uint32_t block);

}  // namespace gouji::relations
