// Groups of rows in tables of scores: 产出指标（50分） and the rows below it, here and in the text; scores by their rates.

#include <algorithm>

#include "relations/match.h"
#include "relations/table_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using facts::Role;
using profile::UnitKind;

// 产出指标 and 产出 name one group.
std::u16string_view stem(std::u16string_view words) {
  if (words.ends_with(u"指标") && words.size() > 3) words.remove_suffix(2);
  return words;
}

}  // namespace

void TableLinker::link_score_groups(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  const auto weights = of_kind(part, panel, ColumnKind::weight), scores = of_kind(part, panel, ColumnKind::score);
  if (weights.size() != 1 || scores.size() != 1 || panel.names.empty()) return;
  std::vector<std::vector<std::size_t>> groups;   // rows of one first cell
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].total != Total::none || lines[i].group.empty()) continue;
    if (groups.empty() || lines[groups.back().front()].group != lines[i].group || groups.back().back() + 1 != i) groups.push_back({});
    groups.back().push_back(i);
  }
  for (const auto& rows : groups) {
    const auto behind = rows.back() + 1;
    const bool summed = behind < lines.size() && lines[behind].total == Total::subtotal;
    std::vector<QuantityRef> weighed, scored;
    for (const std::size_t i : rows) {
      const std::uint32_t row = lines[i].row;
      if (!is_usable(row) || !is_number(row, weights.front()) || !is_number(row, scores.front())) break;
      weighed.push_back(ref(row, weights.front()));
      scored.push_back(ref(row, scores.front()));
    }
    if (weighed.size() != rows.size()) continue;
    link_group_head(lines[rows.front()], weighed, scored);
    if (!summed && rows.size() >= 2) link_told_group(lines[rows.front()], weighed, scored);
  }
}

// 产出指标（50分）: the weight in the first cell is that of its rows.
void TableLinker::link_group_head(const Line& first, const std::vector<QuantityRef>& weights, const std::vector<QuantityRef>& scores) {
  const std::uint32_t block = table_.rows[first.row].block;
  const auto& quantities = document_.blocks[block].facts->quantities;
  for (std::uint32_t i = 0; i < quantities.size(); ++i) {
    const Quantity& value = quantities[i];
    const bool head = value.cell < 0 && value.kind == UnitKind::score && value.approximation == facts::Approximation::exact && QuantityRef{block, i} < weights.front();
    if (!head) continue;
    Relation relation;
    relation.kind = RelationKind::column;
    relation.result = {block, i};
    for (const QuantityRef weight : weights) relation.operands.push_back({weight, 1});
    relation.because = Because::structure;
    if (judge(document_, relation).status != Status::violated || judge_sum(relation.result, scores) == Status::violated) add(std::move(relation));
    return;
  }
}

Status TableLinker::judge_sum(QuantityRef total, const std::vector<QuantityRef>& parts) const {
  Relation relation;
  relation.kind = RelationKind::column;
  relation.result = total;
  for (const QuantityRef part : parts) relation.operands.push_back({part, 1});
  return judge(document_, relation).status;
}

// 产出指标分值50分，得48.62分: the text tells what the rows of the group add up to.
void TableLinker::link_told_group(const Line& first, const std::vector<QuantityRef>& weights, const std::vector<QuantityRef>& scores) {
  const std::u16string_view name = stem(first.group);
  if (name.size() < 2) return;
  for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
    if (document_.blocks[block].block->kind == syntax::BlockKind::table_row) continue;
    const auto& quantities = document_.blocks[block].facts->quantities;
    bool named = false;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      const Quantity& value = quantities[i];
      if (value.kind != UnitKind::score || value.approximation != facts::Approximation::exact) {
        if (value.kind != UnitKind::percent) named = false;
        continue;
      }
      const std::u16string& label = value.label;
      const bool here = label.find(name) != std::u16string::npos && label.size() <= name.size() + 6;
      if (!here && !(named && label.size() <= 2)) {
        named = false;
        continue;
      }
      const bool goes_on = named && !here;
      named = here;
      const QuantityRef told{block, i};
      const bool weight = !goes_on && judge_sum(told, weights) == Status::holds;
      const bool full = weight && judge_sum(told, scores) == Status::holds && value.basis != facts::Basis::target;
      if (weight && !full) add_sum(RelationKind::sum, told, weights, false, Because::structure);
      else if (judge_sum(told, scores) == Status::holds) add_sum(RelationKind::sum, told, scores, false, Because::structure);
    }
  }
}

// 按期完工率 | 100% | 87.50% | 10 | 8.75: what was reached of all there was, in the row or under its name in the text.
void TableLinker::link_row_scores(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  const auto weights = of_kind(part, panel, ColumnKind::weight), scores = of_kind(part, panel, ColumnKind::score);
  if (weights.size() != 1 || scores.size() != 1) return;
  const auto rates = of_kind(part, panel, ColumnKind::rate);
  const bool reached = rates.size() == 1 && !part.columns[rates.front()].head.starts_with(u"得分") && link_reached_scores(rates.front(), weights.front(), scores.front(), lines);
  for (const Line& line : lines) {
    const std::uint32_t row = line.row;
    if (reached || !is_usable(row) || line.total != Total::none || !is_number(row, weights.front()) || !is_number(row, scores.front())) continue;
    const QuantityRef weight = ref(row, weights.front()), score = ref(row, scores.front());
    if (const auto rate = rate_in_row(part, row, weight)) {
      if (tie_score(score, weight, *rate, true)) continue;
    }
    if (quantity(row, scores.front()).value() >= quantity(row, weights.front()).value()) continue;
    for (const QuantityRef rate : rates_named(line.words)) {
      if (tie_score(score, weight, rate, false)) break;
    }
  }
}

// 完成率 | 分值 | 得分: where most rows below 100 % are scored by their rates, the others are as well.
bool TableLinker::link_reached_scores(std::uint32_t rate, std::uint32_t weight, std::uint32_t score, const Lines& lines) {
  std::vector<Relation> relations;
  std::size_t good = 0, below = 0, told = 0;
  for (const Line& line : lines) {
    if (!is_usable(line.row) || line.total != Total::none || !is_number(line.row, rate) || !is_number(line.row, weight) || !is_number(line.row, score)) continue;
    Relation relation;
    relation.kind = RelationKind::score;
    relation.result = ref(line.row, score);
    relation.operands = {{ref(line.row, weight), 1}, {ref(line.row, rate), 1}};
    relation.derived = true;
    const bool holds = judge(document_, relation).status != Status::violated;
    const bool full = quantity(line.row, rate).number >= number::Decimal(100, 0);
    below += full ? 0 : 1;
    told += holds && !full ? 1 : 0;
    good += holds ? 1 : 0;
    relations.push_back(std::move(relation));
  }
  if (relations.size() < 2 || told < 1 || relations.size() - good > std::max<std::size_t>(1, relations.size() / 4) || 2 * told < below) return false;
  const bool sure = told >= 2;
  for (Relation& relation : relations) {
    if (sure || judge(document_, relation).status != Status::violated) add(std::move(relation));
  }
  return true;
}

bool TableLinker::tie_score(QuantityRef score, QuantityRef weight, QuantityRef rate, bool here) {
  Relation relation;
  relation.kind = RelationKind::score;
  relation.result = score;
  relation.operands = {{weight, 1}, {rate, 1}};
  relation.derived = true;
  const Verdict verdict = explain(document_, relation);
  const bool by_chance = document_.quantity(score).number.places() == 0 && verdict.difference != "0";   // 9 of 10 at 94.1 %
  const bool cut = here && verdict.status == Status::rounding && document_.quantity(score).number.places() > 0;   // 9.8 of 98.72 %
  if ((verdict.status != Status::holds && !cut) || by_chance) return false;
  add(std::move(relation));
  return true;
}

// The only percentage of the row that is no target and not made of its scores.
std::optional<QuantityRef> TableLinker::rate_in_row(const TablePart& part, std::uint32_t row, QuantityRef weight) const {
  const auto& words = document_.lexicon->vocabulary().tables;
  const auto& quantities = document_.blocks[weight.block].facts->quantities;
  std::optional<QuantityRef> found;
  for (std::uint32_t i = 0; i < quantities.size(); ++i) {
    const Quantity& value = quantities[i];
    if (value.kind != UnitKind::percent || value.approximation != facts::Approximation::exact) continue;
    if (value.cell >= 0) {
      std::uint32_t column = 0;
      while (column < part.columns.size() && !(cell(row, column).kind == CellKind::number && cell(row, column).ordinal == i)) ++column;
      if (column >= part.columns.size() || part.columns[column].head.starts_with(u"得分")) return std::nullopt;
      if (ends_in(part.columns[column].head, words.planned)) {
        if (value.number != number::Decimal(100, 0)) return std::nullopt;
        continue;
      }
    }
    if (found) return std::nullopt;
    found = QuantityRef{weight.block, i};
  }
  for (std::uint32_t column = 0; column < part.columns.size(); ++column) {   // ≥95%, 93.75%: of the target, and not of the weight
    if (found && ends_in(part.columns[column].head, words.planned) && cell(row, column).kind == CellKind::number && quantity(row, column).approximation != facts::Approximation::exact && quantity(row, column).kind == UnitKind::percent && quantities[found->ordinal].cell >= 0) return std::nullopt;
  }
  return found;
}

std::vector<QuantityRef> TableLinker::rates_named(std::u16string_view name) const {
  std::vector<QuantityRef> rates;
  const auto executes = [&](std::u16string_view words) { return words.find(u"执行") != std::u16string_view::npos || document_.lexicon->contains(words, profile::WordClass::execution); };
  for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
    const auto& facts = *document_.blocks[block].facts;
    for (std::uint32_t i = 0; i < facts.quantities.size(); ++i) {
      const Quantity& value = facts.quantities[i];
      if (value.kind != UnitKind::percent || value.cell >= 0 || value.role != Role::rate || value.approximation != facts::Approximation::exact) continue;
      const bool same = value.label.size() >= 3 && name.size() >= 3 && (name.ends_with(value.label) || std::u16string_view(value.label).ends_with(name));
      if (same || (executes(name) && executes(value.label))) rates.push_back({block, i});
    }
  }
  for (const Table& table : *document_.tables) {   // the total of 执行率, 满意率 in another table
    if (&table == &table_) continue;
    for (const TablePart& part : table.parts) {
      for (const TablePanel& panel : part.panels) {
        for (const std::uint32_t column : panel.numbers) {
          const TableColumn& head = part.columns[column];
          const std::u16string_view stem = std::u16string_view(head.head).substr(0, 2);
          const bool same = head.head.size() >= 3 && head.head.ends_with(u"率") && name.find(stem) != std::u16string_view::npos;   // 满意率 of 满意度
          if (head.kind != ColumnKind::rate || !(same || (executes(name) && executes(head.head)))) continue;
          for (std::uint32_t row = part.first; row < part.last; ++row) {
            const TableCell& cell = table.rows[row].cells[column];
            const QuantityRef ref{table.rows[row].block, cell.ordinal};
            if (cell.kind != CellKind::number || document_.quantity(ref).approximation != facts::Approximation::exact) continue;
            if (read_name(table, part, panel, row, *document_.lexicon).total != Total::none) rates.push_back(ref);
          }
        }
      }
    }
  }
  return rates;
}

// 质量验收滞后扣0.50分: what the words of a row take off is what is missing to the full mark, where most rows say it so.
void TableLinker::link_told_losses(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  const auto weights = of_kind(part, panel, ColumnKind::weight), scores = of_kind(part, panel, ColumnKind::score);
  if (weights.size() != 1 || scores.size() != 1) return;
  std::vector<Relation> found;
  std::size_t good = 0;
  for (const Line& line : lines) {
    const std::uint32_t row = line.row;
    if (!is_usable(row) || line.total != Total::none || !is_number(row, weights.front()) || !is_number(row, scores.front())) continue;
    const std::uint32_t block = table_.rows[row].block;
    const auto& quantities = document_.blocks[block].facts->quantities;
    std::optional<QuantityRef> lost;
    std::size_t told = 0;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      const Quantity& value = quantities[i];
      if (value.cell >= 0 || value.kind != UnitKind::score || value.approximation != facts::Approximation::exact || value.role != Role::change || value.direction > 0) continue;
      lost = QuantityRef{block, i};
      ++told;
    }
    if (told != 1) continue;
    Relation relation;
    relation.kind = RelationKind::row;
    relation.result = *lost;
    relation.operands = {{ref(row, weights.front()), 1}, {ref(row, scores.front()), -1}};
    good += judge(document_, relation).status != Status::violated ? 1 : 0;
    found.push_back(std::move(relation));
  }
  const bool sure = good >= 2 && found.size() - good <= found.size() / 3;   // else perhaps a rule: 每少一项扣0.5分
  for (Relation& relation : found) {
    if (sure || judge(document_, relation).status != Status::violated) add(std::move(relation));
  }
}

}  // namespace gouji::relations
