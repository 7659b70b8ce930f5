// The rows of amounts before a total that it may sum up: what stands before it, what its list holds.

#include "relations/summed_rows.h"

#include <algorithm>
#include <iterator>

#include "relations/match.h"
#include "relations/ties.h"

namespace gouji::relations {

using facts::Approximation;
using facts::Quantity;
using facts::Role;

SummedRows::Row SummedRows::row_before(QuantityRef total, int sentences, bool parts_too) const {
  Row row;
  for (const QuantityRef before : layout_.before(total, sentences)) {
    const Quantity& value = quantity(before);
    if (value.role != Role::level || value.approximation != Approximation::exact || value.limit != 0 || !same_measure(quantity(total), value)) continue;
    if (parts_too || !is_part(before)) row.push_back(before);
  }
  return row;
}

SummedRows::Row SummedRows::wholes_before(QuantityRef total, int sentences) const {
  Row row;
  for (const QuantityRef before : layout_.before(total, sentences)) {
    if (is_amount(quantity(before)) && quantity(before).limit == 0 && same_measure(quantity(total), quantity(before)) && !is_behind_announcement(before)) row.push_back(before);
  }
  return row;
}

bool SummedRows::is_behind_announcement(QuantityRef ref) const {
  bool announced = false;
  for (const facts::Element& element : document_.blocks[ref.block].facts->elements) {
    if (element.kind == facts::ElementKind::semicolon || element.kind == facts::ElementKind::stop) announced = false;
    if (element.kind == facts::ElementKind::announce || element.kind == facts::ElementKind::announce_open || element.kind == facts::ElementKind::announce_partial) announced = true;
    if (element.kind == facts::ElementKind::quantity && static_cast<std::uint32_t>(element.value) == ref.ordinal) return announced;
  }
  return false;
}

bool SummedRows::is_part(QuantityRef ref) const {
  return document_.ties->with_part(ref).any([&](const Relation& relation) { return relation.kind == RelationKind::sum && relation.result.block == ref.block && relation.result < ref; });
}

SummedRows::Row SummedRows::last_list(QuantityRef total) const {
  const Relation* last = nullptr;
  for (const Relation& relation : document_.ties->in_block(total.block)) {
    const bool here = relation.kind == RelationKind::sum && relation.operands.size() >= 2 && relation.operands.back().quantity.block == total.block && relation.operands.back().quantity < total;
    if (!here || !can_split(quantity(total), quantity(relation.result)) || layout_.sentence(relation.operands.back().quantity) + 1 < layout_.sentence(total)) continue;
    if (!last || last->operands.back().quantity < relation.operands.back().quantity) last = &relation;
  }
  Row row;
  if (last) std::transform(last->operands.begin(), last->operands.end(), std::back_inserter(row), [](const Operand& operand) { return operand.quantity; });
  return row;
}

}  // namespace gouji::relations
