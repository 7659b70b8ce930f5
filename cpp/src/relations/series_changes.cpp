// Changes of a table: this year against last year or the budget, as the head says or as the columns leave no other reading.

#include <algorithm>

#include "facts/cues.h"
#include "relations/series_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Basis;
using facts::PeriodKind;
using profile::WordClass;

namespace {

bool says(std::u16string_view words, std::u16string_view word) { return words.find(word) != std::u16string_view::npos; }

}  // namespace

// With what the words of a head, or those of the amount of change beside it, compare.
SeriesLinker::Comparison SeriesLinker::comparison_of(std::size_t change) const {
  const auto& lexicon = *document_.lexicon;
  std::u16string words;
  for (const std::u16string& each : series(change).head.path) words += each;
  Comparison comparison;
  const bool previous = lexicon.contains(words, WordClass::previous_period) || says(words, u"同比") || says(words, u"同期") || says(words, u"上期");
  comparison.planned = lexicon.contains(words, WordClass::budget) || lexicon.contains(words, WordClass::adjusted_budget) || says(words, u"计划") || says(words, u"目标") || says(words, u"任务");
  comparison.adjusted = lexicon.contains(words, WordClass::adjusted_budget);
  comparison.first = says(words, u"年初预算") || says(words, u"批复");
  const auto cues = facts::find_cues(words, lexicon);
  const auto behind = cues.compare == std::u16string_view::npos ? facts::Period{} : facts::find_period(std::u16string_view(words).substr(cues.compare_end), lexicon);
  if (behind.kind == PeriodKind::year) comparison.against = Against::year, comparison.year = behind.year;
  else if (previous) comparison.against = Against::earlier;
  else if (comparison.planned) comparison.against = Against::plan;
  else if (says(words, u"年初") || says(words, u"期初")) comparison.against = Against::opening;
  return comparison;
}

int SeriesLinker::rank_of_change(const Comparison& comparison, std::size_t change, std::size_t current, std::size_t base) const {
  const Series &now = series(current), &then = series(base);
  const auto measures = [](const Series& each) { return each.role.measured && each.head.kind != ColumnKind::change && !each.role.quota; };
  if (series(base).role.quota && now.role.staff && now.role.when == When::current && says(series(change).head.head, u"编")) return certain;   // 超缺编
  if (!measures(now) || !measures(then) || now.role.when != When::current || (now.role.opening && !now.role.left)) return -1;
  if (!may_stand_beside(current, change) || !may_stand_beside(base, change)) return -1;
  const bool plan_now = then.role.plan && then.role.when == When::current;
  int rank = 0;
  switch (comparison.against) {
    case Against::earlier: rank = then.role.when == When::earlier ? 2 : then.role.opening ? 1 : -1; break;
    case Against::year: rank = then.head.period.kind == PeriodKind::year && then.head.period.year == comparison.year ? 2 : -1; break;
    case Against::opening: rank = then.role.opening ? 2 : -1; break;
    case Against::plan: rank = plan_now ? 2 : -1; break;
    case Against::unstated: {
      const bool both = std::any_of(grid_.series.begin(), grid_.series.end(), [&](const Series& each) { return measures(each) && (each.role.when == When::earlier || each.role.opening); }) &&
                        std::any_of(grid_.series.begin(), grid_.series.end(), [&](const Series& each) { return measures(each) && each.role.plan && each.role.when == When::current; });
      const bool earlier = then.role.when == When::earlier || then.role.opening;
      const bool last_budget = then.role.when == When::earlier && then.role.plan && now.role.plan;
      rank = earlier ? (both && !last_budget ? 0 : 2) : plan_now ? (both ? 0 : 2) : then.role.when == When::current && base < current ? 0 : -1;
      break;
    }
  }
  if (rank < 0) return rank;
  if (comparison.against == Against::plan && plan_now) rank += comparison.first != comparison.adjusted ? (comparison.adjusted == then.role.adjusted ? 1 : 0) : 0;
  if (comparison.against == Against::earlier && comparison.planned) rank += then.role.plan ? 1 : -1;
  const bool like = then.role.plan ? (plan_now ? now.role.result : now.role.plan) : !now.role.plan;
  rank += like ? 1 : -1;
  const bool total_differs = (now.head.total == Total::none) != (then.head.total == Total::none);
  return total_differs ? rank - 1 : rank;
}

// 增减额 beside 增减率: at its left, else the only one.
std::optional<std::size_t> SeriesLinker::amount_of(std::size_t rate) const {
  const auto is_amount = [&](std::size_t each) { return series(each).head.kind == ColumnKind::change && !facts::find_cues(series(each).head.head, *document_.lexicon).rate; };
  std::vector<std::size_t> amounts;
  for (std::size_t each = 0; each < grid_.series.size(); ++each) {
    if (is_amount(each)) amounts.push_back(each);
  }
  if (amounts.size() == 1) return amounts.front();
  if (rate > 0 && is_amount(rate - 1)) return rate - 1;
  return std::nullopt;
}

void SeriesLinker::link_change(std::size_t change) {
  const TableColumn& head = series(change).head;
  const bool rate = head.kind == ColumnKind::change_rate;
  std::optional<std::size_t> amount;
  if (rate) amount = amount_of(change);
  Comparison comparison = comparison_of(change);
  if (comparison.against == Against::unstated && amount) comparison = comparison_of(*amount);
  const bool falls = says(head.head, u"减少") || says(head.head, u"下降") || says(head.head, u"节约") || says(head.head, u"节支") || says(head.head, u"差");
  std::vector<SeriesReading> readings;
  for (std::size_t current = 0; current < grid_.series.size(); ++current) {
    for (std::size_t base = 0; base < grid_.series.size(); ++base) {
      if (current == base || current == change || base == change) continue;
      const int rank = rank_of_change(comparison, change, current, base);
      if (rank < 0 || (grid_.turned && rank < certain)) continue;
      if (rate) {
        readings.push_back({RelationKind::change, {{current, 1}, {base, 1}}, rank, true, false, amount});
        continue;
      }
      readings.push_back({RelationKind::change, {{current, 1}, {base, -1}}, rank, false, false, std::nullopt});
      const bool planned = series(base).role.plan && series(base).role.when == When::current;
      if (falls || planned) readings.push_back({RelationKind::change, {{base, 1}, {current, -1}}, rank, false, true, std::nullopt});   // 差异 = 预算 - 决算
    }
  }
  if (!decide(change, readings) && comparison.against != Against::plan) link_years(change);
}

// 年度 | 决算数 | 比上年增长: a line against the one of the year before.
void SeriesLinker::link_years(std::size_t change) {
  const bool rate = series(change).head.kind == ColumnKind::change_rate;
  const auto before = [&](std::size_t line) {
    const int year = grid_.lines[line].year;
    const auto found = std::find_if(grid_.lines.begin(), grid_.lines.end(), [&](const SeriesLine& other) { return year > 0 && other.year == year - 1; });
    return found == grid_.lines.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - grid_.lines.begin()));
  };
  std::vector<Relation> best;
  std::size_t most = 0, candidates = 0;
  for (std::size_t each = 0; each < grid_.series.size(); ++each) {
    const TableColumn& head = series(each).head;
    const bool fits = series(each).role.measured && head.kind != ColumnKind::change && (series(change).head.basis == Basis::unknown || head.basis == series(change).head.basis);
    if (!fits) continue;
    std::vector<Relation> found;
    std::size_t good = 0;
    for (std::size_t line = 0; line < grid_.lines.size(); ++line) {
      const auto earlier = before(line);
      if (!earlier || !is_number(line, change) || !is_number(line, each) || !is_number(*earlier, each) || quantity(*earlier, each).number.is_zero()) continue;
      if (!rate && !is_one_measure(quantity(line, each), quantity(line, change))) continue;
      Relation relation;
      relation.kind = RelationKind::change;
      relation.result = grid_.at(line, change).ref;
      relation.operands = {{grid_.at(line, each).ref, 1}, {grid_.at(*earlier, each).ref, rate ? 1 : -1}};
      relation.derived = rate;
      good += judge(document_, relation).status != Status::violated ? 1 : 0;
      found.push_back(std::move(relation));
    }
    candidates += found.empty() ? 0 : 1;
    if (good <= most) continue;
    most = good;
    best = std::move(found);
  }
  const bool sure = candidates == 1 ? 2 * most >= best.size() : most >= 2 && best.size() - most <= 1;
  for (Relation& relation : best) {
    if (sure || (candidates == 1 && judge(document_, relation).status != Status::violated)) relations_.push_back(std::move(relation));
  }
}

}  // namespace gouji::relations
