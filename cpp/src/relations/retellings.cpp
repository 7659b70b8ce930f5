// What the text tells of a row of a table again: its goal, its result, its change or its rate. The words of both
// decide that they are one thing; then a difference is accused.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "facts/label.h"
#include "relations/echo_words.h"
#include "relations/goals.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/tables.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::WordClass;

constexpr std::size_t shortest_name = 3;    // units of a name that both have
constexpr std::size_t shortest_common = 4;  // units of a name that the other one ends in

/// What is told of a thing.
enum class Slot : std::uint8_t { change, change_rate, execution, goal, result };

struct Thing {
  std::uint16_t indicator;
  std::u16string ending;   // the last words of the name, where there is no indicator
  Slot slot;
  int year;
  auto operator<=>(const Thing&) const = default;
};

struct Told {
  QuantityRef ref;
  std::u16string name;
};

class RetellingLinker {
 public:
  RetellingLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), goals_(document) {
    for (const Relation& relation : relations) {
      if (relation.kind != RelationKind::restatement) continue;
      for (const QuantityRef member : members_of(relation)) tied_[member].insert(relation.result);
    }
  }

  void run() {
    if (document_.tables->empty()) return;
    for (const Table& table : *document_.tables) {
      for (const TableRow& row : table.rows) rows_.insert(row.block);
      for (const TablePart& part : table.parts) read_part(table, part);
    }
    if (cells_.empty()) return;
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      if (!rows_.contains(block) && !document_.blocks[block].block->flattened_table) read_text(block);
    }
    for (const auto& [thing, cells] : cells_) {
      if (const auto told = told_.find(thing); told != told_.end()) tie(thing, cells, told->second);
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  bool is_specific(const Quantity& value) const { return value.indicator != profile::no_concept && !document_.lexicon->vocabulary().concepts[value.indicator].generic && value.qualifier.empty(); }

  void add(std::map<Thing, std::vector<Told>>& all, QuantityRef ref, Slot slot, std::uint16_t indicator, std::u16string name) const {
    const Quantity& value = quantity(ref);
    if (indicator == profile::no_concept && name.size() < shortest_name) return;
    Thing thing{indicator, {}, slot, resolved_year(document_, value)};
    if (indicator == profile::no_concept) thing.ending = name.substr(name.size() - shortest_name);
    all[thing].push_back({ref, std::move(name)});
  }

  void read_part(const Table& table, const TablePart& part) {
    const auto& words = document_.lexicon->vocabulary().tables;
    std::optional<std::size_t> planned, reached;
    std::map<ColumnKind, int> kinds;
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
      if (!planned && ends_in(part.columns[i].head, words.planned)) planned = i;
      else if (planned && !reached && ends_in(part.columns[i].head, words.reached)) reached = i;
      ++kinds[part.columns[i].kind];
    }
    for (std::uint32_t row = part.first; row < part.last; ++row) {
      const auto& cells = table.rows[row].cells;
      for (std::size_t i = 0; table.rows[row].sure && i < cells.size() && i < part.columns.size(); ++i) {
        if (cells[i].kind != CellKind::number) continue;
        const QuantityRef ref{table.rows[row].block, cells[i].ordinal};
        const Quantity& value = quantity(ref);
        if (value.base_unit.empty() || value.role == Role::cell) continue;
        if (reached && i == *planned && *reached < cells.size() && cells[*reached].kind == CellKind::number) beside_.emplace(ref, QuantityRef{ref.block, cells[*reached].ordinal});
        if (reached && i == *reached && cells[*planned].kind == CellKind::number) beside_.emplace(ref, QuantityRef{ref.block, cells[*planned].ordinal});
        if (reached && (i == *planned || i == *reached)) add(cells_, ref, i == *planned ? Slot::goal : Slot::result, profile::no_concept, facts::content_words(value.label, *document_.lexicon));
        else if (const auto subject = subject_of(table.rows[row].block); !reached && subject != profile::no_concept) read_cell(ref, subject, part.columns[i], kinds);
      }
    }
  }

  // What the amounts of a row are of.
  std::uint16_t subject_of(std::uint32_t block) const {
    const auto& row = document_.blocks[block].facts->quantities;
    const auto found = std::find_if(row.begin(), row.end(), [&](const Quantity& value) { return is_specific(value) && value.cell >= 0; });
    const bool same = found != row.end() && std::all_of(found, row.end(), [&](const Quantity& value) { return !is_specific(value) || value.indicator == found->indicator; });
    return same && scope_of(document_, *found).empty() ? found->indicator : profile::no_concept;
  }

  void read_cell(QuantityRef ref, std::uint16_t subject, const TableColumn& column, const std::map<ColumnKind, int>& kinds) {
    if (kinds.at(column.kind) > 1) return;   // which of them?
    switch (column.kind) {
      case ColumnKind::change: return add(cells_, ref, Slot::change, subject, {});
      case ColumnKind::change_rate: return add(cells_, ref, Slot::change_rate, subject, {});
      case ColumnKind::rate: return add(cells_, ref, Slot::execution, subject, {});
      default: return;
    }
  }

  void read_text(std::uint32_t block) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    std::uint16_t subject = profile::no_concept;   // what the sentence speaks of
    int sentence = -1;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      const QuantityRef ref{block, i};
      const Quantity& value = quantities[i];
      if (document_.layout->sentence(ref) != sentence) subject = profile::no_concept, sentence = document_.layout->sentence(ref);
      if (is_specific(value) && scope_of(document_, value).empty()) subject = value.indicator;
      else if (value.indicator != profile::no_concept || !facts::content_words(value.label, *document_.lexicon).empty()) subject = value.role == Role::rate ? subject : profile::no_concept;
      if (value.cell >= 0 || value.besides || value.limit != 0) continue;
      read_name(ref);
      if (subject != profile::no_concept) read_indicator(ref, subject);
    }
  }

  // 更换供水管网35公里, 验收合格率100%, 居民满意度不低于90%
  void read_name(QuantityRef ref) {
    const Quantity& value = quantity(ref);
    const bool bound = value.approximation == Approximation::at_least || value.approximation == Approximation::at_most;
    const bool goal = value.basis == Basis::target || goals_.stands_among_goals(ref.block) || goals_.is_set_out(ref);
    if ((value.approximation != Approximation::exact && !(goal && bound)) || (value.role != Role::level && value.role != Role::rate && value.role != Role::average)) return;
    if (!goal && value.basis != Basis::unknown && value.basis != Basis::actual) return;
    if (!value.against.empty() || value.remainder || value.complement || value.base_quantity >= 0) return;
    std::u16string name = facts::content_words(value.label, *document_.lexicon);
    add(told_, ref, goal ? Slot::goal : Slot::result, profile::no_concept, std::move(name));
  }

  void read_indicator(QuantityRef ref, std::uint16_t subject) {
    const Quantity& value = quantity(ref);
    if (value.approximation != Approximation::exact || !scope_of(document_, value).empty()) return;
    const bool of_budget = document_.lexicon->contains(value.base, WordClass::budget) || document_.lexicon->contains(value.label, WordClass::execution);
    if (value.role == Role::change && value.base.empty() && value.against.starts_with(u"上")) add(told_, ref, is_percentage(value) ? Slot::change_rate : Slot::change, subject, {});
    else if (value.role == Role::rate && of_budget && value.kind == profile::UnitKind::percent) add(told_, ref, Slot::execution, subject, {});
  }

  // One name is the other one, or ends in it.
  static bool is_one_name(const std::u16string& a, const std::u16string& b) {
    if (a == b) return true;
    const std::u16string &longer = a.size() > b.size() ? a : b, &shorter = a.size() > b.size() ? b : a;
    return shorter.size() >= shortest_common && longer.ends_with(shorter);
  }

  void tie(const Thing& thing, const std::vector<Told>& cells, const std::vector<Told>& told) {
    for (const Told& cell : cells) {
      const auto is_rival = [&](const Told& other) { return other.ref != cell.ref && same_measure(quantity(other.ref), quantity(cell.ref)) && is_one_name(other.name, cell.name); };
      if (std::any_of(cells.begin(), cells.end(), is_rival)) continue;
      std::vector<Relation> found;
      bool holds = false;
      for (const Told& mention : told) {
        if (!same_measure(quantity(mention.ref), quantity(cell.ref)) || !is_one_name(mention.name, cell.name)) continue;
        Relation relation = between(mention.ref, cell.ref);
        holds = holds || relation.verdict.status != Status::violated;
        found.push_back(std::move(relation));
      }
      for (Relation& relation : found) {
        if (are_tied(relation)) continue;
        if (relation.verdict.status == Status::violated && (holds || found.size() > 1 || !is_certain(thing, relation))) continue;
        relations_.push_back(std::move(relation));
      }
    }
  }

  // 全年更换供水管网 and 更换供水管网, but not 上半年更换供水管网 or 城东更换供水管网
  bool says_the_same(const Quantity& a, const Quantity& b, Slot slot) const {
    const std::u16string &longer = a.label.size() > b.label.size() ? a.label : b.label, &shorter = a.label.size() > b.label.size() ? b.label : a.label;
    if (!longer.ends_with(shorter)) return facts::content_words(longer, *document_.lexicon) == facts::content_words(shorter, *document_.lexicon);
    const std::u16string_view extra = std::u16string_view(longer).substr(0, longer.size() - shorter.size());
    for (std::size_t i = 0; i < extra.size();) {
      const profile::Entry* entry = document_.lexicon->word_at(extra, i);
      const bool idle = entry && (entry->is(WordClass::neutral) || entry->is(WordClass::current_period) || entry->is(WordClass::actual) || entry->is(WordClass::event) || entry->is(WordClass::total) || (slot == Slot::goal && entry->is(WordClass::target)));
      if (!idle || entry->is(WordClass::cumulative)) return false;
      i += entry->word.size();
    }
    return true;
  }

  // Nothing speaks for another thing: no scope, no second table or paragraph that confirms the value.
  bool is_certain(const Thing& thing, const Relation& relation) const {
    const bool named = thing.slot == Slot::goal || thing.slot == Slot::result;
    if (named && !says_the_same(quantity(relation.result), quantity(relation.operands.front().quantity), thing.slot)) return false;
    for (const QuantityRef member : members_of(relation)) {
      const Quantity& value = quantity(member);
      if (value.cell < 0 && thing.slot != Slot::goal && !value.topic.empty() && value.topic.size() > 2 && document_.lexicon->suffix(value.topic, WordClass::topic)) return false;
      if (tied_.contains(member)) return false;   // told alike elsewhere
    }
    return !is_of_row(relation.result, relation.operands.front().quantity) && !is_of_row(relation.operands.front().quantity, relation.result);
  }

  // The goal of the row where the words seem to tell its result, or the other way round.
  bool is_of_row(QuantityRef told, QuantityRef cell) const {
    const auto other = beside_.find(cell);
    return other != beside_.end() && same_measure(quantity(other->second), quantity(told)) && quantity(other->second).value() == quantity(told).value();
  }

  bool are_tied(const Relation& relation) const {
    const auto a = tied_.find(relation.result), b = tied_.find(relation.operands.front().quantity);
    return a != tied_.end() && b != tied_.end() && std::any_of(a->second.begin(), a->second.end(), [&](QuantityRef result) { return b->second.contains(result); });
  }

  Relation between(QuantityRef told, QuantityRef cell) const {
    const bool turned = quantity(told).value().is_negative() != quantity(cell).value().is_negative() && quantity(told).role == Role::change;   // 下降6.06% and -6.06
    Relation relation;
    relation.kind = RelationKind::restatement;
    relation.result = std::min(told, cell);
    relation.operands = {{std::max(told, cell), turned ? -1 : 1}};
    relation.because = Because::words;
    relation.table = true;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  Goals goals_;
  std::set<std::uint32_t> rows_;                                  // blocks of tables
  std::map<Thing, std::vector<Told>> cells_, told_;
  std::map<QuantityRef, QuantityRef> beside_;                     // goals and results of rows
  std::map<QuantityRef, std::set<QuantityRef>> tied_;             // results of the restatements of each figure
};

}  // namespace

void link_retellings(const DocumentView& document, std::vector<Relation>& relations) { RetellingLinker(document, relations).run(); }

}  // namespace gouji::relations
