// Rates of a table: what was done over what was planned, by the words of the heads, else by what most lines hold.

#include <algorithm>

#include "facts/cues.h"
#include "relations/series_linker.h"

namespace gouji::relations {

using facts::Basis;

namespace {

constexpr std::size_t farthest = 8;   // series between a rate and what it may be of, where no word says it

// The words that say of what a rate is: 到位 of 资金到位率, 支出 of 支出进度.
std::u16string_view stem_of(std::u16string_view head, const std::vector<std::u16string>& endings) {
  std::size_t longest = 0;
  for (const auto& ending : endings) {
    if (head.ends_with(ending)) longest = std::max(longest, ending.size());
  }
  head.remove_suffix(longest);
  return head.size() > 2 ? head.substr(head.size() - 2) : head;
}

}  // namespace

int SeriesLinker::rank_of_scores(std::size_t, std::size_t top, std::size_t base) const { return series(top).head.kind == ColumnKind::score && series(base).head.kind == ColumnKind::weight ? certain : -1; }

// How much the words say for top / base; less than nothing where they forbid it.
int SeriesLinker::rank_of_rate(std::size_t rate, std::size_t top, std::size_t base) const {
  const auto& words = document_.lexicon->vocabulary().tables;
  const TableColumn& head = series(rate).head;
  const SeriesRole &t = series(top).role, &b = series(base).role;
  if (!t.measured || !b.measured || series(top).head.kind == ColumnKind::change || series(base).head.kind == ColumnKind::change) return -1;
  if (t.when != series(rate).role.when || (b.when != t.when && !b.opening)) return -1;
  if (!may_stand_beside(top, rate) || !may_stand_beside(base, rate)) return -1;
  const std::u16string_view stem = stem_of(head.head, words.rate_ending);
  const bool told = stem.size() == 2 && series(top).head.head.find(stem) != std::u16string::npos;
  const bool names_top = told && series(base).head.head.find(stem) == std::u16string::npos;
  const bool executes = names_top || head.kind == ColumnKind::share || head.basis != Basis::unknown || document_.lexicon->contains(head.head, profile::WordClass::rate) || ends_in(head.head, words.rate);
  const bool first_named = head.head.find(u"年初") != std::u16string::npos;
  const bool base_named = head.basis == Basis::budget || head.basis == Basis::adjusted_budget || head.basis == Basis::target;
  int rank = 0;
  if (executes && t.result && b.plan) rank += certain;
  else if (executes && t.result != b.plan) rank += 1;
  if (names_top) rank += 1;
  if (base_named && b.plan) rank += 1;
  if (b.plan && (first_named ? !b.adjusted : b.adjusted)) rank += 1;
  if (t.plan && !t.result) rank -= 2;
  if (b.result) rank -= 1;
  if (!names_top && (t.left || t.closing || t.opening)) rank -= 2;
  if (b.left || b.closing) rank -= 2;
  if (t.came_in && !told) rank -= 1;
  if (top < base && !(t.result && b.plan)) rank -= 1;
  const auto unknown = [&](const Series& other) { return other.role.measured && !other.role.plan && !other.role.result && !other.role.left && !other.role.quota && other.role.when == When::current && other.head.unit == series(base).head.unit && !other.head.counted && other.head.kind == ColumnKind::amount; };
  const bool others = !b.adjusted && std::any_of(grid_.series.begin(), grid_.series.begin() + static_cast<std::ptrdiff_t>(top), [&](const Series& other) { return unknown(other) && (!grid_.turned || other.role.opening); });
  if (others && rank >= certain) rank = possible;   // of the budget with what was carried over
  const bool total = !b.plan && !b.result && series(base).head.total != Total::none && t.result && executes && base < top;   // 上级 | 县级 | 合计 | 支出 | 执行率
  if (total) rank = std::max(rank, possible);
  return rank;
}

void SeriesLinker::link_rate(std::size_t rate) {
  const TableColumn& head = series(rate).head;
  std::vector<SeriesReading> readings;
  const auto add = [&](std::size_t top, std::size_t base, int rank) { readings.push_back({RelationKind::rate, {{top, 1}, {base, 1}}, rank, true, false, std::nullopt}); };
  const bool of_scores = head.head.starts_with(u"得分") || head.head.ends_with(u"得分率");
  for (std::size_t top = 0; top < grid_.series.size(); ++top) {
    for (std::size_t base = 0; base < grid_.series.size(); ++base) {
      if (top == base || top == rate || base == rate) continue;
      const int rank = of_scores ? rank_of_scores(rate, top, base) : rank_of_rate(rate, top, base);
      if (rank >= (grid_.turned ? certain : 1)) add(top, base, rank);
    }
  }
  if (decide(rate, readings) || grid_.turned || of_scores) return;
  readings.clear();
  const std::size_t first = rate > farthest ? rate - farthest : 0, end = std::min(rate + farthest, grid_.series.size());
  for (std::size_t base = first; base < end; ++base) {
    for (std::size_t top = base + 1; top < end; ++top) {
      if (top != rate && base != rate && rank_of_rate(rate, top, base) >= 0) add(top, base, 1);
    }
  }
  decide(rate, readings);
}

}  // namespace gouji::relations
