// Chooses among the readings that words allow for a series: the one that most lines hold in; a line accuses where no reading holds.

#include "relations/series_linker.h"

#include <algorithm>

#include "relations/verdict.h"

namespace gouji::relations {

using facts::Quantity;
using profile::UnitKind;

namespace {

constexpr std::size_t least_digits = 7;   // of the results, where no word says how they are computed

}  // namespace

struct SeriesLinker::Tried {
  std::vector<std::optional<Relation>> relations;   // one for each line that has the numbers
  std::vector<bool> holds;
  std::size_t lines = 0, good = 0, telling = 0;     // telling: not by chance
  std::size_t digits = 0;                           // of the results that tell
};

void SeriesLinker::run() {
  for (std::size_t each = 0; each < grid_.series.size(); ++each) {
    const Series& result = series(each);
    if (link_formula(each)) continue;
    if (result.head.kind == ColumnKind::rate) link_rate(each);
    if (result.head.kind == ColumnKind::score) link_weighed(each);
    if (result.head.kind == ColumnKind::change || result.head.kind == ColumnKind::change_rate) link_change(each);
    if (result.role.opening && result.role.measured) link_stocks(each);
  }
  for (std::size_t each = 0; each < grid_.series.size(); ++each) {
    if (series(each).role.left && series(each).role.measured) link_left(each);
  }
  for (std::size_t each = 0; each < grid_.series.size(); ++each) {
    if (series(each).head.kind == ColumnKind::share && series(each).head.basis == facts::Basis::unknown && grid_.turned) link_share_of_line(each);
  }
  link_quotas();
  for (std::size_t each = 0; each < grid_.series.size(); ++each) link_difference(each);
  if (grid_.turned) {
    for (std::size_t each = 0; each < grid_.series.size(); ++each) link_runs(each);
    return;
  }
  for (std::size_t each = 0; each < grid_.series.size(); ++each) link_products(each);
  for (std::size_t each = 0; each < grid_.series.size(); ++each) link_runs(each);
}

bool SeriesLinker::is_number(std::size_t line, std::size_t each) const { return grid_.at(line, each).kind == CellKind::number && quantity(line, each).approximation == facts::Approximation::exact; }

// 上年末在职 of 人, 本年增加 of no unit
bool SeriesLinker::is_one_measure(const Quantity& a, const Quantity& b) const {
  const auto bare = [](const Quantity& value) { return value.kind == UnitKind::other || value.base_unit.empty(); };
  if (a.kind == UnitKind::percent && b.kind == UnitKind::point) return true;   // 94.0% - 92.5%: 1.5 points
  if (a.kind == UnitKind::percent || b.kind == UnitKind::percent) return false;
  return (a.kind == b.kind && a.base_unit == b.base_unit && a.exponent == b.exponent) || (a.exponent == b.exponent && (bare(a) || bare(b)));
}

// Of heads in tiers the numbers below the result's own upper head come first: 上年 over 预算, 决算, 执行率.
bool SeriesLinker::may_stand_beside(std::size_t each, std::size_t result) const {
  const TableColumn& own = series(result).head;
  if (own.path.size() < 2) return true;
  const auto same = [&](const Series& other) { return other.head.path.size() >= 2 && other.head.span.front() == own.span.front(); };
  const bool siblings = std::any_of(grid_.series.begin(), grid_.series.end(), [&](const Series& other) { return other.role.measured && other.head.kind != ColumnKind::change && same(other); });
  return !siblings || same(series(each));
}

std::optional<Relation> SeriesLinker::relation_of(std::size_t result, const SeriesReading& reading, std::size_t line) const {
  if (grid_.lines[line].breaks || !is_number(line, result)) return std::nullopt;
  Relation relation;
  relation.kind = reading.kind;
  relation.result = grid_.at(line, result).ref;
  const auto& terms = reading.terms;
  if (reading.quotient) {
    const auto base = terms[1].first;
    if (!is_number(line, terms[0].first) || grid_.at(line, base).kind != CellKind::number) return std::nullopt;
    const Quantity &top = quantity(line, terms[0].first), &whole = quantity(line, base);
    if (whole.approximation == facts::Approximation::about || whole.number.is_zero() || whole.number.is_negative()) return std::nullopt;
    const bool average = reading.kind == RelationKind::product;
    const bool counts = top.kind == UnitKind::count && whole.kind == UnitKind::count;   // 取证人数 of 培训人次
    if (!average && !counts && (top.base_unit != whole.base_unit || top.kind != whole.kind)) return std::nullopt;
    relation.operands = {{grid_.at(line, terms[0].first).ref, 1}, {grid_.at(line, base).ref, 1}};
    if (reading.amount && is_number(line, *reading.amount)) relation.operands[0].quantity = grid_.at(line, *reading.amount).ref;
    relation.derived = true;
    return relation;
  }
  if (!is_number(line, terms.front().first)) return std::nullopt;
  const bool linear = reading.kind != RelationKind::product && reading.kind != RelationKind::score;
  for (const auto& [each, sign] : terms) {
    const Grid::Cell& cell = grid_.at(line, each);
    if (!is_number(line, each)) {
      if (!linear || reading.kind == RelationKind::change || cell.kind == CellKind::text || cell.kind == CellKind::number) return std::nullopt;
      continue;
    }
    if (linear && !is_one_measure(quantity(line, each), quantity(line, result))) return std::nullopt;
    const bool printed_negative = linear && reading.kind != RelationKind::change && quantity(line, each).number.is_negative();
    relation.operands.push_back({cell.ref, sign < 0 && printed_negative ? 1 : sign});
  }
  if (relation.operands.size() < 2) return std::nullopt;
  return relation;
}

// 2.53 × 12 against 30.40: the price is a rounded quotient.
bool SeriesLinker::is_rounded_price(const Relation& relation) const {
  if (relation.kind != RelationKind::product || relation.derived || relation.operands.size() != 2 || judge(document_, relation).status == Status::holds) return false;
  const Quantity &price = document_.quantity(relation.operands[0].quantity), &number = document_.quantity(relation.operands[1].quantity), &amount = document_.quantity(relation.result);
  const auto times = [](const number::Decimal& a, const number::Decimal& b) { return number::Decimal(a.mantissa() * b.mantissa(), a.places() + b.places()); };
  const number::Decimal half = number::Decimal(5, price.number.places() + 1).shifted(price.exponent);
  return price.number.places() > 0 && times(price.value() - half, number.value()) <= amount.value() && amount.value() <= times(price.value() + half, number.value());
}

SeriesLinker::Tried SeriesLinker::attempt(std::size_t result, const SeriesReading& reading) const {
  Tried tried;
  bool negative = false;
  if (reading.kind == RelationKind::change) {
    for (std::size_t line = 0; line < grid_.lines.size(); ++line) negative = negative || (is_number(line, result) && quantity(line, result).number.is_negative());
  }
  for (std::size_t line = 0; line < grid_.lines.size(); ++line) {
    auto relation = relation_of(result, reading, line);
    bool holds = false;
    if (relation && is_rounded_price(*relation)) relation.reset();
    if (relation) {
      relation->unsigned_change = reading.kind == RelationKind::change && !negative;
      holds = judge(document_, *relation).status != Status::violated;
      const auto filled = std::count_if(relation->operands.begin(), relation->operands.end(), [&](const Operand& operand) { return !document_.quantity(operand.quantity).number.is_zero(); });
      const bool differ = document_.quantity(relation->operands[0].quantity).value() != document_.quantity(relation->operands[1].quantity).value();
      const bool told = filled >= 2 && !quantity(line, result).number.is_zero() && (reading.quotient ? differ : grid_.turned || reading.kind == RelationKind::change || grid_.lines[line].total == Total::none);
      ++tried.lines;
      tried.good += holds ? 1 : 0;
      tried.telling += holds && told ? 1 : 0;
      tried.digits += holds && told ? quantity(line, result).printed.size() : 0;
      if (reading.rank < possible && tried.lines - tried.good > std::max<std::size_t>(1, grid_.lines.size() / 4)) return {};
    }
    tried.relations.push_back(std::move(relation));
    tried.holds.push_back(holds);
  }
  return tried;
}

// Words that leave no other reading prove; other readings do where they hold in most lines.
bool SeriesLinker::decide(std::size_t result, const std::vector<SeriesReading>& readings) {
  if (readings.empty()) return false;
  std::vector<Tried> tried;
  int top = 0;
  for (const SeriesReading& reading : readings) {
    tried.push_back(attempt(result, reading));
    if (tried.back().lines > 0) top = std::max(top, reading.rank);
  }
  const auto count_top = std::count_if(readings.begin(), readings.end(), [&](const SeriesReading& reading) { return reading.rank == top && !reading.backwards && tried[static_cast<std::size_t>(&reading - readings.data())].lines > 0; });
  std::size_t best = 0;
  for (std::size_t i = 1; i < readings.size(); ++i) {
    const bool simpler = readings[i].rank == readings[best].rank && readings[i].terms.size() < readings[best].terms.size();
    const bool better = tried[i].good != tried[best].good ? tried[i].good > tried[best].good : readings[i].rank > readings[best].rank || simpler;
    if (better) best = i;
  }
  const auto held = [&](std::size_t line, int rank) {
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if ((readings[i].rank >= rank || i == best) && !tried[i].holds.empty() && tried[i].holds[line]) return static_cast<int>(i);
    }
    return -1;
  };
  std::size_t chosen = best, explained = 0;
  bool proved = false;
  for (std::size_t line = 0; line < grid_.lines.size(); ++line) explained += held(line, certain) >= 0 ? 1 : 0;
  if (count_top == 1 && top >= certain) {
    std::size_t named = best;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (readings[i].rank == top && !readings[i].backwards && tried[i].lines > 0) named = i;
    }
    proved = tried[named].lines == 1 || 2 * explained >= tried[named].lines;
    if (proved && (tried[named].good == tried[best].good || readings[best].rank < certain)) chosen = named;
  }
  const Tried& taken = tried[chosen];
  if (taken.relations.empty()) return false;
  const bool enough = taken.telling >= 2 && (readings[chosen].rank >= possible || taken.digits >= (grid_.turned ? 2 * least_digits : least_digits));
  const bool most = readings[chosen].rank >= possible && taken.telling >= 1 && taken.good >= 2 && 3 * taken.good >= 2 * taken.lines;
  const bool confirmed = most || (enough && taken.lines - taken.good <= std::max<std::size_t>(1, taken.lines / 4));
  if (!proved && !confirmed && readings[chosen].rank < possible) return false;
  bool tied = false;
  for (std::size_t line = 0; line < grid_.lines.size(); ++line) {
    const int other = taken.holds[line] ? static_cast<int>(chosen) : held(line, possible);
    const bool accuses = other < 0 && taken.relations[line] && (proved || confirmed);
    if (other < 0 && !accuses) continue;
    Relation relation = *tried[accuses ? chosen : static_cast<std::size_t>(other)].relations[line];
    relation.proof = proved;
    relations_.push_back(std::move(relation));
    tied = true;
  }
  if (tied) explain(result, readings[chosen]);
  return tied;
}

void SeriesLinker::explain(std::size_t result, const SeriesReading& reading) {
  std::vector<std::size_t> members{result};
  for (const auto& term : reading.terms) members.push_back(term.first);
  std::sort(members.begin(), members.end());
  explained_.insert(std::move(members));
}

}  // namespace gouji::relations
