// Rows of amounts that follow their total with no word between: 编制床位260张，主楼180张，康复楼80张. Tied where they add up.

#include <algorithm>
#include <set>

#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

namespace {

constexpr std::int64_t largest_small_count = 20;

class RowLinker {
 public:
  RowLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {
    for (const Relation& relation : relations) {
      if (relation.kind != RelationKind::sum || relation.table) continue;
      for (const Operand& operand : relation.operands) parts_.insert(operand.quantity);
    }
  }

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& facts = *document_.blocks[block].facts;
      if (document_.blocks[block].block->kind == syntax::BlockKind::table_row || facts.quantities.size() < 3) continue;
      for (std::size_t i = 0; i < facts.elements.size(); ++i) {
        if (facts.elements[i].kind == ElementKind::quantity) link(block, i);
      }
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void link(std::uint32_t block, std::size_t place) {
    const auto& elements = document_.blocks[block].facts->elements;
    const QuantityRef total{block, static_cast<std::uint32_t>(elements[place].value)};
    if (!is_amount(quantity(total)) || quantity(total).limit != 0 || is_percentage(quantity(total)) || quantity(total).remainder) return;
    if (is_small_sibling(block, place)) return;
    std::vector<QuantityRef> row;
    ElementKind between = ElementKind::stop;   // the mark behind the first part
    int depth = 0, stops = 0;
    bool clause_has_part = true, marked = false;
    for (std::size_t i = place + 1; i < elements.size(); ++i) {
      const Element& element = elements[i];
      if (element.kind == ElementKind::open) ++depth;
      if (element.kind == ElementKind::close && --depth < 0) break;
      if (depth > 0) continue;
      const bool is_mark = element.kind >= ElementKind::pause && element.kind <= ElementKind::stop;
      if (is_mark) {
        const bool sibling = row.empty() && (element.kind == ElementKind::semicolon || (element.kind == ElementKind::pause && stops == 0));
        if (sibling) return;
        clause_has_part = false;
        marked = true;
        if (row.size() == 1 && between == ElementKind::stop) between = element.kind;
        const bool ends = element.kind == ElementKind::stop || element.kind == ElementKind::semicolon || element.kind > between;
        if (ends && keep_if_good(total, row)) return;
        if (element.kind == ElementKind::stop && (!row.empty() || ++stops > 1)) return;
        continue;
      }
      if (element.kind == ElementKind::announce || element.kind == ElementKind::item || element.kind == ElementKind::besides) break;
      if (element.kind != ElementKind::quantity) continue;
      const QuantityRef here{block, static_cast<std::uint32_t>(element.value)};
      const Quantity& value = quantity(here);
      if (!same_measure(quantity(total), value)) {
        if (row.empty() && is_amount(value) && value.kind == quantity(total).kind && stops == 0 && !marked) return;
        continue;
      }
      if (value.role == Role::share || value.role == Role::rate || value.role == Role::change || value.role == Role::base) continue;
      if (value.announced || value.role == Role::total) break;
      if (!is_addend(total, here) || clause_has_part) return;
      row.push_back(here);
      clause_has_part = true;
    }
    keep_if_good(total, row);
  }

  // A small count behind others of its sentence: what follows may add up to it by chance.
  bool is_small_sibling(std::uint32_t block, std::size_t place) const {
    const auto& elements = document_.blocks[block].facts->elements;
    const Quantity& total = quantity({block, static_cast<std::uint32_t>(elements[place].value)});
    if (total.value() > number::Decimal(largest_small_count, 0)) return false;
    for (std::size_t i = place; i-- > 0 && elements[i].kind != ElementKind::stop;) {
      if (elements[i].kind == ElementKind::quantity && same_measure(total, quantity({block, static_cast<std::uint32_t>(elements[i].value)}))) return true;
    }
    return false;
  }

  bool is_addend(QuantityRef total, QuantityRef part) const {
    const Quantity& value = quantity(part);
    if (!is_amount(value) || value.limit != 0 || value.besides || parts_.contains(part) || !same_basis(quantity(total), value) || !can_add(document_, quantity(total), value)) return false;
    return value.kind == UnitKind::count || !value.remainder;
  }

  bool keep_if_good(QuantityRef total, const std::vector<QuantityRef>& row) {
    const auto filled = std::count_if(row.begin(), row.end(), [&](QuantityRef part) { return quantity(part).value() != number::Decimal(0, 0); });
    const bool pair_with_rest = row.size() == 2 && (quantity(row[0]).remainder || quantity(row[1]).remainder);
    if (filled < 2 || pair_with_rest) return false;
    Relation relation;
    relation.kind = RelationKind::sum;
    relation.result = total;
    for (const QuantityRef part : row) relation.operands.push_back({part, 1});
    relation.because = Because::structure;
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status == Status::violated) return false;
    for (const QuantityRef part : row) parts_.insert(part);
    relations_.push_back(std::move(relation));
    return true;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  std::set<QuantityRef> parts_;
};

}  // namespace

void link_rows(const DocumentView& document, std::vector<Relation>& relations) { RowLinker(document, relations).run(); }

}  // namespace gouji::relations
