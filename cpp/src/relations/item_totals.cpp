// Numbered items with paragraphs of their own: the first amounts of all of them against an amount told before the first item.

#include <algorithm>
#include <optional>

#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using syntax::BlockKind;
using syntax::MarkerStyle;

constexpr std::uint32_t blocks_looked_back = 6;   // from the first item to the paragraph that tells the total
constexpr std::uint32_t most_lines = 12;          // of one item

class ItemTotalLinker {
 public:
  ItemTotalLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const syntax::Marker& marker = document_.blocks[block].block->marker;
      if (marker.style == MarkerStyle::none || marker.number != 1 || document_.blocks[block].block->kind == BlockKind::table_row) continue;
      const std::vector<std::uint32_t> items = items_from(block);
      if (items.size() >= 2) link(items);
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  // The blocks of the items 1, 2, 3 …; items of lower styles and plain paragraphs stand between them.
  std::vector<std::uint32_t> items_from(std::uint32_t first) const {
    const syntax::Marker& marker = document_.blocks[first].block->marker;
    std::vector<std::uint32_t> items{first};
    for (std::uint32_t block = first + 1; block < document_.blocks.size() && block <= items.back() + most_lines; ++block) {
      const syntax::Marker& here = document_.blocks[block].block->marker;
      if (here.style == MarkerStyle::none || here.style > marker.style) continue;
      if (here.style != marker.style || here.number != marker.number + static_cast<int>(items.size())) break;
      items.push_back(block);
    }
    return items;
  }

  // The first amount of each item, in its line or the paragraph below it.
  void link(const std::vector<std::uint32_t>& items) {
    for (const facts::Basis basis : {facts::Basis::unknown, facts::Basis::budget}) {
      std::vector<QuantityRef> parts;
      for (std::size_t i = 0; i < items.size(); ++i) {
        const auto end = i + 1 < items.size() ? items[i + 1] : items[i] + 2;
        const auto part = first_amount(items[i], std::min({end, items[i] + 3, static_cast<std::uint32_t>(document_.blocks.size())}), basis);
        if (!part || (!parts.empty() && !same_measure(quantity(parts.front()), quantity(*part)))) break;
        parts.push_back(*part);
      }
      if (parts.size() < 2 || parts.size() + 1 < items.size()) continue;
      if (keep(items.front(), parts)) continue;
      if (parts.size() == items.size() && parts.size() > 2) {   // 1.基本支出 2.项目支出 3.“三公”经费
        parts.pop_back();
        keep(items.front(), parts);
      }
    }
  }

  std::optional<QuantityRef> first_amount(std::uint32_t begin, std::uint32_t end, facts::Basis basis) const {
    for (std::uint32_t block = begin; block < end; ++block) {
      if (document_.blocks[block].block->kind == BlockKind::table_row) return std::nullopt;
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        if (quantities[i].kind != profile::UnitKind::money || !is_amount(quantities[i])) continue;
        if (basis == facts::Basis::budget && quantities[i].basis != basis) continue;
        return QuantityRef{block, i};
      }
    }
    return std::nullopt;
  }

  bool keep(std::uint32_t first, const std::vector<QuantityRef>& parts) {
    if (std::count_if(parts.begin(), parts.end(), [&](QuantityRef part) { return !quantity(part).value().is_zero(); }) < 2) return false;
    const bool told = std::any_of(relations_.begin(), relations_.end(), [&](const Relation& relation) { return relation.kind == RelationKind::sum && is_member(relation, parts[0]) && is_member(relation, parts[1]) && relation.verdict.status != Status::violated && relation.result < parts[0]; });
    if (told) return true;
    for (std::uint32_t block = first + 1; block-- > 0 && block + blocks_looked_back >= first;) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (auto i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
        const QuantityRef total{block, i};
        if (!(total < parts.front()) || !is_amount(quantities[i]) || quantities[i].cell >= 0 || !same_measure(quantities[i], quantity(parts.front()))) continue;
        Relation relation;
        relation.kind = RelationKind::sum;
        relation.result = total;
        for (const QuantityRef part : parts) relation.operands.push_back({part, 1});
        relation.because = Because::structure;
        relation.verdict = judge(document_, relation);
        if (relation.verdict.status != Status::holds) continue;
        relations_.push_back(std::move(relation));
        return true;
      }
    }
    return false;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
};

}  // namespace

void link_item_totals(const DocumentView& document, std::vector<Relation>& relations) { ItemTotalLinker(document, relations).run(); }

}  // namespace gouji::relations
