// Totals of rows: 合计 and the columns it adds up, spans of columns, and budgets with their adjustments.

#include <algorithm>

#include "relations/table_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Basis;

namespace {

// A balance or a deficit is no part of a total.
bool is_left_over(const TableColumn& column, const profile::Lexicon& lexicon) {
  const profile::Entry* entry = lexicon.concept_suffix(column.head);
  return entry && lexicon.vocabulary().concepts[entry->concept_index].id == "closing_balance";
}

}  // namespace

// The columns as a tree: those that share a head stand below it.
std::vector<TableLinker::Node> TableLinker::nodes(const TablePart& part, const std::vector<std::uint32_t>& columns, std::size_t depth) const {
  std::vector<Node> list;
  for (std::size_t i = 0; i < columns.size();) {
    const TableColumn& first = part.columns[columns[i]];
    std::size_t end = i + 1;
    const bool leaf = first.path.size() <= depth + 1;
    while (!leaf && end < columns.size() && part.columns[columns[end]].path.size() > depth + 1 && part.columns[columns[end]].span[depth] == first.span[depth]) ++end;
    Node node{columns[i], {}, depth < first.path.size() ? first.path[depth] : std::u16string()};
    if (!leaf) node.children = nodes(part, {columns.begin() + static_cast<std::ptrdiff_t>(i), columns.begin() + static_cast<std::ptrdiff_t>(end)}, depth + 1);
    list.push_back(std::move(node));
    i = end;
  }
  return list;
}

void TableLinker::link_rows(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  std::vector<std::uint32_t> amounts;
  for (const std::uint32_t column : panel.numbers) {
    const TableColumn& each = part.columns[column];
    if (each.kind == ColumnKind::amount && !each.average) amounts.push_back(column);
  }
  const bool planned = std::any_of(panel.numbers.begin(), panel.numbers.end(), [&](std::uint32_t column) { return part.columns[column].kind == ColumnKind::price; });
  if (!planned) link_nodes(part, nodes(part, amounts, 0), lines);   // 单价 | 数量 | 小计 is a product
  link_adjustments(part, panel, lines);
}

void TableLinker::link_nodes(const TablePart& part, const std::vector<Node>& nodes, const Lines& lines) {
  std::vector<Summand> list;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    Summand summand;
    const bool leaf = node.children.empty();
    if (leaf) {
      summand.total = total_of(part.columns[node.column].head, *document_.lexicon, &summand.named);
      if (part.columns[node.column].path.size() > 1) summand.total = total_of(node.head, *document_.lexicon, &summand.named);
    }
    const auto& among = document_.lexicon->vocabulary().tables.among;
    const bool opens = !leaf && std::find(among.begin(), among.end(), node.head) != among.end();
    if (opens && i > 0 && nodes[i - 1].children.empty()) {   // 合计 | 其中 over its columns
      std::vector<std::uint32_t> parts;
      if (find_columns(part, node, parts)) tie_columns(part, nodes[i - 1].column, parts, true, lines);
      summand.part = false;
    }
    list.push_back(summand);
    if (!leaf) link_nodes(part, node.children, lines);
  }
  for (const SumGroup& group : sum_groups(list)) {
    std::vector<std::uint32_t> parts;
    bool sure = true, among = false;
    for (const std::size_t i : group.parts) {
      sure = sure && find_columns(part, nodes[i], parts);
      among = among || (nodes[i].children.empty() && part.columns[nodes[i].column].among);
    }
    if (sure) tie_columns(part, nodes[group.total].column, parts, among, lines);
  }
}

// A span is told by its own total, else by all its columns.
bool TableLinker::find_columns(const TablePart& part, const Node& node, std::vector<std::uint32_t>& columns) const {
  if (node.children.empty()) {
    columns.push_back(node.column);
    return true;
  }
  std::vector<std::uint32_t> totals;
  for (const Node& child : node.children) {
    if (child.children.empty() && total_of(child.head, *document_.lexicon) != Total::none) totals.push_back(child.column);
  }
  if (totals.size() == 1) {
    columns.push_back(totals.front());
    return true;
  }
  if (totals.size() > 1) return false;
  return std::all_of(node.children.begin(), node.children.end(), [&](const Node& child) { return find_columns(part, child, columns); });
}

void TableLinker::tie_columns(const TablePart& part, std::uint32_t total, const std::vector<std::uint32_t>& parts, bool among, const Lines& lines) {
  const TableColumn& whole = part.columns[total];
  const bool years = whole.period.kind == facts::PeriodKind::unstated && std::all_of(parts.begin(), parts.end(), [&](std::uint32_t column) { return part.columns[column].period.kind == facts::PeriodKind::year; });   // 三年合计
  for (const std::uint32_t column : parts) {
    const TableColumn& each = part.columns[column];
    const bool one_basis = each.basis == whole.basis || each.basis == Basis::unknown;
    const bool one_period = each.period == whole.period || each.period.kind == facts::PeriodKind::unstated || years;
    if (!one_basis || !one_period || is_left_over(each, *document_.lexicon) || each.counted != whole.counted) return;
  }
  std::vector<Relation> found;
  std::size_t good = 0;
  for (const Line& line : lines) {
    if (!is_usable(line.row) || line.breaks || !is_number(line.row, total) || line.words.ends_with(u"率") || is_average(line)) continue;
    Relation relation;
    relation.kind = RelationKind::row;
    relation.result = ref(line.row, total);
    bool sure = quantity(line.row, total).kind != profile::UnitKind::percent, blanks = false;
    for (const std::uint32_t column : parts) {
      const CellKind kind = cell(line.row, column).kind;
      blanks = blanks || kind == CellKind::blank;
      if (kind == CellKind::text) sure = false;
      if (kind != CellKind::number) continue;
      sure = sure && is_number(line.row, column) && same_unit(ref(line.row, column), relation.result);
      relation.operands.push_back({ref(line.row, column), 1});
    }
    if (!sure || relation.operands.empty() || parts.size() < 2) continue;
    std::vector<std::u16string> names;
    for (const std::uint32_t column : parts) names.push_back(part.columns[column].head);
    if (may_overlap(names) && judge(document_, relation).status == Status::violated) continue;
    if (among || blanks) {
      const bool exceeds = quantity(line.row, total).value() < signed_sum(document_, relation);
      const bool violated = judge(document_, relation).status == Status::violated;
      if (violated && exceeds && among && !one_exceeds(relation)) continue;
      if (violated && !exceeds && (relation.operands.size() < 2 || whole.total == Total::none)) continue;   // 其中 may pick some
      relation.proof = exceeds;
    } else {
      relation.proof = true;
    }
    good += judge(document_, relation).status != Status::violated ? 1 : 0;
    found.push_back(std::move(relation));
  }
  const bool sure = found.size() == 1 || 2 * good >= found.size();   // else the total is of something else
  for (Relation& relation : found) {
    if (sure || judge(document_, relation).status != Status::violated) add(std::move(relation));
  }
}

// 年初预算 | 调整 | 调整后预算.
void TableLinker::link_adjustments(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  const auto& words = document_.lexicon->vocabulary().tables;
  std::vector<std::uint32_t> first, adjusted, others;
  std::vector<std::pair<std::uint32_t, int>> changes;
  for (const std::uint32_t column : panel.numbers) {
    const TableColumn& each = part.columns[column];
    if ((each.kind != ColumnKind::amount && each.kind != ColumnKind::change) || each.path.size() > 1) continue;
    const bool says_after = each.head.find(u"后") != std::u16string::npos;
    if (!says_after && ends_in(each.head, words.adjust_down)) changes.emplace_back(column, -1);
    else if (!says_after && (ends_in(each.head, words.adjust_up) || ends_in(each.head, words.adjustment))) changes.emplace_back(column, 1);
    else if (is_left_over(each, *document_.lexicon)) continue;
    else if (each.basis == Basis::adjusted_budget) adjusted.push_back(column);
    else if (each.basis == Basis::budget) first.push_back(column);
    else if (each.basis != Basis::actual && each.period.kind == facts::PeriodKind::unstated) others.push_back(column);
  }
  const auto tie = [&](std::uint32_t result, const std::vector<std::pair<std::uint32_t, int>>& terms) {
    for (const Line& line : lines) {
      if (!is_usable(line.row) || line.breaks || !is_number(line.row, result)) continue;
      Relation relation;
      relation.kind = RelationKind::row;
      relation.result = ref(line.row, result);
      bool sure = true;
      for (const auto& [column, sign] : terms) {
        if (!is_number(line.row, column)) {
          sure = sure && cell(line.row, column).kind != CellKind::text;
          continue;
        }
        sure = sure && same_unit(ref(line.row, column), relation.result);
        const bool printed_negative = quantity(line.row, column).number.is_negative();
        relation.operands.push_back({ref(line.row, column), sign < 0 && printed_negative ? 1 : sign});
      }
      if (!sure || relation.operands.empty() || !is_number(line.row, terms.front().first)) continue;
      const bool more = std::any_of(others.begin(), others.end(), [&](std::uint32_t column) { return column < result; });
      if (more && judge(document_, relation).status == Status::violated) continue;   // 上年结转 may be in it
      relation.proof = true;
      add(std::move(relation));
    }
  };
  if (first.size() == 1 && adjusted.size() == 1 && !changes.empty()) {
    std::vector<std::pair<std::uint32_t, int>> terms{{first.front(), 1}};
    terms.insert(terms.end(), changes.begin(), changes.end());
    tie(adjusted.front(), terms);
  }
}

}  // namespace gouji::relations
