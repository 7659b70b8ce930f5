// Sums over sibling items that each tell the same things: the budgets of all items, what was spent on them, what is left.

#include <algorithm>
#include <map>

#include "facts/label.h"
#include "relations/item_runs.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/memory.h"
#include "relations/ties.h"
#include "relations/values.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Basis;
using facts::PeriodKind;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

namespace {

constexpr std::size_t longest_concept = 40;   // units of a name

/// What an amount of an item tells, beside its measure.
enum class Told { nothing, plain, budget, adjusted, previous, cumulative, left, opening, more, less, set, got };

struct Column {
  UnitKind kind;
  std::u16string_view unit;
  Told told;
  auto operator<=>(const Column&) const = default;
};

class ColumnLinker {
 public:
  ColumnLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), told_(document.values->size()) {}

  void run() {
    const ProseAmounts amounts = amounts_of_prose(document_);
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      link_unit(document_, Linker::columns, {block, 0}, relations_, [&] {
        dropped_ = false;
        for (const ItemRun& run : find_runs(document_, amounts, block)) link(run), link_classes(run);
        return !dropped_;
      });
    }
    document_.ties->sweep();
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  Told told_by(QuantityRef ref) const {
    std::optional<Told>& told = told_[document_.values->place_of(ref)];
    return told ? *told : told.emplace(read_told(quantity(ref)));
  }

  Told read_told(const Quantity& value) const {
    if (value.approximation != facts::Approximation::exact || value.limit != 0 || is_percentage(value)) return Told::nothing;
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

  Column column_of(QuantityRef ref) const { return {quantity(ref).kind, quantity(ref).base_unit, told_by(ref)}; }

  void link(const ItemRun& run) {
    std::map<Column, std::vector<QuantityRef>> columns;   // the first amount of each item that tells it
    std::vector<Column> seen;
    for (const RunItem& item : run.items) {
      seen.clear();
      for (const QuantityRef amount : item.amounts) {
        const Column column = column_of(amount);
        if (column.told == Told::nothing || std::find(seen.begin(), seen.end(), column) != seen.end()) continue;
        seen.push_back(column);
        columns[column].push_back(amount);
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
      if (auto sum = find_total(run, column, parts)) found.emplace_back(column, std::move(*sum));
      else if (auto near = nearest_total(run, column, parts)) open.emplace_back(column, std::move(*near));
    }
    for (auto& [column, relation] : found) keep(run, relation);
    for (auto& [column, relation] : open) {
      if (is_sure(run, relation, found)) keep(run, relation);
    }
  }

  // 1.一般公共服务支出（类）…行政运行（项）。…: the items of one class against what was told of the class before.
  void link_classes(const ItemRun& run) {
    std::vector<Relation> open;
    std::size_t good = 0;
    if (const auto whole = heading_class(run)) {   // （三）农林水支出具体情况。
      const auto parts = plain_parts(run, 0, run.items.size());
      const auto total = class_total(run, *whole);
      if (total && parts.size() == run.items.size()) keep(run, sum_of(*total, parts));
      return;
    }
    for (std::size_t begin = 0, end; begin < run.items.size(); begin = end) {
      const std::uint16_t indicator = class_of(run.items[begin]);
      for (end = begin + 1; end < run.items.size() && class_of(run.items[end]) == indicator; ++end) {}
      if (indicator == profile::no_concept) continue;
      const auto parts = plain_parts(run, begin, end);
      const auto total = class_total(run, indicator);
      if (!total || parts.size() != end - begin) continue;
      const Relation relation = sum_of(*total, parts);
      if (relation.verdict.status != Status::violated) ++good;
      if (parts.size() < 2) continue;
      if (relation.verdict.status != Status::violated) keep(run, relation);
      else open.push_back(relation);
    }
    for (const Relation& relation : open) {
      if (good > 0) keep(run, relation);   // other classes of the same items add up
    }
  }

  std::vector<QuantityRef> plain_parts(const ItemRun& run, std::size_t begin, std::size_t end) const {
    std::vector<QuantityRef> parts;
    for (std::size_t i = begin; i < end; ++i) {
      const auto part = std::find_if(run.items[i].amounts.begin(), run.items[i].amounts.end(), [&](QuantityRef amount) { return quantity(amount).kind == UnitKind::money && told_by(amount) == Told::plain && (quantity(amount).basis == Basis::actual || is_general(quantity(amount))); });
      if (part != run.items[i].amounts.end()) parts.push_back(*part);
    }
    return parts;
  }

  // The class that the line before the items names, where it tells no amount and no item names a class.
  std::optional<std::uint16_t> heading_class(const ItemRun& run) const {
    const std::uint32_t first = run.items.front().block;
    if (run.clauses || first == 0 || !document_.blocks[first - 1].facts->quantities.empty()) return std::nullopt;
    if (std::any_of(run.items.begin(), run.items.end(), [&](const RunItem& item) { return class_of(item) != profile::no_concept; })) return std::nullopt;
    const std::uint16_t named = class_of({first - 1, {}});
    return named == profile::no_concept ? std::nullopt : std::optional(named);
  }

  std::uint16_t class_of(const RunItem& item) const {
    const syntax::Block& block = *document_.blocks[item.block].block;
    const profile::Entry* entry = block.marker.style == syntax::MarkerStyle::none ? nullptr : document_.lexicon->concept_prefix(block.folded.slice(block.marker.end, longest_concept));
    const auto& concepts = document_.lexicon->vocabulary().concepts;
    return entry && concepts[entry->concept_index].id.starts_with("class_") ? entry->concept_index : profile::no_concept;
  }

  std::optional<QuantityRef> class_total(const ItemRun& run, std::uint16_t indicator) const {
    for (const RunText& text : run.texts) {
      for (const QuantityRef amount : text.amounts) {
        if (!text.behind && quantity(amount).indicator == indicator && told_by(amount) == Told::plain) return amount;
      }
    }
    return std::nullopt;
  }

  Relation sum_of(QuantityRef total, const std::vector<QuantityRef>& parts) const {
    Relation relation;
    relation.kind = RelationKind::sum;
    relation.result = total;
    relation.operands.reserve(parts.size());
    for (const QuantityRef part : parts) relation.operands.push_back({part, 1});
    relation.because = Because::structure;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  // An amount of the column that the items add up to; from afar only money, which seldom does so by chance.
  std::optional<Relation> find_total(const ItemRun& run, const Column& column, const std::vector<QuantityRef>& parts) const {
    for (const RunText& text : run.texts) {
      if (column.kind != UnitKind::money && column.kind != UnitKind::score && !is_near(run, text, column)) continue;
      for (std::size_t i = text.amounts.size(); i-- > 0;) {
        if (column_of(text.amounts[i]) != column) continue;
        Relation relation = sum_of(text.amounts[i], parts);
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
    if (parts.size() != run.items.size() && !(column.told == Told::left && rest_is_nothing(run))) return std::nullopt;
    for (const RunText& text : run.texts) {
      if (!tells(text, column)) continue;
      std::vector<QuantityRef> same;
      std::copy_if(text.amounts.begin(), text.amounts.end(), std::back_inserter(same), [&](QuantityRef amount) { return column_of(amount) == column; });
      if (same.size() == 1) return sum_of(same.front(), parts);
      if (!text.recalls) return std::nullopt;
    }
    return std::nullopt;
  }

  // Items that tell no rest spent all they had: 预算62.00万元，支出62.00万元，没有结余.
  bool rest_is_nothing(const ItemRun& run) const {
    return std::all_of(run.items.begin(), run.items.end(), [&](const RunItem& item) {
      if (std::any_of(item.amounts.begin(), item.amounts.end(), [&](QuantityRef amount) { return column_of(amount).told == Told::left; })) return true;
      return item.amounts.size() >= 2 && same_measure(quantity(item.amounts[0]), quantity(item.amounts[1])) && quantity(item.amounts[0]).value() == quantity(item.amounts[1]).value();
    });
  }

  // Another column of the same items adds up to an amount of the same text, or words behind the items sum them up.
  bool is_sure(const ItemRun& run, const Relation& relation, const std::vector<std::pair<Column, Relation>>& found) const {
    const bool backed = std::any_of(found.begin(), found.end(), [&](const auto& other) { return other.second.result.block == relation.result.block && other.second.operands.size() == run.items.size() && speaks_of_same(quantity(relation.result), quantity(other.second.result)); });
    const auto text = std::find_if(run.texts.begin(), run.texts.end(), [&](const RunText& each) { return std::find(each.amounts.begin(), each.amounts.end(), relation.result) != each.amounts.end(); });
    const bool scored = quantity(relation.result).kind == UnitKind::score && has_indicator(document_, quantity(relation.result), "self_score") && relation.operands.size() == run.items.size() && relation.operands.size() >= 3;
    return backed || scored || (text != run.texts.end() && text->recalls && sums_up(quantity(relation.result)));
  }

  bool is_general(const Quantity& value) const { return value.indicator != profile::no_concept && (document_.lexicon->vocabulary().concepts[value.indicator].generic || has_indicator(document_, value, "closing_balance")); }

  // 项目预算60万元，支出58万元: the same projects; 项目预算60万元，基本支出58万元: something else.
  bool speaks_of_same(const Quantity& value, const Quantity& other) const {
    if (value.kind != UnitKind::money) return true;
    const bool plain = value.indicator == profile::no_concept ? value.label.empty() || value.role == Role::change || value.role == Role::base : is_general(value);
    return (plain && (value.qualifier.empty() || value.qualifier == other.qualifier)) || (value.indicator != profile::no_concept && value.indicator == other.indicator && value.qualifier == other.qualifier);
  }

  // 以上项目合计安排80万元，支付74万元; not 以上项目带动投资500万元
  bool sums_up(const Quantity& value) const { return value.announced || value.role == Role::total || (value.kind == UnitKind::money && (is_general(value) || value.basis == Basis::actual || value.basis == Basis::budget)); }

  // What the items tell together goes before a list that took the first amount of each.
  void keep(const ItemRun& run, const Relation& relation) {
    const auto of_run = [&](QuantityRef ref) { return std::any_of(run.items.begin(), run.items.end(), [&](const RunItem& item) { return std::find(item.amounts.begin(), item.amounts.end(), ref) != item.amounts.end(); }); };
    const auto of_items = [&](const Relation& other) {
      return other.kind == RelationKind::sum && other.result == relation.result && std::any_of(other.operands.begin(), other.operands.end(), [&](const Operand& operand) { return of_run(operand.quantity); });
    };
    const Ties::List same = document_.ties->with_result(relation.result);
    if (same.any([&](const Relation& other) { return of_items(other) && (other.verdict.status != Status::violated || relation.verdict.status == Status::violated); })) return;
    for (const Relation& other : same) {
      if (!of_items(other)) continue;
      document_.ties->drop(other);
      dropped_ = true;
    }
    relations_.push_back(relation);
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  bool dropped_ = false;                            // a relation found before, for one of the block
  mutable std::vector<std::optional<Told>> told_;   // by all quantities, read where they are needed
};

}  // namespace

void link_columns(const DocumentView& document, std::vector<Relation>& relations) { ColumnLinker(document, relations).run(); }

}  // namespace gouji::relations
