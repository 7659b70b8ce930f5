// Sums over sibling items that each tell the same things: the budgets of all items, what was spent on them, what is left.

#include <algorithm>
#include <map>
#include <set>

#include "facts/label.h"
#include "relations/item_runs.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Approximation;
using facts::Basis;
using facts::PeriodKind;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

namespace {

/// What an amount of an item tells, beside its measure.
enum class Told { nothing, plain, budget, adjusted, previous, cumulative, left, opening, more, less, set, got };

struct Column {
  UnitKind kind;
  std::u16string unit;
  Told told;
  auto operator<=>(const Column&) const = default;
};

class ColumnLinker {
 public:
  ColumnLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (const ItemRun& run : find_runs(document_)) link(run);
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  Told told_by(const Quantity& value) const {
    if (value.approximation != Approximation::exact || value.limit != 0 || is_percentage(value)) return Told::nothing;
    if (value.role == Role::change) return value.direction > 0 ? Told::more : Told::less;
    if (value.kind == UnitKind::score && (value.role == Role::level || value.role == Role::detail)) return told_by_score(value);
    const bool earlier = value.period.kind == PeriodKind::previous || facts::stated_period(value.against, *document_.lexicon).kind == PeriodKind::previous;
    if (value.role == Role::base && value.basis == Basis::unknown) return earlier ? Told::previous : Told::nothing;
    if (value.role != Role::level && value.role != Role::total && value.role != Role::base) return Told::nothing;
    if (has_indicator(document_, value, "opening_balance")) return Told::opening;
    if (value.remainder || has_indicator(document_, value, "closing_balance")) return Told::left;
    if (value.kind == UnitKind::count) return has_indicator(document_, value, "staff_quota") ? Told::set : Told::plain;
    if (earlier) return Told::previous;
    switch (value.basis) {
      case Basis::budget: return Told::budget;
      case Basis::adjusted_budget: return Told::adjusted;
      case Basis::previous: return Told::previous;
      case Basis::cumulative: return Told::cumulative;
      case Basis::target: return Told::set;
      case Basis::unknown: return value.allotted || has_indicator(document_, value, "funds") ? Told::budget : Told::plain;
      default: return Told::plain;
    }
  }

  // 项目立项5分，得4.5分: what can be got, and what was.
  Told told_by_score(const Quantity& value) const {
    return value.label.find(u'得') != std::u16string::npos || has_indicator(document_, value, "self_score") ? Told::got : Told::set;
  }

  Column column_of(QuantityRef ref) const { return {quantity(ref).kind, quantity(ref).base_unit, told_by(quantity(ref))}; }

  void link(const ItemRun& run) {
    std::map<Column, std::vector<QuantityRef>> columns;   // the first amount of each item that tells it
    for (const RunItem& item : run.items) {
      std::set<Column> seen;
      for (const QuantityRef amount : item.amounts) {
        const Column column = column_of(amount);
        if (column.told != Told::nothing && seen.insert(column).second) columns[column].push_back(amount);
      }
    }
    for (auto column = columns.begin(); column != columns.end();) {   // 预算执行9.5分，产出48分: what was got, where nothing else is told
      if (column->first.kind != UnitKind::score || column->first.told != Told::set) {
        ++column;
        continue;
      }
      Column got = column->first;
      got.told = Told::got;
      if (!columns.contains(got) && std::none_of(column->second.begin(), column->second.end(), [&](QuantityRef part) { return quantity(part).basis == Basis::target; })) columns[got] = column->second;
      ++column;
    }
    std::vector<std::pair<Column, Relation>> found, open;   // that add up, and that do not
    for (const auto& [column, parts] : columns) {
      const bool many = parts.size() * 2 > run.items.size() && std::count_if(parts.begin(), parts.end(), [&](QuantityRef part) { return quantity(part).value() != number::Decimal(0, 0); }) >= 2;
      if (!many) continue;
      if (const auto sum = find_total(run, column, parts)) found.emplace_back(column, *sum);
      else if (const auto near = nearest_total(run, column, parts)) open.emplace_back(column, *near);
    }
    for (auto& [column, relation] : found) keep(run, relation);
    for (auto& [column, relation] : open) {
      if (is_sure(run, relation, found)) keep(run, relation);
    }
  }

  Relation sum_of(QuantityRef total, const std::vector<QuantityRef>& parts) const {
    Relation relation;
    relation.kind = RelationKind::sum;
    relation.result = total;
    for (const QuantityRef part : parts) relation.operands.push_back({part, 1});
    relation.because = Because::structure;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  // An amount of the column that the items add up to; from afar only money, which seldom does so by chance.
  std::optional<Relation> find_total(const ItemRun& run, const Column& column, const std::vector<QuantityRef>& parts) const {
    for (const RunText& text : run.texts) {
      if (column.kind != UnitKind::money && !is_near(run, text, column)) continue;
      for (std::size_t i = text.amounts.size(); i-- > 0;) {
        if (column_of(text.amounts[i]) != column) continue;
        const Relation relation = sum_of(text.amounts[i], parts);
        if (relation.verdict.status != Status::violated) return relation;
      }
    }
    return std::nullopt;
  }

  bool tells(const RunText& text, const Column& column) const {
    return std::any_of(text.amounts.begin(), text.amounts.end(), [&](QuantityRef amount) { return quantity(amount).kind == column.kind && quantity(amount).base_unit == column.unit; });
  }

  // No other text between it and the run tells amounts of the measure.
  bool is_near(const ItemRun& run, const RunText& text, const Column& column) const {
    return text.beside && std::none_of(run.texts.begin(), run.texts.end(), [&](const RunText& other) { return &other < &text && !other.behind && tells(other, column); });
  }

  // The only amount of the column in the nearest text that tells amounts of its measure.
  std::optional<Relation> nearest_total(const ItemRun& run, const Column& column, const std::vector<QuantityRef>& parts) const {
    if (parts.size() != run.items.size()) return std::nullopt;
    for (const RunText& text : run.texts) {
      if (!tells(text, column)) continue;
      std::vector<QuantityRef> same;
      std::copy_if(text.amounts.begin(), text.amounts.end(), std::back_inserter(same), [&](QuantityRef amount) { return column_of(amount) == column; });
      if (same.size() == 1) return sum_of(same.front(), parts);
      if (!text.recalls) return std::nullopt;
    }
    return std::nullopt;
  }

  // Another column of the same items adds up to an amount of the same text, or words behind the items sum them up.
  bool is_sure(const ItemRun& run, const Relation& relation, const std::vector<std::pair<Column, Relation>>& found) const {
    const bool backed = std::any_of(found.begin(), found.end(), [&](const auto& other) { return other.second.result.block == relation.result.block && other.second.operands.size() == run.items.size(); });
    const auto text = std::find_if(run.texts.begin(), run.texts.end(), [&](const RunText& each) { return std::find(each.amounts.begin(), each.amounts.end(), relation.result) != each.amounts.end(); });
    return backed || (text != run.texts.end() && text->recalls);
  }

  // What the items tell together goes before a list that took the first amount of each.
  void keep(const ItemRun& run, Relation& relation) {
    const auto of_run = [&](QuantityRef ref) { return std::any_of(run.items.begin(), run.items.end(), [&](const RunItem& item) { return std::find(item.amounts.begin(), item.amounts.end(), ref) != item.amounts.end(); }); };
    const auto of_items = [&](const Relation& other) {
      return other.kind == RelationKind::sum && other.result == relation.result && std::any_of(other.operands.begin(), other.operands.end(), [&](const Operand& operand) { return of_run(operand.quantity); });
    };
    const bool told = std::any_of(relations_.begin(), relations_.end(), [&](const Relation& other) { return of_items(other) && (other.verdict.status != Status::violated || relation.verdict.status == Status::violated); });
    if (told) return;
    std::erase_if(relations_, of_items);
    relations_.push_back(relation);
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
};

}  // namespace

void link_columns(const DocumentView& document, std::vector<Relation>& relations) { ColumnLinker(document, relations).run(); }

}  // namespace gouji::relations
