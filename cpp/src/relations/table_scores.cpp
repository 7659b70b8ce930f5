// Tables of scores: weights and scores against their totals, a score against its weight, execution against its rate.

#include <algorithm>

#include "relations/table_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

void TableLinker::link_scores() {
  if (!table_.scored || marks_of_hundred()) return;
  link_score_total(ColumnKind::weight);
  link_score_total(ColumnKind::score);
  for (const TablePart& part : table_.parts) {
    for (const TablePanel& panel : part.panels) {
      const Lines lines = read_lines(part, panel);
      link_execution_scores(part, panel, lines);
      link_score_groups(part, panel, lines);
      link_row_scores(part, panel, lines);
      link_score_limits(part, panel, lines);
      link_told_losses(part, panel, lines);
    }
  }
}

// 权重 20%, 得分 95: each item is marked out of a hundred and weighed, and nothing is added up.
bool TableLinker::marks_of_hundred() const {
  int above = 0;
  for (const TablePart& part : table_.parts) {
    for (const TablePanel& panel : part.panels) {
      const auto weights = of_kind(part, panel, ColumnKind::weight), scores = of_kind(part, panel, ColumnKind::score);
      if (weights.size() != 1 || scores.size() != 1) continue;
      for (std::uint32_t row = part.first; row < part.last; ++row) {
        if (is_number(row, weights.front()) && is_number(row, scores.front()) && quantity(row, scores.front()).number > quantity(row, weights.front()).number) ++above;
      }
    }
  }
  return above > 1;
}

// 总分 adds up the rows of all parts of the table: the execution of the budget stands in a part of its own.
void TableLinker::link_score_total(ColumnKind kind) {
  if (table_.parts.size() == 1) {
    const TablePart& part = table_.parts.front();
    for (const TablePanel& panel : part.panels) {
      const Lines lines = read_lines(part, panel);
      for (const std::uint32_t column : of_kind(part, panel, kind)) {
        if (!all_rows_sure(part)) continue;
        link_totals(column, lines);
        link_children(column, lines);
      }
    }
    return;
  }
  std::vector<QuantityRef> before;
  bool sure = true;
  for (const TablePart& part : table_.parts) {
    std::vector<std::uint32_t> columns;
    const TablePanel* panel = nullptr;
    for (const TablePanel& each : part.panels) {
      const auto found = of_kind(part, each, kind);
      columns.insert(columns.end(), found.begin(), found.end());
      if (!found.empty()) panel = &each;
    }
    if (columns.size() > 1) return;   // weights of several levels
    if (columns.empty()) continue;
    const std::uint32_t column = columns.front();
    const Lines lines = read_lines(part, *panel);
    sure = sure && all_rows_sure(part);
    const auto groups = sum_groups(summands(lines, false));
    const auto top = std::find_if(groups.rbegin(), groups.rend(), [&](const SumGroup& group) { return lines[group.total].total != Total::subtotal; });
    Parts parts;
    const auto take = [&](std::size_t line) { collect(lines, line, column, parts); };
    const bool is_last = &part == &table_.parts.back();
    for (const SumGroup& group : groups) {
      if (top != groups.rend() && group.total == top->total) continue;
      Parts inner;
      for (const std::size_t line : group.parts) collect(lines, line, column, inner);
      const std::uint32_t row = lines[group.total].row;
      if (inner.sure && sure && !inner.members.empty() && is_number(row, column)) add_sum(RelationKind::column, ref(row, column), inner.members, true, Because::words);
    }
    link_children(column, lines);
    if (top == groups.rend()) {
      const auto list = summands(lines, false);
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].part && list[i].total == Total::none) take(i);
      }
    } else {
      for (const std::size_t line : top->parts) take(line);
    }
    sure = sure && parts.sure;
    before.insert(before.end(), parts.members.begin(), parts.members.end());
    if (top == groups.rend()) continue;
    const std::uint32_t row = lines[top->total].row;
    if (sure && !before.empty() && is_number(row, column) && is_last) add_sum(RelationKind::column, ref(row, column), before, true, Because::words);
  }
}

// The score of the row whose rate is the execution of the budget.
void TableLinker::link_execution_scores(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  const auto weights = of_kind(part, panel, ColumnKind::weight), scores = of_kind(part, panel, ColumnKind::score);
  std::vector<std::uint32_t> rates;
  for (const std::uint32_t column : of_kind(part, panel, ColumnKind::rate)) {
    if (part.columns[column].head.ends_with(u"执行率")) rates.push_back(column);
  }
  if (weights.size() != 1 || scores.size() != 1 || rates.size() != 1) return;
  for (const Line& line : lines) {
    const std::uint32_t row = line.row;
    if (!is_usable(row) || line.total == Total::grand || !is_number(row, weights.front()) || !is_number(row, scores.front()) || !is_number(row, rates.front())) continue;
    Relation relation = quotient(RelationKind::score, row, scores.front(), weights.front(), rates.front());
    relation.proof = false;   // rules may give full marks from 95 % on
    add(std::move(relation));
  }
}

// Told only where it is exceeded: that a score is within its weight says nothing.
void TableLinker::link_score_limits(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  const auto weights = of_kind(part, panel, ColumnKind::weight), scores = of_kind(part, panel, ColumnKind::score);
  if (weights.size() != 1 || scores.size() != 1) return;
  for (const Line& line : lines) {
    if (!is_usable(line.row) || !is_number(line.row, weights.front()) || !is_number(line.row, scores.front())) continue;
    const facts::Quantity& weight = quantity(line.row, weights.front());
    const facts::Quantity& score = quantity(line.row, scores.front());
    if (!is_addend(line, score)) continue;
    if (weight.kind != score.kind || score.value() <= weight.value() || score.approximation != facts::Approximation::exact || weight.approximation != facts::Approximation::exact) continue;
    Relation relation;
    relation.kind = RelationKind::comparison;
    relation.comparison = "<=";
    relation.result = ref(line.row, scores.front());
    relation.operands = {{ref(line.row, weights.front()), 1}};
    relation.proof = true;
    add(std::move(relation));
  }
}

}  // namespace gouji::relations
