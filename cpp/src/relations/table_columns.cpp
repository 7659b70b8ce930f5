// Totals of columns: 合计 and the rows it adds up, a row and the rows below it, 其中.

#include <algorithm>
#include <set>

#include "relations/table_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

bool can_be_added(const TableColumn& column) { return (column.kind == ColumnKind::amount || column.kind == ColumnKind::change || (column.kind == ColumnKind::number && column.unit)) && !column.average; }

}  // namespace

void TableLinker::link_columns(const TablePart& part, const TablePanel& panel, const Lines& lines) {
  if (!all_rows_sure(part)) return;
  part_ = &part;
  panel_ = &panel;
  for (const std::uint32_t column : panel.numbers) {
    if (!can_be_added(part.columns[column])) continue;
    link_totals(column, lines);
    link_children(column, lines);
    link_among(column, lines);
  }
}

bool TableLinker::all_rows_sure(const TablePart& part) const {
  return std::all_of(table_.rows.begin() + part.first, table_.rows.begin() + part.last, [](const TableRow& row) { return row.sure || row.trimmed; });
}

// A row without a number of its own stands for the rows below it.
void TableLinker::collect(const Lines& lines, std::size_t line, std::uint32_t column, Parts& parts) const {
  const std::uint32_t row = lines[line].row;
  switch (cell(row, column).kind) {
    case CellKind::number: {
      const facts::Quantity& value = quantity(row, column);
      if (value.approximation != facts::Approximation::exact || value.kind == profile::UnitKind::percent) parts.sure = false;
      if (!is_addend(lines[line], value)) parts.sure = false;
      parts.members.push_back(ref(row, column));
      return;
    }
    case CellKind::text: parts.sure = false; return;
    default:
      if (lines[line].children.empty()) parts.blanks = parts.blanks || cell(row, column).kind == CellKind::blank;
      for (const std::size_t child : lines[line].children) collect(lines, child, column, parts);
  }
}

// 人均, 增长率, 比上年增减; points that are taken off.
bool TableLinker::is_addend(const Line& line, const facts::Quantity& value) const {
  const auto& words = document_.lexicon->vocabulary().tables;
  if (value.kind == profile::UnitKind::score) return value.number.is_zero() || (line.words.find(u'扣') == std::u16string::npos && line.words.find(u"减分") == std::u16string::npos);
  if (line.words.ends_with(u"率") || ends_in(line.words, words.change) || ends_in(line.words, words.share)) return false;
  return !is_average(line);
}

bool TableLinker::is_average(const Line& line) const {
  const auto& words = document_.lexicon->vocabulary().tables.average;
  return std::any_of(words.begin(), words.end(), [&](const std::u16string& word) { return word.size() > 1 && line.words.starts_with(word); });
}

// 女, 党员: groups that overlap others; 男 and 女 alone do not.
bool TableLinker::may_overlap(const std::vector<std::u16string>& names) const {
  return names.size() > 2 && std::any_of(names.begin(), names.end(), [&](const std::u16string& name) { return document_.lexicon->suffix(name, profile::WordClass::attribute); });
}

// People and things may be in two groups at once; one group alone never exceeds the whole.
bool TableLinker::one_exceeds(const Relation& relation) const {
  const facts::Quantity& total = document_.quantity(relation.result);
  if (total.kind == profile::UnitKind::money) return true;
  return std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return document_.quantity(operand.quantity).value() > total.value(); });
}

void TableLinker::link_totals(std::uint32_t column, const Lines& lines) {
  const bool uncertain = std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.uncertain; });
  std::set<std::size_t> done;
  for (const bool absorb : {false, true}) {
    if (absorb && !uncertain) break;
    for (const SumGroup& group : sum_groups(summands(lines, absorb))) {
      const Line& total = lines[group.total];
      if (!is_number(total.row, column) || done.contains(group.total)) continue;
      Parts parts;
      bool marked = false, loose = false;
      for (const std::size_t line : group.parts) {
        marked = marked || lines[line].style != syntax::MarkerStyle::none;
        loose = loose || lines[line].loose;
        collect(lines, line, column, parts);
      }
      if (!parts.sure || parts.members.empty() || (marked && loose)) continue;
      const bool one_style = std::all_of(group.parts.begin(), group.parts.end(), [&](std::size_t line) { return lines[line].style == lines[group.parts.front()].style || lines[line].style == syntax::MarkerStyle::none || lines[line].total != Total::none; });
      if (!one_style) continue;
      Relation relation;
      relation.kind = RelationKind::column;
      relation.result = ref(total.row, column);
      for (const QuantityRef member : parts.members) relation.operands.push_back({member, 1});
      if (!std::all_of(parts.members.begin(), parts.members.end(), [&](QuantityRef member) { return same_unit(member, relation.result); })) continue;
      std::vector<std::u16string> names;
      for (const std::size_t line : group.parts) names.push_back(lines[line].words);
      if (may_overlap(names) && judge(document_, relation).status == Status::violated) continue;
      if (judge(document_, relation).status == Status::violated && fold(relation, column)) {
        if (judge(document_, relation).status == Status::violated) continue;
      }
      if (judge(document_, relation).status == Status::violated && takes_last(lines, group, column)) continue;
      if (uncertain && judge(document_, relation).status == Status::violated) continue;   // of two readings only one that holds is kept
      done.insert(group.total);
      relation.proof = !parts.blanks;
      add(std::move(relation));
    }
  }
}

// 支出总计 behind 三公经费, 基本支出, 项目支出: the last rows only, where these add up in every column.
bool TableLinker::takes_last(const Lines& lines, const SumGroup& group, std::uint32_t column) const {
  if (group.parts.size() < 3 || group.parts.back() > group.total || lines[group.total].total == Total::subtotal) return false;
  const auto columns_that_add_up = [&](std::size_t first) {
    std::size_t good = 0;
    for (const std::uint32_t each : panel_ ? panel_->numbers : std::vector<std::uint32_t>{column}) {
      if (!is_number(lines[group.total].row, each) || !can_be_added(part_->columns[each])) continue;
      number::Decimal sum;
      std::size_t filled = 0;
      for (std::size_t i = first; i < group.parts.size(); ++i) {
        if (!is_number(lines[group.parts[i]].row, each)) continue;
        sum = sum + quantity(lines[group.parts[i]].row, each).value();
        filled += quantity(lines[group.parts[i]].row, each).number.is_zero() ? 0 : 1;
      }
      good += filled >= 2 && sum == quantity(lines[group.total].row, each).value() ? 1 : 0;
    }
    return good;
  };
  const std::size_t all = columns_that_add_up(0);
  for (std::size_t first = 1; first + 2 <= group.parts.size(); ++first) {
    const std::size_t last = columns_that_add_up(first);
    if (last >= 2 && last > all) return true;
  }
  return false;
}

// 项目 | 金额 | 项目 | 金额: one list in two columns, and 合计 at its end is of both. True where the table is folded.
bool TableLinker::fold(Relation& relation, std::uint32_t column) const {
  if (!part_ || panel_ == &part_->panels.front()) return false;
  const auto place = std::find(panel_->numbers.begin(), panel_->numbers.end(), column) - panel_->numbers.begin();
  std::vector<Operand> before;
  for (const TablePanel& other : part_->panels) {
    if (&other == panel_) break;
    if (other.numbers.size() != panel_->numbers.size() || other.names.empty() || panel_->names.empty()) return false;
    const std::uint32_t its = other.numbers[static_cast<std::size_t>(place)];
    if (part_->columns[its].head != part_->columns[column].head || part_->columns[other.names.back()].head != part_->columns[panel_->names.back()].head) return false;
    for (std::uint32_t row = part_->first; row < part_->last; ++row) {
      if (total_of(cell(row, other.names.back()).words, *document_.lexicon) != Total::none) return false;
      if (is_number(row, its)) before.push_back({ref(row, its), 1});
    }
  }
  if (before.empty()) return false;
  relation.operands.insert(relation.operands.begin(), before.begin(), before.end());
  return true;
}

// A row and the rows below it: by their codes and numbers; proved only where the row says 合计.
void TableLinker::link_children(std::uint32_t column, const Lines& lines) {
  for (const Line& line : lines) {
    if (line.children.empty() || !is_number(line.row, column)) continue;
    Parts parts;
    for (const std::size_t child : line.children) collect(lines, child, column, parts);
    const bool coded = !line.code.empty();
    if (!parts.sure || parts.members.size() < (coded ? 1U : 2U)) continue;
    const QuantityRef total = ref(line.row, column);
    if (!std::all_of(parts.members.begin(), parts.members.end(), [&](QuantityRef member) { return same_unit(member, total); })) continue;
    Relation relation;
    relation.kind = RelationKind::column;
    relation.result = total;
    for (const QuantityRef member : parts.members) relation.operands.push_back({member, 1});
    relation.because = line.total != Total::none ? Because::words : Because::structure;
    relation.proof = line.total != Total::none && !parts.blanks;
    if (parts.blanks && judge(document_, relation).status == Status::violated) continue;
    add(std::move(relation));
  }
}

// 其中: may pick some of the parts: what adds up is tied, what exceeds is proved wrong. The rows that make up the funds of a
// project are all of them.
void TableLinker::link_among(std::uint32_t column, const Lines& lines) {
  for (const Line& line : lines) {
    if (line.listed.empty() || !is_number(line.row, column)) continue;
    const QuantityRef total = ref(line.row, column);
    Relation relation;
    relation.kind = RelationKind::column;
    relation.result = total;
    const bool overlaps = std::any_of(line.listed.begin(), line.listed.end(), [&](std::size_t i) { return document_.lexicon->suffix(lines[i].words, profile::WordClass::attribute); });
    bool sure = !overlaps, certain = true;
    const auto judge_parts = [&](bool with_uncertain) {
      relation.operands.clear();
      certain = true;
      for (const std::size_t i : line.listed) {
        if (lines[i].uncertain && !with_uncertain) continue;
        certain = certain && !lines[i].uncertain;
        Parts parts;
        collect(lines, i, column, parts);
        sure = sure && parts.sure;
        for (const QuantityRef member : parts.members) {
          sure = sure && same_unit(member, total);
          relation.operands.push_back({member, 1});
        }
      }
      return relation.operands.empty() ? Status::violated : judge(document_, relation).status;
    };
    Status status = judge_parts(true);
    if (status == Status::violated && !certain) status = judge_parts(false);
    if (!sure || relation.operands.empty()) continue;
    const bool funds = is_fund_total(line.words) && line.listed.size() >= 2 && std::all_of(line.listed.begin(), line.listed.end(), [&](std::size_t i) { return is_fund(lines[i]); });
    const bool exceeds = quantity(line.row, column).value() < signed_sum(document_, relation);
    const bool part_alone = relation.operands.size() < 2 && !funds;
    if (status == Status::violated ? !exceeds && !funds : part_alone && status != Status::holds) continue;
    if (status == Status::violated && exceeds && !one_exceeds(relation)) continue;
    if (part_alone && !exceeds) continue;   // one part that happens to be all
    relation.proof = exceeds;
    add(std::move(relation));
  }
}

// 收入总计 | 100 | 支出总计 | 100
void TableLinker::link_grand_totals(const TablePart& part) {
  if (part.panels.size() != 2) return;
  for (std::uint32_t row = part.first; row < part.last; ++row) {
    const RowName left = read_name(table_, part, part.panels[0], row, *document_.lexicon), right = read_name(table_, part, part.panels[1], row, *document_.lexicon);
    if (left.total != Total::grand || right.total != Total::grand || part.panels[0].numbers.size() != part.panels[1].numbers.size()) continue;
    for (std::size_t i = 0; i < part.panels[0].numbers.size(); ++i) {
      const std::uint32_t a = part.panels[0].numbers[i], b = part.panels[1].numbers[i];
      const TableColumn& first = part.columns[a];
      const TableColumn& second = part.columns[b];
      if (first.kind != ColumnKind::amount || first.head != second.head || !(first.period == second.period) || !is_number(row, a) || !is_number(row, b) || !same_unit(ref(row, a), ref(row, b))) continue;
      add_sum(RelationKind::balance, ref(row, a), {ref(row, b)}, true, Because::words);
    }
  }
}

}  // namespace gouji::relations
