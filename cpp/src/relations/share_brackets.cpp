// Shares in brackets behind their parts, with no word: 中央资金1,430万元（50%）、省级资金572万元（20%）.

#include <algorithm>

#include "relations/share_linker.h"

namespace gouji::relations {

using facts::ElementKind;
using facts::Quantity;
using facts::Role;

namespace {

constexpr std::size_t most_wholes = 16;      // that they may be of
constexpr std::uint32_t blocks_back = 6;     // to the whole

}  // namespace

/// An amount with nothing but a percentage in the bracket behind it.
std::vector<ShareLinker::Bracket> ShareLinker::brackets_of(std::uint32_t block) const {
  std::vector<Bracket> found;
  const facts::Facts& facts = *document_.blocks[block].facts;
  const auto quantity_at = [&](std::size_t i) { return facts.elements[i].kind == ElementKind::quantity ? QuantityRef{block, static_cast<std::uint32_t>(facts.elements[i].value)} : QuantityRef{block, static_cast<std::uint32_t>(facts.quantities.size())}; };
  const auto is = [&](std::size_t i, ElementKind kind) { return i < facts.elements.size() && facts.elements[i].kind == kind; };
  for (std::size_t i = 0; i + 2 < facts.elements.size(); ++i) {
    const bool alone = is(i, ElementKind::quantity) && is(i + 1, ElementKind::open) && is(i + 2, ElementKind::quantity) && is(i + 3, ElementKind::close);
    const bool behind = is(i, ElementKind::quantity) && is(i + 1, ElementKind::comma) && is(i + 2, ElementKind::quantity) && (i + 3 == facts.elements.size() || is(i + 3, ElementKind::stop) || is(i + 3, ElementKind::semicolon));   // 满意283份，94.33%
    if (!alone && !behind) continue;
    const QuantityRef part = quantity_at(i), share = quantity_at(i + 2);
    const Quantity &amount = quantity(part), &percentage = quantity(share);
    const bool bare = is_percentage(percentage) && percentage.role == Role::level && percentage.approximation == facts::Approximation::exact && percentage.label.empty();
    if (bare && is_amount(amount) && !is_percentage(amount)) found.push_back({share, part, alone});
  }
  return found;
}

/// The totals of the lists around the parts, then what is told before them, the nearest first.
ShareLinker::Refs ShareLinker::wholes_of(const std::vector<Bracket>& brackets) const {
  Refs wholes;
  const QuantityRef first = brackets.front().part;
  const auto add = [&](QuantityRef ref) {
    const bool fits = same_measure(quantity(ref), quantity(first)) && !quantity(ref).value().is_zero() && std::none_of(brackets.begin(), brackets.end(), [&](const Bracket& each) { return each.part == ref || quantity(ref).value() < quantity(each.part).value(); });
    if (fits && wholes.size() < most_wholes && std::find(wholes.begin(), wholes.end(), ref) == wholes.end()) wholes.push_back(ref);
  };
  for (const Bracket& each : brackets) {
    if (const auto whole = finder_.whole_of(each.part)) add(*whole);
  }
  for (std::uint32_t block = first.block + 1; block-- > 0 && block + blocks_back >= first.block;) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    for (std::uint32_t i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
      if (QuantityRef{block, i} < first && is_amount(quantities[i]) && quantities[i].cell < 0) add({block, i});
    }
  }
  return wholes;
}

}  // namespace gouji::relations
