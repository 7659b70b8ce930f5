// The linker of series: which of a table's numbers are computed from which others of their line.

#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "relations/series.h"

namespace gouji::relations {

/// One way in which the words let the numbers of a series be computed.
struct SeriesReading {
  RelationKind kind = RelationKind::row;
  std::vector<std::pair<std::size_t, int>> terms;   // series with their signs, the one that must be there first
  int rank = 0;                                     // how much the words say for it
  bool quotient = false;                            // the first term over the second
  bool backwards = false;                           // the same words, the other way round: 预算 - 决算
  std::optional<std::size_t> amount;                // of a rate of change: the series of the amounts of change
};

/// What the words alone prove, where one reading has it and no other as much.
constexpr int certain = 3;
/// What the words allow: tied where it holds.
constexpr int possible = 2;

class SeriesLinker {
 public:
  SeriesLinker(const DocumentView& document, const Grid& grid, std::vector<Relation>& relations) : document_(document), grid_(grid), relations_(relations) {}
  void run();

 private:
  struct Tried;

  const Series& series(std::size_t each) const { return grid_.series[each]; }
  const facts::Quantity& quantity(std::size_t line, std::size_t each) const { return document_.quantity(grid_.at(line, each).ref); }
  bool is_number(std::size_t line, std::size_t each) const;
  bool is_one_measure(const facts::Quantity& a, const facts::Quantity& b) const;
  bool may_stand_beside(std::size_t each, std::size_t result) const;
  std::optional<Relation> relation_of(std::size_t result, const SeriesReading& reading, std::size_t line) const;
  bool is_rounded_price(const Relation& relation) const;
  Tried attempt(std::size_t result, const SeriesReading& reading) const;
  bool decide(std::size_t result, const std::vector<SeriesReading>& readings);
  void explain(std::size_t result, const SeriesReading& reading);

  bool link_formula(std::size_t result);
  void link_rate(std::size_t rate);
  int rank_of_rate(std::size_t rate, std::size_t top, std::size_t base) const;
  int rank_of_scores(std::size_t rate, std::size_t top, std::size_t base) const;
  void link_change(std::size_t change);
  enum class Against { unstated, plan, earlier, opening, year };
  struct Comparison {
    Against against = Against::unstated;
    bool first = false, adjusted = false, planned = false;   // 年初预算, 调整预算, 上年预算
    int year = 0;
  };
  Comparison comparison_of(std::size_t change) const;
  int rank_of_change(const Comparison& comparison, std::size_t change, std::size_t current, std::size_t base) const;
  std::optional<std::size_t> amount_of(std::size_t rate) const;
  void link_years(std::size_t change);
  void link_share_of_line(std::size_t share);
  void link_weighed(std::size_t score);
  void link_stocks(std::size_t opening);
  void link_left(std::size_t left);
  void link_products(std::size_t amount);
  void link_difference(std::size_t total);
  void link_runs(std::size_t total);
  bool names_sum(std::size_t total, const std::vector<std::size_t>& run) const;
  void link_quotas();

  const DocumentView& document_;
  const Grid& grid_;
  std::vector<Relation>& relations_;
  std::set<std::vector<std::size_t>> explained_;   // series that a reading ties, in order
};

}  // namespace gouji::relations
