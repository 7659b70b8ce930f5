// Whether two figures of one value may be of one thing.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "relations/echo_words.h"
#include "relations/relation.h"

namespace gouji::relations {

/// Judges by words, years, bases and roles; values have been compared before.
class EchoMatch {
 public:
  /// Reads the sums that were found before: parts stand on the basis of their total.
  explicit EchoMatch(const DocumentView& document);

  const EchoWords& words() const { return words_; }
  bool may_be_one(QuantityRef a, QuantityRef b) const;

  /// Enough digits to tell it from other numbers.
  static bool is_telling(const facts::Quantity& value);

 private:
  /// What is asked of each figure again and again.
  struct Traits {
    int year = 0, basis = 0;
    std::int8_t flow = 0;
    bool changes = false, names_target = false, is_goal = false, telling = false;
    std::uint32_t digits = 0, counting_digits = 0;
  };
  const Traits& traits(QuantityRef ref) const;

  bool is_cell(QuantityRef ref) const { return words_.is_cell(ref); }
  bool is_named_by(QuantityRef ref, QuantityRef other) const;
  bool cell_tells(QuantityRef cell, QuantityRef told) const;
  bool marks_differ(QuantityRef a, QuantityRef b) const;
  int mark_of(QuantityRef ref) const;
  bool on_other_bases(const Traits& first, const Traits& second, const facts::Quantity& value) const;
  facts::Basis basis_of(QuantityRef ref) const;
  bool names_target(QuantityRef ref) const;
  bool is_goal(QuantityRef ref) const;
  int year_of(QuantityRef ref) const;
  bool changes(QuantityRef ref) const;
  int flow_of(QuantityRef ref) const;
  bool is_spending(const facts::Quantity& value) const;
  bool counts_one_noun(QuantityRef a, QuantityRef b) const;
  bool ends_in_noun(QuantityRef ref, std::u16string_view noun) const;
  bool begin_alike(std::u16string_view a, std::u16string_view b) const;
  bool of_other_indicators(const facts::Quantity& first, const facts::Quantity& second) const;
  bool is_named_alike(QuantityRef a, QuantityRef b) const;
  bool is_specific(const facts::Quantity& value) const;

  const DocumentView& document_;
  EchoWords words_;
  mutable std::vector<std::optional<Traits>> traits_;   // of all quantities
};

}  // namespace gouji::relations
