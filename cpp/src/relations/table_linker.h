// The linker of tables: one class for what all of its files share.

#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "relations/series.h"

namespace gouji::relations {

/// A line of a sum: a row of a panel or a column of a head.
struct Summand {
  Total total = Total::none;
  bool named = false;    // 收入合计
  bool part = true;      // stands at the top of its list: may be an addend
  bool balance = false;  // 年初结转: no part of 收入合计
  bool owns = false;     // a total whose parts stand below it by their numbers
  std::u16string group;  // the first cell of the row, or what a subtotal names: 产出小计
};

/// A total and its addends, as positions in the list.
struct SumGroup {
  std::size_t total = 0;
  std::vector<std::size_t> parts;
};

/// The totals of a list: before their parts where the list begins with one, else behind them. A subtotal stands for its
/// parts in the total around it.
std::vector<SumGroup> sum_groups(const std::vector<Summand>& list);

class TableLinker {
 public:
  TableLinker(const DocumentView& document, const Table& table, std::vector<Relation>& relations) : document_(document), table_(table), relations_(relations) {}
  void run();

 private:
  struct Line : RowName {
    int parent = -1;
    bool uncertain = false;   // of the list that 其中 opened, or of the one around it
    bool loose = false;       // without a number between numbered ones
    std::u16string group;     // the words of the first cell, or of the one above it that it continues
    std::vector<std::size_t> children, listed;   // listed: behind 其中
  };
  using Lines = std::vector<Line>;

  const TableCell& cell(std::uint32_t row, std::uint32_t column) const { return table_.rows[row].cells[column]; }
  const facts::Quantity& quantity(std::uint32_t row, std::uint32_t column) const { return document_.quantity(ref(row, column)); }
  QuantityRef ref(std::uint32_t row, std::uint32_t column) const { return {table_.rows[row].block, cell(row, column).ordinal}; }
  bool is_number(std::uint32_t row, std::uint32_t column) const;
  bool is_usable(std::uint32_t row) const { return table_.rows[row].sure || table_.rows[row].trimmed; }
  bool is_certain(const Relation& relation) const;
  bool same_unit(QuantityRef a, QuantityRef b) const;
  void add(Relation relation);
  void add_sum(RelationKind kind, QuantityRef total, const std::vector<QuantityRef>& parts, bool proof, Because because);

  void settle_among(const TablePanel& panel, Lines& lines) const;
  Lines read_lines(const TablePart& part, const TablePanel& panel) const;
  void read_serials(const TablePanel& panel, Lines& lines) const;
  void find_parents(Lines& lines) const;
  std::u16string group_of_total(std::u16string_view words) const;
  bool belongs_to(const Line& line, const Line& whole) const;
  bool is_beside(const Line& line, const Line& whole) const;
  bool is_fund_total(std::u16string_view words) const;
  bool is_fund(const Line& line) const;
  std::vector<Summand> summands(const Lines& lines, bool absorb) const;

  // columns
  struct Parts {
    std::vector<QuantityRef> members;
    bool sure = true;      // no word stands where a number should
    bool blanks = false;   // some cell is empty
  };
  bool is_addend(const Line& line, const facts::Quantity& value) const;
  bool is_average(const Line& line) const;
  bool may_overlap(const std::vector<std::u16string>& names) const;
  bool one_exceeds(const Relation& relation) const;
  void collect(const Lines& lines, std::size_t line, std::uint32_t column, Parts& parts) const;
  void link_columns(const TablePart& part, const TablePanel& panel, const Lines& lines);
  void link_totals(std::uint32_t column, const Lines& lines);
  void link_children(std::uint32_t column, const Lines& lines);
  void link_among(std::uint32_t column, const Lines& lines);
  bool takes_last(const Lines& lines, const SumGroup& group, std::uint32_t column) const;
  bool fold(Relation& relation, std::uint32_t column) const;
  bool all_rows_sure(const TablePart& part) const;
  void link_grand_totals(const TablePart& part);

  // rows
  struct Node {
    std::uint32_t column = 0;
    std::vector<Node> children;
    std::u16string head;
  };
  std::vector<Node> nodes(const TablePart& part, const std::vector<std::uint32_t>& columns, std::size_t depth) const;
  void link_rows(const TablePart& part, const TablePanel& panel, const Lines& lines);
  void link_nodes(const TablePart& part, const std::vector<Node>& nodes, const Lines& lines);
  bool find_columns(const TablePart& part, const Node& node, std::vector<std::uint32_t>& columns) const;
  void tie_columns(const TablePart& part, std::uint32_t total, const std::vector<std::uint32_t>& parts, bool among, const Lines& lines);
  void link_adjustments(const TablePart& part, const TablePanel& panel, const Lines& lines);

  // flows
  using FlowTerms = std::vector<std::pair<std::uint32_t, int>>;   // columns with their signs, the one that must be there first
  void link_lost(const TablePart& part, const TablePanel& panel, const Lines& lines);
  void link_priced(const TablePart& part, const TablePanel& panel, const Lines& lines);
  void add_flow(std::uint32_t result, const FlowTerms& terms, const Lines& lines);
  bool is_one_measure(QuantityRef a, QuantityRef b) const;
  std::vector<Relation> flow_rows(std::uint32_t result, const FlowTerms& terms, const Lines& lines) const;

  // derived columns
  void link_derived(const TablePart& part, const TablePanel& panel, const Lines& lines);
  int year_of(const TablePanel& panel, const Line& line) const;
  Grid as_printed(const TablePart& part, const TablePanel& panel, const Lines& lines) const;
  Grid on_its_side(const TablePart& part, const TablePanel& panel, const Lines& lines) const;
  bool link_share(const TablePart& part, const TablePanel& panel, std::uint32_t column, const Lines& lines);
  std::vector<Relation> shares_of(std::uint32_t column, std::uint32_t amount, const Lines& lines) const;
  void link_share_total(std::uint32_t column, const Lines& lines);
  void link_share_whole(std::uint32_t column, const Lines& lines);

  // scores
  void link_scores();
  bool marks_of_hundred() const;
  void link_score_total(ColumnKind kind);
  void link_execution_scores(const TablePart& part, const TablePanel& panel, const Lines& lines);
  void link_score_groups(const TablePart& part, const TablePanel& panel, const Lines& lines);
  void link_group_head(const Line& first, const std::vector<QuantityRef>& weights, const std::vector<QuantityRef>& scores);
  void link_told_group(const Line& first, const std::vector<QuantityRef>& weights, const std::vector<QuantityRef>& scores);
  Status judge_sum(QuantityRef total, const std::vector<QuantityRef>& parts) const;
  void link_row_scores(const TablePart& part, const TablePanel& panel, const Lines& lines);
  bool link_reached_scores(std::uint32_t rate, std::uint32_t weight, std::uint32_t score, const Lines& lines);
  bool tie_score(QuantityRef score, QuantityRef weight, QuantityRef rate, bool here);
  void link_told_losses(const TablePart& part, const TablePanel& panel, const Lines& lines);
  std::optional<QuantityRef> rate_in_row(const TablePart& part, std::uint32_t row, QuantityRef weight) const;
  std::vector<QuantityRef> rates_named(std::u16string_view name) const;
  void link_score_limits(const TablePart& part, const TablePanel& panel, const Lines& lines);

  std::vector<std::uint32_t> of_kind(const TablePart& part, const TablePanel& panel, ColumnKind kind) const;
  Relation quotient(RelationKind kind, std::uint32_t row, std::uint32_t result, std::uint32_t part, std::uint32_t base) const;

  const DocumentView& document_;
  const Table& table_;
  std::vector<Relation>& relations_;
  std::size_t first_ = 0;               // of the part's relations
  const TablePart* part_ = nullptr;     // whose columns are added up
  const TablePanel* panel_ = nullptr;
};

}  // namespace gouji::relations
