// Reads the heads of columns and the names of rows.

#include <algorithm>

#include "facts/cues.h"
#include "facts/label.h"
#include "relations/tables.h"
#include "syntax/marker.h"
#include "text/text.h"

namespace gouji::relations {
namespace {

using facts::Basis;
using profile::Lexicon;
using profile::TableWords;

constexpr std::size_t longest_head = 24;

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

std::optional<std::uint16_t> unit_named(std::u16string_view words, const Lexicon& lexicon) {
  if (words.empty()) return std::nullopt;
  const profile::Entry* entry = lexicon.unit_at(words, 0);
  if (!entry || entry->word.size() != words.size()) return std::nullopt;
  return entry->unit;
}

// 2023年, 2023年度: told by the period.
std::u16string without_years(std::u16string_view words) {
  std::u16string rest;
  for (std::size_t i = 0; i < words.size();) {
    const auto run = words.substr(i);
    const bool year = run.size() >= 5 && std::all_of(run.begin(), run.begin() + 4, is_digit) && run[4] == u'年' && (i == 0 || !is_digit(words[i - 1]));
    if (!year) {
      rest += words[i++];
      continue;
    }
    i += run.size() > 5 && run[5] == u'度' ? 6 : 5;
  }
  return rest;
}

bool is_bare_year(std::u16string_view words) {
  return words.size() == 4 && std::all_of(words.begin(), words.end(), is_digit) && (words.starts_with(u"19") || words.starts_with(u"20"));
}

bool is_percent(const std::optional<std::uint16_t>& unit, const Lexicon& lexicon) {
  return unit && (lexicon.vocabulary().units[*unit].kind == profile::UnitKind::percent || lexicon.vocabulary().units[*unit].kind == profile::UnitKind::permille);
}

// A word that something is compared with: 上年, 预算, 年初, 目标, 2023年.
bool can_be_compared_with(std::u16string_view words, const Lexicon& lexicon) {
  using profile::WordClass;
  if (words.empty()) return false;
  const profile::Entry* entry = lexicon.word_at(words, 0);
  const bool known = entry && (entry->is(WordClass::previous_period) || entry->is(WordClass::budget) || entry->is(WordClass::adjusted_budget) || entry->is(WordClass::opening) || entry->is(WordClass::target));
  return known || is_digit(words.front()) || words.starts_with(u"年初") || words.starts_with(u"期初") || words.starts_with(u"上") || words.starts_with(u"去") || words.starts_with(u"计划");
}

// 比上年, 较预算增减, 与2023年相比, 同比, 增减, ±.
bool compares(std::u16string_view head, const Lexicon& lexicon) {
  for (const std::u16string_view sign : {u"增减", u"增(减)", u"±", u"+-", u"+/-", u"增(+)", u"增+", u"同比", u"环比"}) {
    if (head.find(sign) != std::u16string_view::npos) return true;
  }
  for (std::size_t i = 0; i < head.size(); ++i) {
    const profile::Entry* entry = lexicon.word_at(head, i);
    const bool against = head[i] == u'与' || (entry && entry->is(profile::WordClass::compare));
    if (!against) continue;
    const std::u16string_view behind = head.substr(i + (head[i] == u'与' ? 1 : entry->word.size()));
    if (can_be_compared_with(behind, lexicon) && (head[i] != u'与' || lexicon.contains(behind, profile::WordClass::compare))) return true;
  }
  return false;
}

ColumnKind kind_of(const TableColumn& column, std::u16string_view head, const Lexicon& lexicon) {
  const TableWords& words = lexicon.vocabulary().tables;
  const bool percent = is_percent(column.unit, lexicon);
  if (ends_in(head, words.weight)) return ColumnKind::weight;
  if (ends_in(head, words.score)) return ColumnKind::score;
  const bool rated = percent || std::any_of(words.rate_ending.begin(), words.rate_ending.end(), [&](const std::u16string& ending) { return head.ends_with(ending); });
  if (ends_in(head, words.change_rate) || (percent && ends_in(head, words.change))) return ColumnKind::change_rate;
  std::u16string all;
  for (const std::u16string& words_of_tier : column.path) all += words_of_tier;
  if (compares(all, lexicon)) return rated || head.ends_with(u"幅") ? ColumnKind::change_rate : ColumnKind::change;
  if (ends_in(head, words.change)) return ColumnKind::change;
  if (ends_in(head, words.share) || (head.starts_with(u"占") && head.size() > 2)) return ColumnKind::share;
  if (ends_in(head, words.rate) || head.ends_with(u"率") || percent) return ColumnKind::rate;
  if (ends_in(head, words.price)) return ColumnKind::price;
  if (column.basis == Basis::unknown && column.period.kind == facts::PeriodKind::unstated && ends_in(head, words.serial)) return ColumnKind::serial;
  if (ends_in(head, words.number)) return ColumnKind::number;
  return column.formula.find_first_of(u"/÷") != std::u16string::npos ? ColumnKind::rate : ColumnKind::amount;
}

}  // namespace

// A word of one unit is a head only by itself: 类, and not 支出类.
bool ends_in(std::u16string_view words, const std::vector<std::u16string>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](const std::u16string& ending) { return ending.size() == 1 ? words == ending : words.ends_with(ending); });
}

Total total_of(std::u16string_view words, const Lexicon& lexicon, bool* named) {
  const TableWords& tables = lexicon.vocabulary().tables;
  const auto longest = [&](const std::vector<std::u16string>& endings) {
    std::size_t length = 0;
    for (const auto& ending : endings) {
      if (words.ends_with(ending)) length = std::max(length, ending.size());
    }
    return length;
  };
  const std::size_t grand = longest(tables.grand), total = longest(tables.total), subtotal = longest(tables.subtotal);
  const std::size_t length = std::max({grand, total, subtotal});
  if (length == 0) return Total::none;
  if (named) *named = length < words.size();
  return grand == length ? Total::grand : total == length ? Total::total : Total::subtotal;
}

TableColumn read_head(const std::vector<std::u16string>& path, const Lexicon& lexicon) {
  TableColumn column;
  std::u16string all;
  for (const std::u16string& words : path) {
    std::u16string rest = take_brackets(words, column, lexicon);
    if (is_bare_year(rest)) column.period = {facts::PeriodKind::year, std::stoi(text::to_utf8(rest))}, rest.clear();
    all += rest;
    if (!rest.empty() || &words == &path.back()) column.path.push_back(std::move(rest));
  }
  if (column.path.size() > 1 && column.path.back().empty()) column.path.pop_back();   // 年末余额 over （亿元）
  const facts::Cues cues = facts::find_cues(all, lexicon);
  column.basis = cues.basis;
  if (cues.period.kind != facts::PeriodKind::unstated) column.period = cues.period;
  if (column.basis == Basis::unknown && column.period.kind == facts::PeriodKind::previous) column.basis = Basis::previous;
  column.head = without_years(all);
  const std::u16string last = column.path.empty() ? std::u16string() : without_years(column.path.back());
  bool named = false;
  column.total = total_of(last, lexicon, &named);
  for (const auto& among : lexicon.vocabulary().tables.among) {
    if (last.starts_with(among) || (column.path.size() > 1 && column.path[column.path.size() - 2].starts_with(among))) column.among = true;
  }
  column.content = facts::content_words(column.head, lexicon);
  if (ends_in(column.head, lexicon.vocabulary().tables.product)) column.content.clear();
  for (const auto& among : lexicon.vocabulary().tables.among) {
    if (column.content.starts_with(among)) column.content.erase(0, among.size());
  }
  const auto& averages = lexicon.vocabulary().tables.average;
  column.average = std::any_of(averages.begin(), averages.end(), [&](const std::u16string& word) { return word.size() == 1 ? column.head.ends_with(word) : column.head.find(word) != std::u16string::npos; });
  const bool divided = lexicon.contains(column.head, profile::WordClass::average) || column.head.find(u'均') != std::u16string::npos;
  column.average = column.average || divided;
  column.counted = ends_in(column.head, lexicon.vocabulary().tables.counted);
  column.kind = kind_of(column, column.head, lexicon);
  const auto bracket = column.head.rfind(u'(');
  if (column.kind == ColumnKind::amount && column.head.ends_with(u')') && bracket > 0) column.kind = kind_of(column, std::u16string_view(column.head).substr(0, bracket), lexicon);   // 评分(百分制)
  column.divided = divided && column.kind == ColumnKind::amount && column.head.find(u"标准") == std::u16string::npos;
  if (column.kind == ColumnKind::amount && !column.unit && column.head.ends_with(u"扣分")) column.unit = unit_named(u"分", lexicon);
  return column;
}

// 执行率, 增减额: what the numbers of a row are where the table lies on its side.
ColumnKind kind_of_row(const TableColumn& head) {
  switch (head.kind) {
    case ColumnKind::rate:
    case ColumnKind::share:
    case ColumnKind::change:
    case ColumnKind::change_rate: return head.kind;
    default: return ColumnKind::amount;
  }
}

bool is_head(std::u16string_view words, const Lexicon& lexicon) {
  if (words.empty() || words.size() > longest_head) return false;
  if (is_bare_year(words)) return true;
  const TableColumn column = read_head({std::u16string(words)}, lexicon);
  if (column.kind != ColumnKind::amount || column.unit || !column.mark.empty()) return true;
  if (column.total != Total::none || column.basis != Basis::unknown || column.period.kind != facts::PeriodKind::unstated) return true;
  const TableWords& tables = lexicon.vocabulary().tables;
  const auto is_one_of = [&](const std::vector<std::u16string>& list) { return std::find(list.begin(), list.end(), words) != list.end(); };
  return is_one_of(tables.product) || is_one_of(tables.planned) || is_one_of(tables.reached) || ends_in(words, tables.counted) || ends_in(words, tables.remark);
}

RowName read_name(const Table& table, const TablePart& part, const TablePanel& panel, std::uint32_t row, const Lexicon& lexicon) {
  RowName name;
  name.row = row;
  const TableWords& tables = lexicon.vocabulary().tables;
  const auto& cells = table.rows[row].cells;
  std::optional<std::uint32_t> chosen;
  for (const std::uint32_t column : panel.names) {
    if (cells[column].kind != CellKind::text) continue;
    const bool preferred = chosen && ends_in(part.columns[*chosen].head, tables.name);
    const bool total = total_of(cells[column].words, lexicon) != Total::none;
    if (total || !preferred) chosen = column;
    if (total) break;
  }
  for (const std::uint32_t column : panel.serials) {
    if (cells[column].kind == CellKind::text && total_of(cells[column].words, lexicon) != Total::none) chosen = column;   // 合计 below 科目编码
  }
  if (!chosen && &panel != &part.panels.front()) {   // 合计 in the first column is of all columns
    for (const std::uint32_t column : part.panels.front().names) {
      if (cells[column].kind == CellKind::text && total_of(cells[column].words, lexicon) != Total::none) chosen = column;
    }
  }
  for (const std::uint32_t column : panel.numbers) name.breaks = name.breaks || cells[column].kind == CellKind::text;
  name.breaks = name.breaks && std::none_of(panel.numbers.begin(), panel.numbers.end(), [&](std::uint32_t column) { return cells[column].kind == CellKind::number; });
  if (panel.code && cells[*panel.code].kind == CellKind::number) name.code = cells[*panel.code].words;
  if (!chosen) return name;
  std::u16string_view words = cells[*chosen].words;
  name.indent = cells[*chosen].indent;
  if (const auto marker = syntax::parse_marker(words, 0, false)) {
    name.style = marker->style;
    name.number = marker->number;
    words.remove_prefix(std::min<std::size_t>(marker->end, words.size()));
  }
  std::size_t digits = 0;
  while (digits < words.size() && is_digit(words[digits])) ++digits;
  if (digits >= 3 && digits <= 9 && digits < words.size() && text::is_han(words[digits]) && words[digits] != u'年') {   // 20101人大事务
    if (name.code.empty()) name.code = words.substr(0, digits);
    words.remove_prefix(digits);
  }
  for (const auto& among : tables.among) {
    if (!words.starts_with(among)) continue;
    name.among = true;
    words.remove_prefix(among.size());
    if (words.starts_with(u":")) words.remove_prefix(1);
    if (const auto marker = syntax::parse_marker(words, 0, false)) {   // 其中：（1）购置费: the first of numbered parts
      name.style = marker->style;
      name.among = false;
      words.remove_prefix(std::min<std::size_t>(marker->end, words.size()));
    }
  }
  TableColumn brackets;
  name.words = take_brackets(words, brackets, lexicon);
  if (brackets.unit && !ends_in(lexicon.vocabulary().units[*brackets.unit].name, tables.serial)) name.unit = brackets.unit;   // 卫生健康（类）
  name.mark = brackets.mark;
  name.formula = brackets.formula;
  name.total = total_of(name.words, lexicon, &name.named);
  if (std::find(tables.score_total.begin(), tables.score_total.end(), name.words) != tables.score_total.end()) name.total = Total::grand;
  return name;
}

}  // namespace gouji::relations
