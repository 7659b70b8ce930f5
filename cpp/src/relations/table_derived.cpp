// Numbers that are computed from others: a table's series as printed and on its side, and shares of a total.

#include <algorithm>
#include <set>

#include "facts/cues.h"
#include "relations/series_linker.h"
#include "relations/table_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

std::vector<std::uint32_t> TableLinker::of_kind(const TablePart& part, const TablePanel& panel, ColumnKind kind) const {
  std::vector<std::uint32_t> columns;
  for (const std::uint32_t column : panel.numbers) {
    if (part.columns[column].kind == kind) columns.push_back(column);
  }
  return columns;
}

Relation TableLinker::quotient(RelationKind kind, std::uint32_t row, std::uint32_t result, std::uint32_t part, std::uint32_t base) const {
  Relation relation;
  relation.kind = kind;
  relation.result = ref(row, result);
  relation.operands = {{ref(row, part), 1}, {ref(row, base), 1}};
  relation.proof = relation.derived = true;
  return relation;
}

void TableLinker::link_derived(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  std::vector<std::uint32_t> shares;
  for (const std::uint32_t column : panel.numbers) {
    if (part.columns[column].kind == ColumnKind::share && link_share(part, panel, column, lines)) shares.push_back(column);
  }
  std::set<QuantityRef> totals;   // of columns, which are tied already
  for (std::size_t i = first_; i < relations_.size(); ++i) {
    if (relations_[i].kind == RelationKind::column) totals.insert(relations_[i].result);
  }
  const auto link = [&](const Grid& grid) {
    std::vector<Relation> found;
    SeriesLinker(document_, grid, found).run();
    for (Relation& relation : found) {
      const bool sum = std::all_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return operand.sign > 0 && operand.quantity.block != relation.result.block; });
      if (grid.turned && sum && relation.kind == RelationKind::row) {
        relation.kind = RelationKind::column;
        if (totals.contains(relation.result)) continue;
      }
      add(std::move(relation));
    }
  };
  Grid grid = as_printed(part, panel, lines);
  for (Series& each : grid.series) {
    if (each.head.kind == ColumnKind::share && std::find(shares.begin(), shares.end(), each.place) == shares.end()) each.head.kind = ColumnKind::rate;   // 支付比例: of another column
  }
  link(grid);
  link(on_its_side(part, panel, lines));
}

// 2023年, or 2023 in a column of years.
int TableLinker::year_of(const TablePanel& panel, const Line& line) const {
  const facts::Period period = facts::find_period(line.words, *document_.lexicon);
  if (period.kind == facts::PeriodKind::year) return period.year;
  for (const std::uint32_t column : panel.serials) {
    const TableCell& each = cell(line.row, column);
    if (each.kind != CellKind::number) continue;
    const auto value = quantity(line.row, column).number;
    for (int year = 1990; year < 2100; ++year) {
      if (value == number::Decimal(year, 0)) return year;
    }
  }
  return 0;
}

Grid TableLinker::as_printed(const TablePart& part, const TablePanel& panel, const Lines& lines) const {
  Grid grid;
  for (const std::uint32_t column : panel.numbers) grid.series.push_back({part.columns[column], column, {}});
  for (const Line& line : lines) {
    if (is_usable(line.row)) grid.lines.push_back({line.row, line.total, line.breaks, is_average(line), year_of(panel, line), line.words});
  }
  for (const SeriesLine& line : grid.lines) {
    for (const Series& each : grid.series) grid.cells.push_back({cell(line.place, each.place).kind, ref(line.place, each.place)});
  }
  read_roles(grid, document_.year, *document_.lexicon);
  return grid;
}

// Rows that name what was planned, what was done and the rate; years or bodies as columns.
Grid TableLinker::on_its_side(const TablePart& part, const TablePanel& panel, const Lines& lines) const {
  Grid grid;
  grid.turned = true;
  for (const Line& line : lines) {
    if (line.among || line.parent >= 0 || line.breaks || line.words.empty() || !is_usable(line.row)) continue;
    const bool percent = line.unit && document_.lexicon->vocabulary().units[*line.unit].kind == profile::UnitKind::percent;
    Series series{read_head({percent ? line.words + u"%" : line.words}, *document_.lexicon), line.row, {}};
    if (line.unit) series.head.unit = line.unit;
    series.head.mark = line.mark;
    series.head.formula = line.formula;
    series.head.span = {line.row};
    if (series.head.kind == ColumnKind::weight || series.head.kind == ColumnKind::score || series.head.kind == ColumnKind::serial) series.head.kind = ColumnKind::amount;
    grid.series.push_back(std::move(series));
  }
  for (const std::uint32_t column : panel.numbers) {
    const TableColumn& head = part.columns[column];
    if ((head.kind == ColumnKind::amount || head.kind == ColumnKind::number) && !head.average) grid.lines.push_back({column, head.total, false, false, head.period.kind == facts::PeriodKind::year ? head.period.year : 0, head.head});
  }
  for (const SeriesLine& line : grid.lines) {
    for (const Series& each : grid.series) grid.cells.push_back({cell(each.place, line.place).kind, ref(each.place, line.place)});
  }
  read_roles(grid, 0, *document_.lexicon);
  return grid;
}

// 占比: of the total of its column; that is the one at its left, or another one that gives more of the shares.
bool TableLinker::link_share(const TablePart& part, const TablePanel& panel, std::uint32_t column, const Lines& lines) {
  std::vector<std::uint32_t> amounts = of_kind(part, panel, ColumnKind::amount);
  const auto left = std::find(amounts.begin(), amounts.end(), column - 1);
  const bool beside = left != amounts.end() || amounts.size() == 1;
  if (left != amounts.end()) std::rotate(amounts.begin(), left, left + 1);
  std::vector<Relation> best;
  std::size_t most = 0;
  for (const std::uint32_t amount : amounts) {
    std::vector<Relation> relations = shares_of(column, amount, lines);
    const auto good = static_cast<std::size_t>(std::count_if(relations.begin(), relations.end(), [&](const Relation& relation) { return judge(document_, relation).status != Status::violated; }));
    if ((amount != amounts.front() || !beside) && good <= most) continue;
    most = good;
    best = std::move(relations);
  }
  if (most == 0 && (part.columns[column].basis != facts::Basis::unknown || !part.columns[column].head.starts_with(u"占"))) {
    link_share_whole(column, lines);
    return false;   // 占预算: of another column of the row
  }
  const bool sure = 2 * most >= best.size();
  for (Relation& relation : best) {
    relation.proof = beside;
    if (sure || judge(document_, relation).status != Status::violated) add(std::move(relation));
  }
  if (most > 0) link_share_total(column, lines);
  else link_share_whole(column, lines);
  return most > 0;
}

// 占比 without a row of the total: the shares make up 100 %, where they do.
void TableLinker::link_share_whole(std::uint32_t column, const Lines& lines) {
  Relation whole;
  whole.kind = RelationKind::sum;
  whole.whole = whole.derived = true;
  whole.because = Because::structure;
  for (const Line& line : lines) {
    if (line.total != Total::none || line.among || line.parent >= 0) return;
    if (is_number(line.row, column)) whole.operands.push_back({ref(line.row, column), 1});
  }
  if (whole.operands.size() < 2) return;
  whole.result = whole.operands.back().quantity;
  whole.operands.pop_back();
  if (judge(document_, whole).status != Status::violated) add(std::move(whole));
}

// 占比 of 合计 is 100.00: what the shares of the rows add up to.
void TableLinker::link_share_total(std::uint32_t column, const Lines& lines) {
  for (const SumGroup& group : sum_groups(summands(lines, false))) {
    const Line& total = lines[group.total];
    if (total.total == Total::subtotal || !is_number(total.row, column) || quantity(total.row, column).value() != number::Decimal(100, 0)) continue;
    Relation relation;
    relation.kind = RelationKind::column;
    relation.result = ref(total.row, column);
    for (const std::size_t i : group.parts) {
      if (is_number(lines[i].row, column)) relation.operands.push_back({ref(lines[i].row, column), 1});
    }
    relation.derived = true;
    if (relation.operands.size() >= 2 && relation.operands.size() == group.parts.size() && judge(document_, relation).status != Status::violated) add(std::move(relation));
  }
}

std::vector<Relation> TableLinker::shares_of(std::uint32_t column, std::uint32_t amount, const Lines& lines) const {
  std::vector<Relation> relations;
  std::vector<std::uint32_t> totals;
  for (const Line& line : lines) {
    if (line.total != Total::none && line.total != Total::subtotal && line.parent < 0 && is_number(line.row, amount)) totals.push_back(line.row);
  }
  if (totals.empty()) {   // 小计 alone is the total
    for (const Line& line : lines) {
      if (line.total == Total::subtotal && line.parent < 0 && is_number(line.row, amount)) totals.push_back(line.row);
    }
  }
  if (totals.size() != 1) return relations;
  for (const Line& line : lines) {
    if (line.row == totals.front() || !is_usable(line.row) || !is_number(line.row, column) || !is_number(line.row, amount) || !same_unit(ref(line.row, amount), ref(totals.front(), amount))) continue;
    const auto tie = [&](std::uint32_t base) -> std::optional<Relation> {
      const facts::Quantity& whole = quantity(base, amount);
      if (whole.number.is_zero() || whole.number.is_negative()) return std::nullopt;
      Relation relation = quotient(RelationKind::share, line.row, column, amount, amount);
      relation.operands[1].quantity = ref(base, amount);
      return relation;
    };
    auto relation = tie(totals.front());
    if (!relation) continue;
    if (judge(document_, *relation).status == Status::violated && line.parent >= 0 && is_number(lines[static_cast<std::size_t>(line.parent)].row, amount)) {   // of the row that it is part of
      const auto nearer = tie(lines[static_cast<std::size_t>(line.parent)].row);
      if (nearer && judge(document_, *nearer).status != Status::violated) relation = nearer;
    }
    relations.push_back(std::move(*relation));
  }
  return relations;
}

}  // namespace gouji::relations
