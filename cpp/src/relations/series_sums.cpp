// Sums and products of a table that no total word announces: series that stand together, as an identity or most lines say.

#include <algorithm>

#include "relations/series_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

namespace {

constexpr std::size_t longest_run = 8;
constexpr std::size_t most_factors = 12;   // series that may be factors

std::uint16_t indicator_of(std::u16string_view words, const profile::Lexicon& lexicon) {
  const profile::Entry* entry = lexicon.concept_suffix(words);
  return entry && entry->word.size() == words.size() ? entry->concept_index : profile::no_concept;
}

bool names(const std::vector<std::uint16_t>& concepts, std::uint16_t indicator) { return std::find(concepts.begin(), concepts.end(), indicator) != concepts.end(); }

}  // namespace

// 本年支出 | 基本支出 | 项目支出: an identity knows all of them.
bool SeriesLinker::names_sum(std::size_t total, const std::vector<std::size_t>& run) const {
  const std::uint16_t whole = indicator_of(last_words(series(total).head), *document_.lexicon);
  if (whole == profile::no_concept) return false;
  for (const profile::Identity& identity : document_.lexicon->vocabulary().identities) {
    if (identity.kind != "sum" || !names(identity.result.concepts, whole)) continue;
    std::size_t told = 0;
    const bool known = std::all_of(run.begin(), run.end(), [&](std::size_t each) {
      const std::uint16_t part = indicator_of(last_words(series(each).head), *document_.lexicon);
      return part != profile::no_concept && std::any_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return names(term.concepts, part); });
    });
    for (const profile::Term& term : identity.terms) {
      const bool here = std::any_of(run.begin(), run.end(), [&](std::size_t each) { return names(term.concepts, indicator_of(last_words(series(each).head), *document_.lexicon)); });
      told += here || term.optional ? 1 : 0;
    }
    if (known && told == identity.terms.size()) return true;
  }
  return false;
}

// The series beside one that they add up to: in most lines, or by the words.
void SeriesLinker::link_runs(std::size_t total) {
  const auto can_add = [&](std::size_t each) {
    const Series& other = series(each);
    return other.role.measured && other.head.kind != ColumnKind::change && !other.role.quota;
  };
  if (!can_add(total) || series(total).role.left) return;
  const auto fits = [&](std::size_t each) {
    const Series &part = series(each), &whole = series(total);
    return can_add(each) && part.head.counted == whole.head.counted && (!part.role.left || part.role.opening || part.role.when == When::earlier);
  };
  std::vector<SeriesReading> readings;
  const auto read = [&](bool behind) {
    std::vector<std::size_t> run;
    for (std::size_t i = 1; run.size() < longest_run; ++i) {
      if (behind ? total + i >= grid_.series.size() : i > total) break;
      const std::size_t each = behind ? total + i : total - i;
      if (series(each).head.kind == ColumnKind::rate || series(each).head.kind == ColumnKind::share) continue;
      if (!fits(each)) break;
      run.push_back(each);
      if (run.size() < 2) continue;
      std::vector<std::size_t> members = run;
      members.push_back(total);
      std::sort(members.begin(), members.end());
      if (explained_.contains(members)) continue;
      SeriesReading reading{RelationKind::row, {}, names_sum(total, run) ? certain : 1, false, false, std::nullopt};
      for (const std::size_t member : run) reading.terms.emplace_back(member, 1);
      std::sort(reading.terms.begin(), reading.terms.end());
      readings.push_back(std::move(reading));
    }
  };
  read(true);
  read(false);
  decide(total, readings);
}

// 收入 | 支出 | 收支差额: what came in without what went out.
void SeriesLinker::link_difference(std::size_t total) {
  const auto measures = [&](std::size_t each) { return series(each).role.measured && series(each).head.kind != ColumnKind::change && !series(each).role.quota; };
  if (!measures(total) || series(total).role.left) return;
  std::vector<SeriesReading> readings;
  for (const bool behind : {false, true}) {
    if (behind ? total + 2 >= grid_.series.size() : total < 2) continue;
    const std::size_t in = behind ? total + 1 : total - 2, out = in + 1;
    const bool named = measures(in) && measures(out) && series(in).role.came_in && (series(out).role.went_out || series(out).role.result);
    if (named) readings.push_back({RelationKind::row, {{in, 1}, {out, -1}}, 1, false, false, std::nullopt});
  }
  decide(total, readings);
}

// 权重（%） | 评分 | 加权得分: marks out of a hundred by their weights.
void SeriesLinker::link_weighed(std::size_t score) {
  std::vector<SeriesReading> readings;
  for (std::size_t weight = 0; weight < grid_.series.size(); ++weight) {
    if (series(weight).head.kind != ColumnKind::weight) continue;
    for (std::size_t mark = 0; mark < grid_.series.size(); ++mark) {
      if (mark == score || series(mark).head.kind != ColumnKind::score) continue;
      readings.push_back({RelationKind::score, {{mark, 1}, {weight, 1}}, 1, false, false, std::nullopt});
    }
  }
  decide(score, readings);
}

// 金额 | 比重: of the total of the line, where the table lies on its side.
void SeriesLinker::link_share_of_line(std::size_t share) {
  for (std::size_t amount = share; amount-- > 0;) {
    if (!series(amount).role.measured) continue;
    std::size_t total = grid_.lines.size(), good = 0;
    for (std::size_t line = 0; line < grid_.lines.size(); ++line) {
      if (grid_.lines[line].total != Total::none && is_number(line, amount)) total = line;
    }
    if (total == grid_.lines.size()) continue;
    std::vector<Relation> shares;
    for (std::size_t line = 0; line < grid_.lines.size(); ++line) {
      if (line == total || !is_number(line, share) || !is_number(line, amount)) continue;
      Relation relation;
      relation.kind = RelationKind::share;
      relation.result = grid_.at(line, share).ref;
      relation.operands = {{grid_.at(line, amount).ref, 1}, {grid_.at(total, amount).ref, 1}};
      relation.derived = true;
      good += judge(document_, relation).status != Status::violated ? 1 : 0;
      shares.push_back(std::move(relation));
    }
    if (2 * good < shares.size() || good == 0) continue;
    Relation hundred;
    hundred.kind = RelationKind::row;
    hundred.derived = true;
    for (const Relation& each : shares) hundred.operands.push_back({each.result, 1});
    relations_.insert(relations_.end(), shares.begin(), shares.end());
    if (shares.size() < 2 || !is_number(total, share)) return;
    hundred.result = grid_.at(total, share).ref;
    if (judge(document_, hundred).status != Status::violated) relations_.push_back(std::move(hundred));
    return;
  }
}

// 单价 × 数量 = 金额, also × 月数; 人均 = 金额 ÷ 人数.
void SeriesLinker::link_products(std::size_t result) {
  const auto& words = document_.lexicon->vocabulary().tables;
  const TableColumn& head = series(result).head;
  const auto is_money = [&](const Series& each) { return each.head.kind == ColumnKind::amount && each.role.measured && !each.head.counted; };
  std::vector<std::size_t> prices, numbers, amounts;
  for (std::size_t each = 0; each < grid_.series.size() && prices.size() + numbers.size() < most_factors; ++each) {
    const Series& other = series(each);
    if (each == result) continue;
    if (other.head.kind == ColumnKind::price || (other.head.average && !other.head.divided && other.head.kind == ColumnKind::amount)) prices.push_back(each);
    else if (other.role.measured && (other.head.kind == ColumnKind::number || other.head.counted || other.head.kind == ColumnKind::amount)) numbers.push_back(each);
    if (is_money(other)) amounts.push_back(each);
  }
  std::vector<SeriesReading> readings;
  if (head.divided) {
    for (const std::size_t amount : amounts) {
      for (const std::size_t number : numbers) {
        if (amount != number) readings.push_back({RelationKind::product, {{amount, 1}, {number, 1}}, 1, true, false, std::nullopt});
      }
    }
    return void(decide(result, readings));
  }
  if (!is_money(series(result)) || prices.empty()) return;
  const bool named = ends_in(head.head, words.product);
  const auto counts = [&](std::size_t each) { return series(each).head.kind == ColumnKind::number || series(each).head.counted; };
  for (const std::size_t price : prices) {
    for (const std::size_t number : numbers) {
      const bool sure = named && series(price).head.kind == ColumnKind::price && counts(number);
      const bool only = sure && prices.size() == 1 && numbers.size() == 1;
      readings.push_back({RelationKind::product, {{price, 1}, {number, 1}}, only ? certain : sure ? possible : 1, false, false, std::nullopt});
      for (const std::size_t times : numbers) {
        if (times > number) readings.push_back({RelationKind::product, {{price, 1}, {number, 1}, {times, 1}}, 1, false, false, std::nullopt});
      }
    }
  }
  decide(result, readings);
}

}  // namespace gouji::relations
