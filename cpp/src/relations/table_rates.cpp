// Rates of rows whose heads do not tell what they are rates of.

#include <algorithm>

#include "relations/table_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

// 执行率 of columns that no head calls a budget: the pair that gives every row its rate.
void TableLinker::link_rate_by_rows(const TablePart& part, const TablePanel& panel, std::uint32_t column, const Lines& lines) {
  std::vector<std::uint32_t> amounts;
  for (const std::uint32_t each : of_kind(part, panel, ColumnKind::amount)) {
    if (part.columns[each].period.kind != facts::PeriodKind::previous) amounts.push_back(each);
  }
  std::vector<Relation> best;
  std::size_t most = 0;
  int pairs = 0;
  for (const std::uint32_t top : amounts) {
    for (const std::uint32_t base : amounts) {
      if (base >= top) continue;
      std::vector<Relation> relations;
      std::size_t good = 0, telling = 0;
      for (const Line& line : lines) {
        if (!is_usable(line.row) || !is_number(line.row, column) || !is_number(line.row, top) || !is_number(line.row, base) || !same_unit(ref(line.row, top), ref(line.row, base)) || quantity(line.row, base).number.is_zero() || quantity(line.row, base).number.is_negative()) continue;
        Relation relation = quotient(RelationKind::rate, line.row, column, top, base);
        const bool holds = judge(document_, relation).status != Status::violated;
        good += holds ? 1 : 0;
        telling += holds && quantity(line.row, top).value() != quantity(line.row, base).value() ? 1 : 0;
        relations.push_back(std::move(relation));
      }
      if (telling < 2 || relations.size() - good > 1) continue;
      if (good == most) ++pairs;
      if (good <= most) continue;
      most = good;
      pairs = 1;
      best = std::move(relations);
    }
  }
  if (pairs != 1) return;
  for (Relation& relation : best) {
    relation.proof = false;
    add(std::move(relation));
  }
}

}  // namespace gouji::relations
