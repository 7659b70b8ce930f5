// Flows of tables: 年初数 | 本年增加 | 本年减少 | 年末数, and what is left: 到位 | 支出 | 结转, 分值 | 得分 | 扣分.

#include <algorithm>

#include "relations/table_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Basis;
using facts::PeriodKind;

namespace {

// The last words of a head, without years and a bracket behind them: 本年减少(含折旧摊销).
std::u16string_view last_words(const TableColumn& column) {
  std::u16string_view words = column.path.empty() ? std::u16string_view(column.head) : column.path.back();
  const auto bracket = words.find(u'(');
  return bracket == std::u16string_view::npos || bracket == 0 ? words : words.substr(0, bracket);
}

bool begins_with(std::u16string_view words, const std::vector<std::u16string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::u16string& beginning) { return words.starts_with(beginning); });
}

bool is_measured(const TableColumn& column) { return (column.kind == ColumnKind::amount || column.kind == ColumnKind::change || column.kind == ColumnKind::number) && !column.average; }

bool is_planned(const TableColumn& column) { return column.basis == Basis::budget || column.basis == Basis::adjusted_budget; }

}  // namespace

// Of the ways in which the heads may be read, the one that gives most rows. A row that does not fit is told where there is
// one way only, or where the others fit.
void TableLinker::add_flow(std::uint32_t result, const std::vector<FlowTerms>& readings, bool single, const Lines& lines) {
  std::vector<Relation> best;
  std::size_t most = 0;
  for (const FlowTerms& terms : readings) {
    std::vector<Relation> relations = flow_rows(result, terms, lines);
    const auto good = static_cast<std::size_t>(std::count_if(relations.begin(), relations.end(), [&](const Relation& relation) { return judge(document_, relation).status != Status::violated; }));
    if (!best.empty() && good <= most) continue;
    most = good;
    best = std::move(relations);
  }
  const bool sure = single ? 2 * most >= best.size() || best.size() == 1 : most >= 2 && 3 * most >= 2 * best.size();
  for (Relation& relation : best) {
    if (sure || judge(document_, relation).status != Status::violated) add(std::move(relation));
  }
}

// 上年末在职 of 人, 本年增加 of no unit
bool TableLinker::is_one_measure(QuantityRef a, QuantityRef b) const {
  const facts::Quantity& first = document_.quantity(a);
  const facts::Quantity& second = document_.quantity(b);
  const auto bare = [](const facts::Quantity& value) { return value.kind == profile::UnitKind::other || value.base_unit.empty(); };
  if (first.kind == profile::UnitKind::percent || second.kind == profile::UnitKind::percent) return false;
  return same_unit(a, b) || (first.exponent == second.exponent && (bare(first) || bare(second)));
}

std::vector<Relation> TableLinker::flow_rows(std::uint32_t result, const FlowTerms& terms, const Lines& lines) const {
  std::vector<Relation> relations;
  for (const Line& line : lines) {
    if (!table_.rows[line.row].sure || line.breaks || !is_number(line.row, result) || !is_number(line.row, terms.front().first)) continue;
    Relation relation;
    relation.kind = RelationKind::row;
    relation.result = ref(line.row, result);
    relation.proof = true;
    bool sure = true, told = false;
    for (const auto& [column, sign] : terms) {
      if (!is_number(line.row, column)) {
        sure = sure && cell(line.row, column).kind != CellKind::text && cell(line.row, column).kind != CellKind::number;
        continue;
      }
      sure = sure && is_one_measure(ref(line.row, column), relation.result);
      told = told || column != terms.front().first;
      const bool printed_negative = quantity(line.row, column).number.is_negative();
      relation.operands.push_back({ref(line.row, column), sign < 0 && printed_negative ? 1 : sign});
    }
    if (sure && told) relations.push_back(std::move(relation));
  }
  return relations;
}

// 年初数, what came in, what went out, 年末数: every column between the two says which way it goes.
void TableLinker::link_stocks(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  const auto& words = document_.lexicon->vocabulary().tables;
  for (std::size_t i = 0; i < panel.numbers.size(); ++i) {
    const TableColumn& opening = part.columns[panel.numbers[i]];
    if (!is_measured(opening) || is_planned(opening) || !begins_with(last_words(opening), words.opening)) continue;
    FlowTerms terms{{panel.numbers[i], 1}};
    for (std::size_t j = i + 1; j < panel.numbers.size(); ++j) {
      const TableColumn& column = part.columns[panel.numbers[j]];
      if (!is_measured(column) || column.path.size() != opening.path.size() || begins_with(last_words(column), words.opening)) break;
      if (begins_with(last_words(column), words.final)) {
        if (terms.size() > 1) add_flow(panel.numbers[j], {terms}, true, lines);
        break;
      }
      const bool in = ends_in(last_words(column), words.came_in), out = ends_in(last_words(column), words.went_out);
      if (in == out) break;
      terms.emplace_back(panel.numbers[j], in ? 1 : -1);
    }
  }
}

// 结余, 未支付, 扣分: what was to be done, at the left, without what was done.
void TableLinker::link_left(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  const auto& words = document_.lexicon->vocabulary().tables;
  std::vector<std::uint32_t> left, lost, done, wholes, openings;
  bool adjusted = false;
  for (const std::uint32_t column : panel.numbers) {
    const TableColumn& each = part.columns[column];
    if (!is_measured(each) || each.path.size() > 1 || each.period.kind == PeriodKind::previous) {
      if (is_measured(each) && each.path.size() == 1 && begins_with(last_words(each), words.opening) && !is_planned(each)) openings.push_back(column);
      continue;
    }
    const bool changes = ends_in(each.head, words.adjust_down) || ends_in(each.head, words.adjust_up) || ends_in(each.head, words.adjustment);
    if (ends_in(last_words(each), words.lost)) lost.push_back(column);
    else if (begins_with(last_words(each), words.opening) && !is_planned(each)) openings.push_back(column);   // 上年结转
    else if (ends_in(last_words(each), words.left)) left.push_back(column);
    else if (changes && each.basis != Basis::adjusted_budget) adjusted = true;
    else if (!is_planned(each) && (ends_in(last_words(each), words.done))) done.push_back(column);
    else if (each.kind == ColumnKind::amount) wholes.push_back(column);
  }
  const auto weights = of_kind(part, panel, ColumnKind::weight), scores = of_kind(part, panel, ColumnKind::score);
  if (lost.size() == 1 && weights.size() == 1 && scores.size() == 1) add_flow(lost.front(), {{{weights.front(), 1}, {scores.front(), -1}}}, true, lines);
  if (left.size() != 1 || done.empty()) return;
  std::vector<FlowTerms> readings;
  wholes.insert(wholes.end(), done.begin(), done.end() - 1);   // 到位 | 支出 | 结转
  std::stable_sort(wholes.begin(), wholes.end(), [&](std::uint32_t a, std::uint32_t b) { return is_planned(part.columns[a]) && part.columns[a].basis == Basis::adjusted_budget && part.columns[b].basis != Basis::adjusted_budget; });
  for (const std::uint32_t whole : wholes) {
    if (whole < left.front()) readings.push_back({{whole, 1}, {done.back(), -1}});
  }
  for (const std::uint32_t opening : openings) {
    for (const std::uint32_t whole : wholes) {
      if (whole < left.front()) readings.push_back({{opening, 1}, {whole, 1}, {done.back(), -1}});
    }
  }
  const bool single = readings.size() == 1 && is_planned(part.columns[wholes.front()]) && (!adjusted || part.columns[wholes.front()].basis == Basis::adjusted_budget);
  if (!readings.empty()) add_flow(left.front(), readings, single, lines);
}

// 补助标准(元/亩) × 核验面积(亩) = 补助金额(万元): the unit of the price names that of the number.
void TableLinker::link_priced(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  const auto& units = document_.lexicon->vocabulary().units;
  for (const std::uint32_t price : panel.numbers) {
    const std::u16string_view head = part.columns[price].path.empty() ? std::u16string_view() : std::u16string_view(part.columns[price].path.back());
    const auto open = head.rfind(u'('), slash = head.rfind(u'/');
    if (open == std::u16string_view::npos || slash == std::u16string_view::npos || slash < open || !head.ends_with(u')')) continue;
    const auto money = head.substr(open + 1, slash - open - 1), thing = head.substr(slash + 1, head.size() - slash - 2);
    const profile::Entry* of_money = document_.lexicon->unit_at(money, 0);
    const profile::Entry* of_thing = document_.lexicon->unit_at(thing, 0);
    if (!of_money || !of_thing || of_money->word != money || of_thing->word != thing || units[of_money->unit].kind != profile::UnitKind::money) continue;
    std::vector<Relation> best;
    std::size_t most = 0;
    for (const std::uint32_t number : panel.numbers) {
      if (!part.columns[number].unit || units[*part.columns[number].unit].base != units[of_thing->unit].base) continue;
      for (const std::uint32_t amount : panel.numbers) {
        if (part.columns[amount].kind != ColumnKind::amount || amount == number || amount == price) continue;
        std::vector<Relation> relations;
        for (const Line& line : lines) {
          const std::uint32_t row = line.row;
          if (!table_.rows[row].sure || line.total != Total::none || !is_number(row, price) || !is_number(row, number) || !is_number(row, amount)) continue;
          const facts::Quantity& value = quantity(row, amount);
          if (value.kind != profile::UnitKind::money || quantity(row, price).exponent != units[of_money->unit].exponent) continue;
          Relation relation = quotient(RelationKind::product, row, amount, price, number);
          relation.derived = false;
          relations.push_back(std::move(relation));
        }
        const auto good = static_cast<std::size_t>(std::count_if(relations.begin(), relations.end(), [&](const Relation& relation) { return judge(document_, relation).status != Status::violated; }));
        if (good <= most) continue;
        most = good;
        best = std::move(relations);
      }
    }
    for (Relation& relation : best) {
      if ((most >= 2 && 3 * most >= 2 * best.size()) || judge(document_, relation).status != Status::violated) add(std::move(relation));
    }
  }
}

}  // namespace gouji::relations
