// Columns of stocks and what moved them: 上年结转 | 本年到位 | 可用资金 | 本年支出 | 年末结余; 年初数 | 增加 | 减少 | 年末数.

#include <algorithm>

#include "relations/table_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

using Terms = std::vector<std::pair<std::uint32_t, int>>;

void TableLinker::link_movements(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  const auto& words = document_.lexicon->vocabulary().tables;
  std::vector<std::uint32_t> opening, available, closing;
  Terms moves;
  for (const std::uint32_t column : panel.numbers) {
    const TableColumn& each = part.columns[column];
    if ((each.kind != ColumnKind::amount && each.kind != ColumnKind::change && each.kind != ColumnKind::number) || each.average) continue;
    std::u16string_view head = each.head;
    if (const auto bracket = head.find(u'('); bracket != std::u16string_view::npos && bracket > 0) head = head.substr(0, bracket);
    if (ends_in(head, words.available)) available.push_back(column);
    else if (ends_in(head, words.closing) && !document_.lexicon->prefix(head, profile::WordClass::opening)) closing.push_back(column);
    else if (ends_in(head, words.inflow)) moves.emplace_back(column, 1);
    else if (ends_in(head, words.outflow)) moves.emplace_back(column, -1);
    else if (document_.lexicon->prefix(head, profile::WordClass::opening)) opening.push_back(column);
  }
  if (opening.size() > 1 || available.size() > 1 || closing.size() > 1) return;
  const auto tie = [&](std::uint32_t result, const Terms& terms) { tie_movement(result, terms, lines); };
  Terms before, behind;
  for (const auto& move : moves) (available.size() == 1 && move.first > available.front() ? behind : before).push_back(move);
  if (available.size() == 1 && opening.size() == 1 && !before.empty()) {
    Terms terms = before;
    terms.insert(terms.begin(), {opening.front(), 1});
    tie(available.front(), terms);
  }
  if (closing.size() != 1 || moves.empty()) return;
  if (available.size() == 1 && !behind.empty()) {
    Terms terms = behind;
    terms.insert(terms.begin(), {available.front(), 1});
    return tie(closing.front(), terms);
  }
  const bool both = std::any_of(moves.begin(), moves.end(), [](const auto& move) { return move.second < 0; });
  if (opening.size() != 1 || !both) return;
  Terms terms = moves;
  terms.insert(terms.begin(), {opening.front(), 1});
  tie(closing.front(), terms);
}

// Kept where at most one row does not hold, and others do: the heads alone do not say that nothing else moved.
void TableLinker::tie_movement(std::uint32_t result, const Terms& terms, const Lines& lines) {
  std::vector<Relation> relations;
  std::size_t good = 0;
  for (const Line& line : lines) {
    if (!is_usable(line.row) || line.breaks || !is_number(line.row, result) || line.words.ends_with(u"率")) continue;
    Relation relation;
    relation.kind = RelationKind::balance;
    relation.result = ref(line.row, result);
    bool sure = true;
    for (const auto& [column, sign] : terms) {
      if (!is_number(line.row, column)) {
        sure = sure && cell(line.row, column).kind != CellKind::text;
        continue;
      }
      sure = sure && same_unit(ref(line.row, column), relation.result);
      relation.operands.push_back({ref(line.row, column), sign});
    }
    if (!sure || relation.operands.size() < 2) continue;
    good += judge(document_, relation).status != Status::violated ? 1 : 0;
    relations.push_back(std::move(relation));
  }
  if (good == 0 || relations.size() - good > 1 || (good < 2 && relations.size() > good)) return;
  for (Relation& relation : relations) {
    if (std::all_of(relation.operands.begin(), relation.operands.end(), [](const Operand& operand) { return operand.sign > 0; })) relation.kind = RelationKind::row;
    add(std::move(relation));
  }
}

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
