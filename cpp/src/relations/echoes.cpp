// Echoes: a figure that is told again in other words. Words must show that both may be of one thing; their sameness then
// confirms it. Nothing is accused here.

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/mentions.h"
#include "relations/tables.h"
#include "relations/values.h"
#include "relations/verdict.h"
#include "text/text.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;

constexpr std::size_t longest_noun = 8;      // units of the noun behind a counter
constexpr std::size_t least_digits = 3;      // a number of fewer digits is told of many things
constexpr std::size_t most_mentions = 40;    // of one value: more are of a table
constexpr std::size_t telling_noun = 3;      // units of a noun that both sides of a count must share
constexpr std::size_t telling_digits = 5;    // a number of so many digits is hardly told of two things

class EchoLinker {
 public:
  EchoLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout), words_(document.values->size()), labels_(document.values->size()), is_cell_(document.values->size()) {
    for (const Relation& relation : relations) {
      if (relation.kind != RelationKind::restatement) continue;
      for (const Operand& operand : relation.operands) told_again_.insert(operand.quantity);
    }
    for (const Table& table : *document.tables) {
      for (const TablePart& part : table.parts) read_cells(part, table);
    }
  }

  void run() {
    std::vector<QuantityRef> mentions;
    for (std::size_t magnitude = 0; magnitude < document_.values->count(); ++magnitude) {
      const auto told = document_.values->told(magnitude);
      if (told.size() < 2) continue;
      mentions.clear();
      std::copy_if(told.begin(), told.end(), std::back_inserter(mentions), [&](QuantityRef ref) { return may_echo(ref); });
      if (mentions.size() > 1 && mentions.size() <= most_mentions) tie(mentions);
    }
    tie_bare_cells();
  }

 private:
  struct Cell {
    const Table* table;
    std::u16string words;   // of its table and column
    bool change;
  };
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  bool may_echo(QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    if (document_.blocks[ref.block].block->flattened_table && !rows_.contains(ref.block)) return false;
    if (value.approximation != Approximation::exact || value.value().is_zero()) return false;
    return is_telling(value) || value.kind == profile::UnitKind::count;
  }

  static std::size_t digits_of(const Quantity& value) {
    return static_cast<std::size_t>(std::count_if(value.printed.begin(), value.printed.end(), [](char16_t unit) { return unit >= u'0' && unit <= u'9'; }));
  }

  static bool is_telling(const Quantity& value) {
    return value.approximation == Approximation::exact && digits_of(value) >= least_digits && !value.value().is_zero() && value.number != number::Decimal(100, 0);
  }

  // A cell is told by the words of its row and the head of its column.
  void read_cells(const TablePart& part, const Table& table) {
    for (std::uint32_t row = part.first; row < part.last; ++row) {
      rows_.insert(table.rows[row].block);
      for (std::size_t column = 0; column < table.rows[row].cells.size() && column < part.columns.size(); ++column) {
        const TableCell& cell = table.rows[row].cells[column];
        if (cell.kind != CellKind::number) continue;
        const QuantityRef ref{table.rows[row].block, cell.ordinal};
        cells_[ref] = {&table, table.title + u"|" + part.columns[column].head, part.columns[column].kind == ColumnKind::change || part.columns[column].kind == ColumnKind::change_rate};
        is_cell_[document_.values->place_of(ref)] = true;
      }
    }
  }

  // Each later mention is tied to the first one that is of the same thing.
  void tie(const std::vector<QuantityRef>& mentions) {
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      if (told_again_.contains(mentions[i])) continue;
      for (std::size_t j = 0; j < i; ++j) {
        if (!may_be_one(mentions[j], mentions[i]) || !first_in_table(mentions[j], mentions[i])) continue;
        Relation relation;
        relation.kind = RelationKind::restatement;
        relation.result = mentions[j];
        relation.operands = {{mentions[i], 1}};
        relation.table = is_cell(mentions[i]) || is_cell(mentions[j]);
        relation.verdict = judge(document_, relation);
        if (relation.verdict.status != Status::violated) relations_.push_back(relation);   // a fall, and a negative cell
        break;
      }
    }
  }

  // A table that names no unit: its numbers are those of the text as printed.
  void tie_bare_cells() {
    const auto is_bare = [&](const auto& cell) { return quantity(cell.first).base_unit.empty() && is_telling(quantity(cell.first)); };
    if (std::none_of(cells_.begin(), cells_.end(), is_bare)) return;
    std::map<std::string, std::vector<QuantityRef>> told;
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        if (!is_cell({block, i}) && is_telling(quantities[i])) told[quantities[i].number.abs().to_shortest()].push_back({block, i});
      }
    }
    for (const auto& [ref, cell] : cells_) {
      const Quantity& value = quantity(ref);
      if (!value.base_unit.empty() || !is_telling(value)) continue;
      const auto found = told.find(value.number.abs().to_shortest());
      if (found == told.end()) continue;
      for (const QuantityRef mention : found->second) {
        if (!may_be_one(mention, ref) || !first_in_table(mention, ref)) continue;
        Relation relation;
        relation.kind = RelationKind::restatement;
        relation.result = mention;
        relation.operands = {{mention, 1}};
        relation.table = true;
        relation.verdict = judge(document_, relation);   // as printed
        relation.result = std::min(mention, ref);
        relation.operands = {{std::max(mention, ref), 1}};
        relations_.push_back(std::move(relation));
        break;
      }
    }
  }

  // One cell of a table tells a figure of the text again; others of the same value are of other columns.
  bool first_in_table(QuantityRef a, QuantityRef b) {
    if (!is_cell(a) && !is_cell(b)) return true;
    return in_table_.emplace(cells_.at(is_cell(a) ? a : b).table, is_cell(a) ? b : a).second;
  }

  bool may_be_one(QuantityRef a, QuantityRef b) const {
    const Quantity &first = quantity(a), &second = quantity(b);
    const bool of_table = is_cell(a) || is_cell(b);
    if (a.block == b.block && layout_.sentence(a) == layout_.sentence(b)) return false;
    if (on_other_bases(first, second)) return false;
    if (of_table) return !(is_cell(a) && is_cell(b)) && is_telling(first) && changes(a) == changes(b) && (share_words(words_of(a), words_of(b)) || row_is_named(is_cell(a) ? a : b, is_cell(a) ? b : a));
    if (!is_telling(first) || !is_telling(second)) return counts_one_noun(a, b);
    if ((first.role == Role::change) != (second.role == Role::change) || first.direction != second.direction) return false;
    const auto past = [](const Quantity& value) { return value.basis == Basis::previous || value.period.kind == facts::PeriodKind::previous || (value.role == Role::base && value.limit == 0 && value.against.starts_with(u"上")); };
    if (past(first) != past(second)) return false;
    const bool other_scope = !first.topic.empty() && !second.topic.empty() && !share_words(first.topic, words_of(b)) && !share_words(second.topic, words_of(a));
    if (other_scope) return false;
    if (is_specific(first) && is_specific(second)) return first.indicator == second.indicator;
    if (is_spending(first) && is_spending(second) && digits_of(first) >= telling_digits) return true;   // 支出 and 执行
    if (share_words(words_of(a), words_of(b))) return true;
    return digits_of(first) >= telling_digits && (is_named_in(a, b.block) || is_named_in(b, a.block));
  }

  // 对项目实行监控，支付3,921.28万元: the paragraph names what an amount elsewhere is of
  bool is_named_in(QuantityRef ref, std::uint32_t block) const {
    const std::u16string& name = label_of(ref);
    return name.size() >= telling_noun && document_.blocks[block].block->folded.contains(name);
  }

  // The paragraph names the row that a cell stands in.
  bool row_is_named(QuantityRef cell, QuantityRef told) const {
    if (digits_of(quantity(cell)) < least_digits + 1) return false;
    std::u16string name;
    for (const char16_t unit : document_.blocks[cell.block].block->folded) {
      if (text::is_han(unit)) name += unit;
      else if (!name.empty()) break;
    }
    return name.size() >= telling_noun && document_.blocks[told.block].block->folded.contains(name);
  }

  // 预算120万元，支出120万元: nothing is told twice
  static bool on_other_bases(const Quantity& first, const Quantity& second) {
    const int a = basis_class(first.basis), b = basis_class(second.basis);
    if (a == b || a == 4 || b == 4) return false;
    return (a >= 1 && a <= 3) || (b >= 1 && b <= 3);
  }

  bool changes(QuantityRef ref) const {
    return is_cell(ref) ? cells_.at(ref).change : quantity(ref).role == Role::change;
  }

  bool is_spending(const Quantity& value) const {
    return basis_class(value.basis) == 0 && (has_indicator(document_, value, "expenditure") || has_indicator(document_, value, "executed")) && value.role == Role::level;
  }

  // 派出司法所14个; 14个司法所中…: what is counted ends the words of one and begins the noun of the other.
  bool counts_one_noun(QuantityRef a, QuantityRef b) const {
    const Quantity &first = quantity(a), &second = quantity(b);
    if (first.kind != profile::UnitKind::count || first.printed_unit != second.printed_unit || first.role != Role::level || second.role != Role::level) return false;
    const std::u16string &noun_a = noun_of(a), &noun_b = noun_of(b);
    return ends_in_noun(a, noun_b) || ends_in_noun(b, noun_a) || begin_alike(noun_a, noun_b);
  }

  // What is counted: the words behind the counter, which may also be those before the next number.
  const std::u16string& noun_of(QuantityRef ref) const {
    const auto& facts = *document_.blocks[ref.block].facts;
    const Quantity& value = quantity(ref);
    if (!value.after.empty() || ref.ordinal + 1 >= facts.quantities.size() || value.kind != profile::UnitKind::count) return value.after;
    for (std::size_t i = 1; i < facts.elements.size(); ++i) {
      if (facts.elements[i].kind != ElementKind::quantity || static_cast<std::uint32_t>(facts.elements[i].value) != ref.ordinal + 1) continue;
      return facts.elements[i - 1].kind == ElementKind::quantity ? facts.quantities[ref.ordinal + 1].label : value.after;
    }
    return value.after;
  }

  bool ends_in_noun(QuantityRef ref, std::u16string_view noun) const {
    const std::u16string& words = label_of(ref);
    for (std::size_t length = std::min(words.size(), noun.size()); length >= telling_noun; --length) {
      if (std::u16string_view(words).ends_with(noun.substr(0, length))) return !document_.lexicon->contains(noun.substr(0, length), profile::WordClass::event);
    }
    return false;
  }

  bool begin_alike(std::u16string_view a, std::u16string_view b) const {
    std::size_t length = 0;
    while (length < a.size() && length < b.size() && a[length] == b[length]) ++length;
    return length >= telling_noun && !document_.lexicon->contains(a.substr(0, length), profile::WordClass::event);
  }

  bool is_specific(const Quantity& value) const {
    if (value.indicator == profile::no_concept) return false;
    const bool total = has_indicator(document_, value, "income") || has_indicator(document_, value, "expenditure");
    return total || !document_.lexicon->vocabulary().concepts[value.indicator].generic;
  }

  const std::u16string& words_of(QuantityRef ref) const {
    std::optional<std::u16string>& words = words_[document_.values->place_of(ref)];
    if (!words) words = read_words(ref);
    return *words;
  }

  /// The content words of its label.
  const std::u16string& label_of(QuantityRef ref) const {
    std::optional<std::u16string>& label = labels_[document_.values->place_of(ref)];
    if (!label) label = facts::content_words(quantity(ref).label, *document_.lexicon);
    return *label;
  }

  bool is_cell(QuantityRef ref) const { return is_cell_[document_.values->place_of(ref)]; }

  std::u16string read_words(QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    const auto& lexicon = *document_.lexicon;
    std::u16string words = label_of(ref) + value.topic + value.qualifier;
    if (value.indicator != profile::no_concept) words += lexicon.vocabulary().concepts[value.indicator].name;
    words += facts::content_words(std::u16string_view(noun_of(ref)).substr(0, longest_noun), lexicon);
    if (!is_cell(ref)) return words;
    for (const char16_t unit : document_.blocks[ref.block].block->folded) words += text::is_han(unit) ? unit : u' ';
    return words + cells_.at(ref).words;
  }

  static bool share_words(std::u16string_view a, std::u16string_view b) {
    for (std::size_t i = 0; i + 1 < a.size(); ++i) {
      if (text::is_han(a[i]) && text::is_han(a[i + 1]) && b.find(a.substr(i, 2)) != std::u16string_view::npos) return true;
    }
    return false;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
  std::set<QuantityRef> told_again_;
  std::set<std::uint32_t> rows_;                  // blocks of tables
  std::map<QuantityRef, Cell> cells_;
  std::set<std::pair<const Table*, QuantityRef>> in_table_;   // figures of the text, with the tables that tell them again
  mutable std::vector<std::optional<std::u16string>> words_, labels_;   // of all quantities, made where they are needed
  std::vector<bool> is_cell_;                                           // of all quantities
};

}  // namespace

void link_echoes(const DocumentView& document, std::vector<Relation>& relations) { EchoLinker(document, relations).run(); }

}  // namespace gouji::relations
