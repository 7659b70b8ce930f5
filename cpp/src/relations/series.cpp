// Reads what the heads of a table let their numbers be: plans, results, what was there before.

#include "relations/series.h"

#include <algorithm>

namespace gouji::relations {
namespace {

using facts::Basis;
using facts::PeriodKind;
using profile::Lexicon;

bool contains_any(std::u16string_view words, const std::vector<std::u16string>& list) {
  return std::any_of(list.begin(), list.end(), [&](const std::u16string& word) { return words.find(word) != std::u16string_view::npos; });
}

SeriesRole role_of(const TableColumn& head, const Lexicon& lexicon) {
  const auto& words = lexicon.vocabulary().tables;
  const std::u16string_view last = last_words(head);
  SeriesRole role;
  role.measured = (head.kind == ColumnKind::amount || head.kind == ColumnKind::number || head.kind == ColumnKind::change) && !head.average;
  role.quota = ends_in(last, words.quota);
  role.staff = !role.quota && (ends_in(last, words.staff) || begins_with(last, words.staff));
  role.adjusted = head.basis == Basis::adjusted_budget;
  const bool spent = head.basis == Basis::actual || ends_in(last, words.reached) || ends_in(last, words.done) || begins_with(last, words.done_first);
  const bool planned = role.adjusted || head.basis == Basis::budget || head.basis == Basis::target || ends_in(last, words.planned) || ends_in(head.head, words.planned) || begins_with(last, words.planned_first);
  role.left = ends_in(last, words.left) || begins_with(last, words.left_first);
  role.plan = !role.quota && !role.left && planned && !(spent && (head.basis == Basis::actual || begins_with(last, words.done_first)) && !begins_with(last, words.planned_first));
  role.result = !role.left && !role.quota && spent && !role.plan;
  role.opening = !role.plan && begins_with(last, words.opening);
  role.closing = begins_with(last, words.final);
  role.came_in = ends_in(last, words.came_in);
  role.went_out = ends_in(last, words.went_out);
  return role;
}

bool is_level(const Series& each) { return each.role.measured && each.head.kind != ColumnKind::change; }

// The only year of the heads, beside a series of the same basis without one: the year before.
bool follows_undated(const Grid& grid, int latest) {
  return std::all_of(grid.series.begin(), grid.series.end(), [&](const Series& each) { return !is_level(each) || each.head.period.kind != PeriodKind::year || each.head.period.year == latest; }) &&
         std::any_of(grid.series.begin(), grid.series.end(), [&](const Series& dated) {
           return is_level(dated) && dated.head.period.kind == PeriodKind::year && std::any_of(grid.series.begin(), grid.series.end(), [&](const Series& other) {
                    const bool without = other.head.period.kind == PeriodKind::unstated || other.head.period.kind == PeriodKind::current;
                    return is_level(other) && without && other.head.basis == dated.head.basis && !other.role.opening && !other.role.left;
                  });
         });
}

}  // namespace

std::u16string_view last_words(const TableColumn& column) {
  std::u16string_view words = column.path.empty() ? std::u16string_view(column.head) : column.path.back();
  const auto bracket = words.find(u'(');
  return bracket == std::u16string_view::npos || bracket == 0 ? words : words.substr(0, bracket);
}

bool begins_with(std::u16string_view words, const std::vector<std::u16string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::u16string& beginning) { return words.starts_with(beginning); });
}

void read_roles(Grid& grid, int year, const Lexicon& lexicon) {
  const auto& words = lexicon.vocabulary().tables;
  int latest = 0;
  bool undated = false;
  for (Series& each : grid.series) {
    each.role = role_of(each.head, lexicon);
    if (!is_level(each)) continue;
    if (each.head.period.kind == PeriodKind::year) latest = std::max(latest, each.head.period.year);
    else if (each.head.period.kind != PeriodKind::previous) undated = true;
  }
  if (undated && latest > 0 && year > latest) latest = year;
  if (latest > 0 && follows_undated(grid, latest)) ++latest;   // 决算数 | 2021年决算
  for (Series& each : grid.series) {
    const facts::Period& period = each.head.period;
    if (period.kind == PeriodKind::previous) each.role.when = When::earlier;
    else if (period.kind == PeriodKind::year && period.year == latest - 1) each.role.when = When::earlier;
    else if (period.kind == PeriodKind::year && period.year != latest) each.role.when = When::other;
    if (each.role.opening && period.kind != PeriodKind::year && contains_any(last_words(each.head), words.left)) each.role.when = When::current;   // 上年结转: there to be spent this year
  }
}

}  // namespace gouji::relations
