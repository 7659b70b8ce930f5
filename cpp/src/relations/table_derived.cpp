// Columns that are computed from other columns of their row: rates, shares, changes, products.

#include <algorithm>

#include "relations/table_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Basis;
using facts::PeriodKind;

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
  for (const std::uint32_t column : panel.numbers) {
    switch (part.columns[column].kind) {
      case ColumnKind::rate: link_rate(part, panel, column, lines); break;
      case ColumnKind::share: link_share(part, panel, column, lines); break;
      case ColumnKind::change:
      case ColumnKind::change_rate: link_change(part, panel, column, lines); break;
      default: break;
    }
  }
  link_product(part, panel, lines);
}

namespace {

bool is_spent(const TableColumn& column) { return column.kind == ColumnKind::amount && column.basis == Basis::actual && column.period.kind != PeriodKind::previous; }
bool is_budget(const TableColumn& column) { return column.kind == ColumnKind::amount && (column.basis == Basis::budget || column.basis == Basis::adjusted_budget) && column.period.kind != PeriodKind::previous; }

}  // namespace

// (B/A) names the columns by their letters; else 执行率 is of what was spent and of the last budget; 得分率 of score and weight.
void TableLinker::link_rate(const TablePart& part, const TablePanel& panel, std::uint32_t column, const Lines& lines) {
  const TableColumn& rate = part.columns[column];
  std::vector<std::uint32_t> tops, bases;
  if (rate.formula.size() >= 3 && (rate.formula[1] == u'/' || rate.formula[1] == u'÷')) {
    for (const std::uint32_t each : panel.numbers) {
      if (part.columns[each].letter == rate.formula[0]) tops.push_back(each);
      if (part.columns[each].letter == rate.formula[2]) bases.push_back(each);
    }
  }
  const auto same_span = [&](std::uint32_t each) {
    const auto& path = part.columns[each].path;
    return path.size() < 2 || rate.path.size() < 2 || part.columns[each].span.front() == rate.span.front();
  };
  if (tops.empty() && bases.empty()) {
    const bool of_scores = rate.head.starts_with(u"得分") || rate.head.ends_with(u"得分率");
    const bool of_results = rate.head.ends_with(u"完成率") && !of_kind(part, panel, ColumnKind::weight).empty();
    for (const std::uint32_t each : panel.numbers) {
      const TableColumn& other = part.columns[each];
      if (!same_span(each)) continue;
      if (of_scores ? other.kind == ColumnKind::score : is_spent(other)) tops.push_back(each);
      if (of_scores ? other.kind == ColumnKind::weight : is_budget(other)) bases.push_back(each);
    }
    const auto& words = document_.lexicon->vocabulary().tables;
    const bool executes = rate.basis != Basis::unknown || document_.lexicon->contains(rate.head, profile::WordClass::rate) || ends_in(rate.head, words.rate);
    if ((!of_scores && !executes) || of_results) return;
    const bool named_first = rate.head.find(u"年初") != std::u16string::npos;
    std::vector<std::uint32_t> adjusted;
    for (const std::uint32_t each : bases) {
      if (part.columns[each].basis == Basis::adjusted_budget) adjusted.push_back(each);
    }
    if (!of_scores && bases.size() > 1 && !named_first && adjusted.size() == 1) std::stable_partition(bases.begin(), bases.end(), [&](std::uint32_t each) { return each == adjusted.front(); });
    else if (!of_scores && named_first) std::erase_if(bases, [&](std::uint32_t each) { return part.columns[each].basis == Basis::adjusted_budget; });
    else if (bases.size() > 1) return;
  }
  const bool of_total = bases.empty() && tops.size() == 1 && rate.head.ends_with(u"执行率");   // 上级 | 县级 | 合计 | 支出 | 执行率
  for (const std::uint32_t each : panel.numbers) {
    if (of_total && part.columns[each].kind == ColumnKind::amount && part.columns[each].total != Total::none && part.columns[each].basis == Basis::unknown && each < tops.front()) bases.push_back(each);
  }
  if (tops.size() != 1 || bases.empty() || (of_total && bases.size() > 1)) {
    if (ends_in(rate.head, document_.lexicon->vocabulary().tables.rate) && rate.formula.empty() && !rate.head.starts_with(u"得分")) link_rate_by_rows(part, panel, column, lines);
    return;
  }
  const bool adjusted_told = std::any_of(bases.begin(), bases.end(), [&](std::uint32_t each) { return part.columns[each].basis == Basis::adjusted_budget; });
  const bool others = !adjusted_told && !of_total && std::any_of(panel.numbers.begin(), panel.numbers.end(), [&](std::uint32_t each) {
    const TableColumn& other = part.columns[each];
    return (other.kind == ColumnKind::amount || other.kind == ColumnKind::change) && each < tops.front() && other.basis == Basis::unknown && other.period.kind == PeriodKind::unstated && same_span(each);
  });
  for (const Line& line : lines) {
    if (!is_usable(line.row) || !is_number(line.row, column) || !is_number(line.row, tops.front())) continue;
    std::optional<Relation> best;   // the last budget, else the first one where that gives the rate
    for (const std::uint32_t base : bases) {
      if (!is_number(line.row, base) || quantity(line.row, base).number.is_zero() || quantity(line.row, base).number.is_negative()) continue;
      if (quantity(line.row, base).base_unit != quantity(line.row, tops.front()).base_unit) continue;
      Relation relation = quotient(RelationKind::rate, line.row, column, tops.front(), base);
      const bool good = judge(document_, relation).status != Status::violated;
      if (!best || good) best = std::move(relation);
      if (good) break;
    }
    if (!best) continue;
    if (rate.formula.empty() && others && judge(document_, *best).status == Status::violated) continue;   // of the budget with what was carried over
    best->proof = !of_total;
    add(std::move(*best));
  }
}

// 占比: of the total of its column; that is the one at its left, or another one that gives more of the shares.
void TableLinker::link_share(const TablePart& part, const TablePanel& panel, std::uint32_t column, const Lines& lines) {
  std::vector<std::uint32_t> amounts = of_kind(part, panel, ColumnKind::amount);
  const auto left = std::find(amounts.begin(), amounts.end(), column - 1);
  const bool beside = left != amounts.end() || amounts.size() == 1;
  if (left != amounts.end()) std::rotate(amounts.begin(), left, left + 1);
  std::vector<Relation> best;
  std::size_t most = 0;
  for (const std::uint32_t amount : amounts) {
    std::vector<Relation> relations = shares_of(column, amount, lines);
    const auto good = static_cast<std::size_t>(std::count_if(relations.begin(), relations.end(), [&](const Relation& relation) { return judge(document_, relation).status == Status::holds; }));
    if ((amount != amounts.front() || !beside) && good <= most) continue;
    most = good;
    best = std::move(relations);
  }
  for (Relation& relation : best) {
    relation.proof = most > 0 && beside;
    add(std::move(relation));
  }
  if (most > 0) link_share_total(column, lines);
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

// Whether more rows print base - top than top - base.
bool TableLinker::differs_more(std::uint32_t column, std::uint32_t top, std::uint32_t base, const Lines& lines) const {
  int forwards = 0, backwards = 0;
  for (const Line& line : lines) {
    if (!is_number(line.row, column) || !is_number(line.row, top) || !is_number(line.row, base)) continue;
    const auto difference = quantity(line.row, top).value() - quantity(line.row, base).value();
    forwards += difference == quantity(line.row, column).value() ? 1 : 0;
    backwards += -difference == quantity(line.row, column).value() ? 1 : 0;
  }
  return backwards > forwards;
}

// 增减: this year against last year, else against the budget where the head or the columns leave no other reading.
void TableLinker::link_change(const TablePart& part, const TablePanel& panel, std::uint32_t column, const Lines& lines) {
  const TableColumn& change = part.columns[column];
  const auto same_span = [&](std::uint32_t each) { return part.columns[each].path.size() < 2 || change.path.size() < 2 || part.columns[each].span.front() == change.span.front(); };
  std::vector<std::uint32_t> amounts, current, previous, budgets, actual;
  for (const std::uint32_t each : of_kind(part, panel, ColumnKind::amount)) {
    if (same_span(each) || change.path.size() < 2) amounts.push_back(each);
  }
  int latest = 0;
  for (const std::uint32_t each : amounts) latest = std::max(latest, part.columns[each].period.year);
  for (const std::uint32_t each : amounts) {
    const TableColumn& other = part.columns[each];
    const bool earlier = other.period.kind == PeriodKind::previous || (other.period.kind == PeriodKind::year && other.period.year == latest - 1) ||
                         (other.basis == Basis::unknown && document_.lexicon->prefix(other.head, profile::WordClass::opening));   // 期初数
    if (earlier) previous.push_back(each);
    else if (is_budget(other)) budgets.push_back(each);
    else current.push_back(each);
    if (!earlier && is_spent(other)) actual.push_back(each);
  }
  std::optional<std::uint32_t> amount;   // of change, for a rate
  if (change.kind == ColumnKind::change_rate) {
    const auto changes = of_kind(part, panel, ColumnKind::change);
    if (changes.size() == 1) amount = changes.front();
    else if (std::find(changes.begin(), changes.end(), column - 1) != changes.end()) amount = column - 1;
  }
  const std::u16string head = change.head + (amount ? part.columns[*amount].head : std::u16string());
  const auto dated = [&](std::uint32_t each) { return part.columns[each].period.kind != PeriodKind::unstated; };
  if (current.size() > 1 && std::count_if(current.begin(), current.end(), dated) == 1) std::erase_if(current, [&](std::uint32_t each) { return !dated(each); });   // 编制数 | 上年末 | 本年末
  const bool of_budget = head.find(u"预算") != std::u16string::npos, of_last = head.find(u"上年") != std::u16string::npos || head.find(u"同比") != std::u16string::npos;
  if (!of_budget && previous.size() == 1 && current.empty() && budgets.size() == 1 && part.columns[previous.front()].basis == Basis::budget) current = budgets;   // this year's budget against last year's
  std::uint32_t top = 0, base = 0;
  const bool sums = std::any_of(amounts.begin(), amounts.end(), [&](std::uint32_t each) { return part.columns[each].total != Total::none; });
  if (!of_budget && previous.size() == 1 && current.size() == 1 && (of_last || budgets.empty())) top = current.front(), base = previous.front();
  else if (!of_last && previous.empty() && budgets.size() == 1 && actual.size() == 1 && current.size() == 1) top = actual.front(), base = budgets.front();
  else return;
  if (sums) return;
  bool negative = false;
  for (const Line& line : lines) negative = negative || (is_number(line.row, column) && quantity(line.row, column).number.is_negative());
  const bool against_budget = std::find(budgets.begin(), budgets.end(), base) != budgets.end();
  if (against_budget && change.kind == ColumnKind::change && differs_more(column, top, base, lines)) std::swap(top, base);   // 差异 = 预算 - 决算
  for (const Line& line : lines) {
    if (!is_usable(line.row) || !is_number(line.row, column) || !is_number(line.row, top) || !is_number(line.row, base)) continue;
    const bool rate = change.kind == ColumnKind::change_rate;
    if (rate && (quantity(line.row, base).number.is_zero() || quantity(line.row, base).number.is_negative())) continue;
    if (!rate && !same_unit(ref(line.row, column), ref(line.row, top))) continue;
    if (!same_unit(ref(line.row, top), ref(line.row, base))) continue;
    Relation relation = quotient(RelationKind::change, line.row, column, top, base);
    if (rate && amount && is_number(line.row, *amount)) relation.operands[0].quantity = ref(line.row, *amount);
    if (!rate) relation.operands[1].sign = -1;
    relation.derived = rate;
    relation.unsigned_change = !negative;
    add(std::move(relation));
  }
}

// 单价 × 数量 = 金额
void TableLinker::link_product(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  const auto prices = of_kind(part, panel, ColumnKind::price), numbers = of_kind(part, panel, ColumnKind::number);
  std::vector<std::uint32_t> amounts;
  for (const std::uint32_t column : of_kind(part, panel, ColumnKind::amount)) {
    if (ends_in(part.columns[column].head, document_.lexicon->vocabulary().tables.product)) amounts.push_back(column);
  }
  if (prices.size() != 1 || numbers.size() != 1 || amounts.size() != 1) return;
  const bool others = of_kind(part, panel, ColumnKind::amount).size() > 1;
  for (const Line& line : lines) {
    const std::uint32_t row = line.row;
    if (!is_usable(row) || line.total != Total::none || !is_number(row, prices.front()) || !is_number(row, numbers.front()) || !is_number(row, amounts.front())) continue;
    if (quantity(row, prices.front()).base_unit != quantity(row, amounts.front()).base_unit) continue;
    Relation relation = quotient(RelationKind::product, row, amounts.front(), prices.front(), numbers.front());
    relation.derived = false;
    if (others && judge(document_, relation).status == Status::violated) continue;   // 单价 × 数量 × 月数
    add(std::move(relation));
  }
}

}  // namespace gouji::relations
