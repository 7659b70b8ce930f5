// Points lost: 分值 | 得分 | 扣分; and amounts whose price names its unit.

#include <algorithm>

#include "relations/series.h"
#include "relations/table_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

namespace {

bool is_measured(const TableColumn& column) { return (column.kind == ColumnKind::amount || column.kind == ColumnKind::change || column.kind == ColumnKind::number) && !column.average; }

}  // namespace

// A row that does not fit is told where half of them do.
void TableLinker::add_flow(std::uint32_t result, const FlowTerms& terms, const Lines& lines) {
  std::vector<Relation> relations = flow_rows(result, terms, lines);
  const auto good = static_cast<std::size_t>(std::count_if(relations.begin(), relations.end(), [&](const Relation& relation) { return judge(document_, relation).status != Status::violated; }));
  const bool sure = 2 * good >= relations.size() || relations.size() == 1;
  for (Relation& relation : relations) {
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

// 扣分: what is missing to the full mark.
void TableLinker::link_lost(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  std::vector<std::uint32_t> lost;
  for (const std::uint32_t column : panel.numbers) {
    if (is_measured(part.columns[column]) && ends_in(last_words(part.columns[column]), document_.lexicon->vocabulary().tables.lost)) lost.push_back(column);
  }
  const auto weights = of_kind(part, panel, ColumnKind::weight), scores = of_kind(part, panel, ColumnKind::score);
  if (lost.size() == 1 && weights.size() == 1 && scores.size() == 1) add_flow(lost.front(), {{weights.front(), 1}, {scores.front(), -1}}, lines);
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
