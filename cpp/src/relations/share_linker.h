// The linker of shares: which amount is a part, and of which one.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "relations/amount_finder.h"
#include "relations/ledger.h"

namespace gouji::relations {

/// Words for a denominator that name no amount of their own: the total of the list that the part stands in.
bool names_the_whole(std::u16string_view base);

class ShareLinker {
 public:
  ShareLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), finder_(document) {}
  void run();

 private:
  using Quantity = facts::Quantity;
  using Refs = std::vector<QuantityRef>;
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void link(QuantityRef share);
  bool tie_told(QuantityRef share, const std::vector<Ledger::Told>& parts);
  bool link_told(QuantityRef share, const std::vector<Ledger::Told>& parts);
  bool link_whole(QuantityRef share, QuantityRef part);
  void keep(Relation relation);
  Relation make(QuantityRef share, QuantityRef part, QuantityRef base, bool proof = true) const;
  void link_likely(QuantityRef share, QuantityRef part);
  void link_brackets(std::uint32_t block);
  struct Bracket {
    QuantityRef share, part;
    bool in_bracket = true;   // else behind a comma
  };
  void link_brackets(const std::vector<Bracket>& brackets);
  std::vector<Bracket> brackets_of(std::uint32_t block) const;
  Refs wholes_of(const std::vector<Bracket>& brackets) const;
  bool shares_words(const Quantity& value, std::u16string_view words) const;
  std::optional<QuantityRef> find_part(QuantityRef share) const;
  std::vector<Ledger::Told> told_parts(QuantityRef share) const;
  std::vector<Ledger::Told> told_bases(QuantityRef share, QuantityRef part) const;
  std::vector<Ledger::Told> told_plans(QuantityRef share, QuantityRef part) const;
  std::vector<Ledger::Told> told_wholes(QuantityRef share, QuantityRef part) const;
  std::uint32_t series_length(QuantityRef share) const;
  std::optional<QuantityRef> part_in_series(QuantityRef share) const;
  std::optional<QuantityRef> part_of_list(QuantityRef share, std::uint32_t series, std::uint32_t length) const;
  std::optional<QuantityRef> part_above(QuantityRef share, std::uint32_t length, std::uint32_t series) const;
  bool ends_a_row(std::size_t element, std::uint32_t block) const;
  std::optional<QuantityRef> find_base(QuantityRef share, QuantityRef part) const;
  std::optional<QuantityRef> whole_by_words(QuantityRef part) const;
  std::optional<QuantityRef> by_indicator(std::u16string_view words, QuantityRef share, QuantityRef part) const;
  std::optional<QuantityRef> nearest(std::uint16_t indicator, QuantityRef share, std::u16string_view qualifier, bool named) const;

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  AmountFinder finder_;
  struct LastBase {
    std::uint32_t block;
    QuantityRef base;
  };
  std::optional<LastBase> last_base_;   // of the share before
};

}  // namespace gouji::relations
