// The linker of products: a price or a standard, the number of what it is of, and what they come to.

#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "relations/amount_finder.h"
#include "relations/ledger.h"

namespace gouji::relations {

class ProductLinker {
 public:
  ProductLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), finder_(document, relations) {}
  void run();

 private:
  using Quantity = facts::Quantity;
  using Refs = std::vector<QuantityRef>;
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  static bool is_number_of_things(const Quantity& value);
  static bool is_amount_of_money(const Quantity& value);
  void link(QuantityRef average);
  bool names_another(const Quantity& average, const Quantity& total) const;
  static std::uint32_t distance(QuantityRef a, QuantityRef b) { return a.block != b.block ? 1000 : a.ordinal < b.ordinal ? b.ordinal - a.ordinal : a.ordinal - b.ordinal; }
  bool link_bracket(QuantityRef average);
  static bool is_total(const Quantity& average, const Quantity& other);
  std::uint16_t named(std::u16string_view words) const;
  bool list_between(QuantityRef first, QuantityRef last) const;
  bool link_sequence(QuantityRef average, const Refs& counts);
  bool link_wider(QuantityRef average);
  bool is_generic(std::uint16_t indicator) const { return document_.lexicon->vocabulary().concepts[indicator].generic; }
  static Refs refs_of(const std::vector<Ledger::Told>& told);
  std::vector<Ledger::Told> told_totals(const Thing& thing, QuantityRef average) const;
  std::vector<Ledger::Told> told_counts(const Thing& thing, QuantityRef average) const;
  void add_near(Refs& totals, Refs& counts, QuantityRef average) const;
  bool is_actual(const Quantity& value) const { return value.basis != facts::Basis::budget && value.basis != facts::Basis::adjusted_budget && value.basis != facts::Basis::target && value.basis != facts::Basis::previous; }
  Refs around(QuantityRef average) const;
  Relation make(QuantityRef result, std::vector<Operand> operands) const;
  const DocumentView& document_;
  std::vector<Relation>& relations_;
  AmountFinder finder_;
};

}  // namespace gouji::relations
