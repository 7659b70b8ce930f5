// Finds the amounts that words of a clause speak of: by their name, or as the subject of the sentence.

#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "relations/layout.h"
#include "relations/mentions.h"

namespace gouji::relations {

class AmountFinder {
 public:
  /// Reads the sums that were found before.
  explicit AmountFinder(const DocumentView& document) : document_(document), mentions_(*document.mentions), layout_(*document.layout) {}

  const Mentions& mentions() const { return mentions_; }
  const Layout& layout() const { return layout_; }

  /// The total of the first sum that an amount is a part of.
  std::optional<QuantityRef> whole_of(QuantityRef part) const;

  /// The nearest mention before `ref` with this qualifier, basis and year; behind it only where none stands before.
  /// `named`: not one that only speaks of it in general, as 三公经费支出 does of 支出.
  std::optional<QuantityRef> nearest(std::uint16_t indicator, QuantityRef ref, std::u16string_view qualifier, int basis, int year, bool named = false) const;

  /// An amount before `ref` whose own words end in the given ones, or the other way round; `like` gives the measure.
  std::optional<QuantityRef> by_label(std::u16string_view words, QuantityRef ref, std::optional<QuantityRef> like) const;

  /// What a sentence without a subject speaks of: the totals around the nearest amount of this measure, that amount, and
  /// the first one of its sentence; from at most `sentences` sentences back.
  std::vector<QuantityRef> subjects(QuantityRef ref, const facts::Quantity& like, int sentences) const;

 private:
  const DocumentView& document_;
  const Mentions& mentions_;
  const Layout& layout_;
};

}  // namespace gouji::relations
