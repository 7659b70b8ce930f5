// Runs the linker of tables over all tables, and holds what its files share.

#include "relations/table_linker.h"

#include <algorithm>

#include "relations/linkers.h"
#include "relations/memory.h"
#include "relations/verdict.h"

namespace gouji::relations {

void TableLinker::run() {
  for (const TablePart& part : table_.parts) {
    first_ = relations_.size();
    for (const TablePanel& panel : part.panels) {
      const Lines lines = read_lines(part, panel);
      link_columns(part, panel, lines);
      link_rows(part, panel, lines);
      link_lost(part, panel, lines);
      link_priced(part, panel, lines);
      link_derived(part, panel, lines);
    }
    link_grand_totals(part);
  }
  link_scores();
}

bool TableLinker::is_number(std::uint32_t row, std::uint32_t column) const {
  return cell(row, column).kind == CellKind::number && quantity(row, column).approximation == facts::Approximation::exact;
}

bool TableLinker::same_unit(QuantityRef a, QuantityRef b) const {
  const facts::Quantity& first = document_.quantity(a);
  const facts::Quantity& second = document_.quantity(b);
  return first.kind == second.kind && first.base_unit == second.base_unit && first.exponent == second.exponent;
}

void TableLinker::add(Relation relation) {
  relation.table = true;
  relation.verdict = judge(document_, relation);
  if (relation.verdict.status == Status::violated && !is_certain(relation)) return;
  relations_.push_back(std::move(relation));
}

// A row that may have lost a cell accuses nobody, and no column that it stands in does.
bool TableLinker::is_certain(const Relation& relation) const {
  const auto unsure = [](const TableRow& row) { return row.trimmed; };
  if (relation.kind == RelationKind::column || relation.kind == RelationKind::share) return std::none_of(table_.rows.begin(), table_.rows.end(), unsure);
  return std::none_of(table_.rows.begin(), table_.rows.end(), [&](const TableRow& row) { return unsure(row) && std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return operand.quantity.block == row.block; }); });
}

void TableLinker::add_sum(RelationKind kind, QuantityRef total, const std::vector<QuantityRef>& parts, bool proof, Because because) {
  Relation relation;
  relation.kind = kind;
  relation.result = total;
  for (const QuantityRef part : parts) relation.operands.push_back({part, 1});
  relation.proof = proof;
  relation.because = because;
  add(std::move(relation));
}

void link_tables(const DocumentView& document, std::vector<Relation>& relations) {
  for (const Table& table : *document.tables) {
    link_unit(document, Linker::tables, {table.rows.front().block, 0}, relations, [&] { TableLinker(document, table, relations).run(); });
  }
}

}  // namespace gouji::relations
