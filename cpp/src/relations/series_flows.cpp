// Flows of a table: 年初数 | 本年增加 | 本年减少 | 年末数, and what is left: 到位 | 支出 | 结转.

#include <algorithm>

#include "relations/series_linker.h"

namespace gouji::relations {

// 年初数, what came in, what went out, 年末数, in whatever order: every series among them says which way it goes.
void SeriesLinker::link_stocks(std::size_t opening) {
  const auto belongs = [&](std::size_t each) { return series(each).role.measured && !series(each).role.opening && !series(each).role.plan; };
  std::vector<std::size_t> closings;
  SeriesReading reading{RelationKind::row, {{opening, 1}}, certain, false, false, std::nullopt};
  for (std::size_t each = opening + 1; each < grid_.series.size() && belongs(each); ++each) {
    if (series(each).role.closing) {
      closings.push_back(each);
      break;
    }
    const bool in = series(each).role.came_in, out = series(each).role.went_out;
    if (in == out) break;
    reading.terms.emplace_back(each, in ? 1 : -1);
  }
  if (closings.empty() && opening > 0 && belongs(opening - 1) && series(opening - 1).role.closing) closings.push_back(opening - 1);
  if (reading.terms.size() > 1 && closings.size() == 1) decide(closings.front(), {reading});
}

// 结余, 未支付: what was to be done without what was done.
void SeriesLinker::link_left(std::size_t left) {
  const auto is_whole = [&](std::size_t each) { return each != left && series(each).role.measured && series(each).head.kind == ColumnKind::amount && !series(each).role.left && series(each).role.when == When::current && may_stand_beside(each, left); };
  std::vector<std::size_t> done, wholes, openings;
  bool adjusted = false;
  const auto& words = document_.lexicon->vocabulary().tables;
  for (std::size_t each = 0; each < grid_.series.size(); ++each) {
    const Series& other = series(each);
    const bool changes = ends_in(other.head.head, words.adjust_down) || ends_in(other.head.head, words.adjust_up) || ends_in(other.head.head, words.adjustment);
    if (each != left && other.role.measured && other.role.opening) openings.push_back(each);
    else if (changes && !other.role.adjusted) adjusted = true;
    else if (is_whole(each) && !other.role.plan && (other.role.result || other.role.went_out)) done.push_back(each);
    else if (is_whole(each) && each < left) wholes.push_back(each);
  }
  if (done.empty()) return;
  const std::size_t spent = done.back();
  for (std::size_t i = 0; i + 1 < done.size(); ++i) {
    if (done[i] < left) wholes.push_back(done[i]);   // 到位 | 支出 | 结转
  }
  std::sort(wholes.rbegin(), wholes.rend());   // the nearest first
  std::vector<SeriesReading> readings;
  for (const std::size_t whole : wholes) {
    const Series& all = series(whole);
    const bool only = wholes.size() == 1 && openings.empty() && all.role.plan && (!adjusted || all.role.adjusted);
    readings.push_back({RelationKind::row, {{whole, 1}, {spent, -1}}, only ? certain : all.role.adjusted ? possible + 1 : possible, false, false, std::nullopt});
    for (const std::size_t opening : openings) readings.push_back({RelationKind::row, {{opening, 1}, {whole, 1}, {spent, -1}}, possible, false, false, std::nullopt});
  }
  if (grid_.turned) std::erase_if(readings, [](const SeriesReading& reading) { return reading.rank < certain; });
  decide(left, readings);
}

// 编制数 | 实有数: of one kind where the heads name kinds.
void SeriesLinker::link_quotas() {
  std::vector<std::size_t> quotas, staff;
  for (std::size_t each = 0; each < grid_.series.size(); ++each) {
    if (!series(each).role.measured || series(each).role.when != When::current || series(each).role.opening) continue;
    if (series(each).role.quota) quotas.push_back(each);
    else if (series(each).role.staff) staff.push_back(each);
  }
  const auto kind_of = [&](std::size_t each, const std::vector<std::u16string>& endings) {
    std::u16string_view head = series(each).head.head;
    std::size_t longest = 0;
    for (const auto& ending : endings) {
      if (head.ends_with(ending)) longest = std::max(longest, ending.size());
    }
    return head.substr(0, head.size() - longest);
  };
  const auto& words = document_.lexicon->vocabulary().tables;
  for (const std::size_t held : staff) {
    for (const std::size_t quota : quotas) {
      const bool only = quotas.size() == 1 && staff.size() == 1;
      if (!only && kind_of(held, words.staff) != kind_of(quota, words.quota)) continue;
      for (std::size_t line = 0; line < grid_.lines.size(); ++line) {
        if (!is_number(line, held) || !is_number(line, quota)) continue;
        const facts::Quantity &a = quantity(line, held), &b = quantity(line, quota);
        if (a.kind == profile::UnitKind::money || !is_one_measure(a, b)) continue;
        Relation relation;
        relation.kind = RelationKind::comparison;
        relation.comparison = "<=";
        relation.quota = true;
        relation.result = grid_.at(line, held).ref;
        relation.operands = {{grid_.at(line, quota).ref, 1}};
        relations_.push_back(std::move(relation));
      }
    }
  }
}

}  // namespace gouji::relations
