// Resolves the numbers of a table: what its heads and names say of each cell.

#include <algorithm>
#include <map>

#include "facts/label.h"
#include "relations/mentions.h"
#include "relations/tables.h"

namespace gouji::relations {
namespace {

using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::Lexicon;

void set_unit(Quantity& quantity, std::uint16_t index, const Lexicon& lexicon) {
  const profile::Unit& unit = lexicon.vocabulary().units[index];
  quantity.kind = unit.kind;
  quantity.exponent = unit.exponent;
  quantity.base_unit = unit.base;
  quantity.printed_unit = unit.name;
}

std::optional<std::uint16_t> unit_named(std::u16string_view name, const Lexicon& lexicon) {
  const profile::Entry* entry = lexicon.unit_at(name, 0);
  return entry && entry->word.size() == name.size() ? std::optional(entry->unit) : std::nullopt;
}

bool is_money(std::uint16_t unit, const Lexicon& lexicon) { return lexicon.vocabulary().units[unit].kind == profile::UnitKind::money; }

class CellResolver {
 public:
  CellResolver(const Table& table, const TablePart& part, const Lexicon& lexicon) : table_(table), part_(part), lexicon_(lexicon), heads_(part.columns.size()) {}

  void run(std::uint32_t row, facts::Facts& facts) {
    for (const TablePanel& panel : part_.panels) {
      const RowName name = read_name(table_, part_, panel, row, lexicon_);
      kind_ = may_be_derived(name.words) ? kind_of_row(read_head({name.words}, lexicon_)) : ColumnKind::amount;
      for (const std::uint32_t column : panel.numbers) {
        const TableCell& cell = table_.rows[row].cells[column];
        if (cell.kind == CellKind::number) resolve(facts.quantities[cell.ordinal], column, name);
      }
    }
  }

 private:
  /// What words say of a number of one measure: the same for all cells below one head, and for most cells of one row.
  struct Reading {
    std::u16string words, unit;
    profile::UnitKind kind = profile::UnitKind::other;
    std::optional<Quantity> quantity;
  };

  const Quantity& read(Reading& last, std::u16string_view words, const Quantity& cell) const {
    if (last.quantity && last.words == words && last.unit == cell.base_unit && last.kind == cell.kind) return *last.quantity;
    last.words = words;
    last.unit = cell.base_unit;
    last.kind = cell.kind;
    Quantity& quantity = last.quantity.emplace();
    quantity.kind = cell.kind;
    quantity.base_unit = cell.base_unit;
    if (!words.empty()) facts::read_label(quantity, words, {}, {}, lexicon_);
    return quantity;
  }

  void resolve(Quantity& quantity, std::size_t index, const RowName& name) {
    const TableColumn& column = part_.columns[index];
    const bool bare = quantity.role == Role::cell;
    quantity.role = Role::detail;
    quantity.label = name.words.empty() ? column.head : name.words;
    switch (column.kind) {
      case ColumnKind::rate:
      case ColumnKind::share:
      case ColumnKind::change_rate: return bare ? set(quantity, u"%") : void();
      case ColumnKind::weight:
      case ColumnKind::score:
        if (bare) set(quantity, column.unit ? std::u16string_view() : u"分");
        if (bare && column.unit) set_unit(quantity, *column.unit, lexicon_);
        if (column.kind == ColumnKind::score) name_score(quantity, name);
        return;
      default: break;
    }
    const bool rated = kind_ == ColumnKind::rate || kind_ == ColumnKind::share || kind_ == ColumnKind::change_rate;
    const bool in_percent = rated || (name.unit && lexicon_.vocabulary().units[*name.unit].kind == profile::UnitKind::percent);
    if (bare && in_percent && column.kind == ColumnKind::change && !column.unit) {   // 满意率 | 92.5 | 94.0 | 1.5
      set(quantity, u"百分点");
      quantity.role = Role::change;
      return;
    }
    if (bare && rated && !name.unit && column.kind == ColumnKind::amount && !column.unit && !column.counted) {   // 执行率 | 98.5 | 97.2
      set(quantity, u"%");
      return;
    }
    if (bare && ends_in(column.head, lexicon_.vocabulary().tables.lost)) set(quantity, u"分");
    else if (bare) amount_unit(quantity, column, name);
    if (column.kind == ColumnKind::change || (kind_ == ColumnKind::change && column.kind == ColumnKind::amount)) quantity.role = Role::change;
    if (column.divided) quantity.role = Role::average;
    if (column.kind == ColumnKind::price) quantity.role = Role::average;
    if (column.kind != ColumnKind::amount && column.kind != ColumnKind::number) return;
    if (kind_ == ColumnKind::change || column.average || quantity.kind == profile::UnitKind::percent || name.words.ends_with(u"率")) return;
    quantity.role = Role::level;
    name_amount(quantity, index, name);
    const bool unnamed = quantity.indicator == profile::no_concept && (!quantity.qualifier.empty() || name.words.empty());
    if (unnamed || column.kind == ColumnKind::number) quantity.role = Role::detail;   // no sentence tells it again
  }

  // Most names need not be read as heads.
  static bool may_be_derived(std::u16string_view words) {
    return words.size() >= 2 && words.size() <= 16 && std::u16string_view(u"率度例重幅比减额动化%数差上年").find(words.back()) != std::u16string_view::npos;
  }

  void set(Quantity& quantity, std::u16string_view unit) const {
    if (const auto index = unit_named(unit, lexicon_)) set_unit(quantity, *index, lexicon_);
  }

  // The head's own unit, that of the row's name, that of the table: the nearest counts. A count has no unit of money.
  void amount_unit(Quantity& quantity, const TableColumn& column, const RowName& name) const {
    const bool product = ends_in(column.head, lexicon_.vocabulary().tables.product);   // 金额 of 在职
    const bool whole = quantity.number.places() == 0;   // 12.36 of 行政单位离退休 is no number of people
    const bool counted = column.counted || column.kind == ColumnKind::number || ends_in(name.words, lexicon_.vocabulary().tables.counted) || (names_count(name.words) && !product && whole);
    if (name.unit) return set_unit(quantity, *name.unit, lexicon_);
    if (column.unit && !(counted && is_money(*column.unit, lexicon_) && !column.counted)) return set_unit(quantity, *column.unit, lexicon_);
    if (column.head.ends_with(u"人数") || names_count(column.head) || (names_count(name.words) && !product && whole)) return set(quantity, u"人");   // 编制数
    const auto unit = part_.unit ? part_.unit : table_.unit;
    if (unit && !(counted && is_money(*unit, lexicon_))) set_unit(quantity, *unit, lexicon_);
  }

  bool names_count(std::u16string_view words) const {
    const profile::Entry* entry = lexicon_.concept_suffix(words);
    return entry && lexicon_.vocabulary().concepts[entry->concept_index].kind == profile::UnitKind::count;
  }

  void name_score(Quantity& quantity, const RowName& name) const {
    if (quantity.kind != profile::UnitKind::score || !table_.scored || name.total == Total::none || name.total == Total::subtotal || (name.named && name.total == Total::total)) return;
    const auto score = lexicon_.concept_by_id("self_score");
    if (!score) return;
    quantity.indicator = *score;
    quantity.topic = table_.topic;
    quantity.role = Role::level;
  }

  void name_amount(Quantity& quantity, std::size_t index, const RowName& name) {
    const TableColumn& column = part_.columns[index];
    const auto& indicators = lexicon_.vocabulary().concepts;
    const bool whole = name.words.empty() || (name.total != Total::none && !name.named) || facts::content_words(name.words, lexicon_).empty();   // 合计, 2024年, 决算数
    const Quantity &row = read(row_, name.words, quantity), &head = read(heads_[index], column.head, quantity);
    const bool row_known = !whole && row.indicator != profile::no_concept;
    const bool head_known = head.indicator != profile::no_concept && !indicators[head.indicator].generic;
    const std::u16string& content = column.content;
    if (row_known && !(indicators[row.indicator].generic && head_known)) {
      quantity.indicator = row.indicator;
      quantity.general = row.general;
      quantity.qualifier = row.qualifier + (column.total != Total::none ? std::u16string() : content);
    } else if (head_known) {
      quantity.indicator = head.indicator;
      quantity.qualifier = whole || row_known ? head.qualifier : facts::content_words(name.words, lexicon_);
      if (whole) quantity.label = column.head;
      const bool of_items = whole && name.total != Total::none && indicators[head.indicator].stock;   // 结余 of the items listed, not of the body
      if (of_items) quantity.qualifier = table_.subject == profile::no_concept ? name.words : indicators[table_.subject].name;
    } else if (whole) {
      if ((name.total != Total::none || column.total != Total::none) && content.empty() && part_.panels.size() == 1) quantity.indicator = table_.subject;
      quantity.qualifier = content;
      quantity.label = name.words.empty() ? column.head : name.words;
    } else {
      quantity.qualifier = column.total != Total::none ? std::u16string() : content;
    }
    if (quantity.indicator != profile::no_concept && indicators[quantity.indicator].kind != quantity.kind) quantity.indicator = quantity.general = profile::no_concept;
    quantity.topic = table_.topic;
    if (!quantity.qualifier.empty() && !table_.topic.empty() && quantity.qualifier != table_.topic) quantity.qualifier = table_.topic + quantity.qualifier;
    quantity.basis = column.basis != Basis::unknown ? column.basis : row.basis != Basis::unknown ? row.basis : table_.basis;
    quantity.period = column.period.kind != facts::PeriodKind::unstated ? column.period : row.period.kind != facts::PeriodKind::unstated ? row.period : table_.period;
  }

  const Table& table_;
  const TablePart& part_;
  const Lexicon& lexicon_;
  ColumnKind kind_ = ColumnKind::amount;   // of the row's numbers by its name
  Reading row_;                   // of the last name
  std::vector<Reading> heads_;    // of each column
};

}  // namespace

void resolve_rows(const Table& table, const TablePart& part, const std::vector<facts::Facts*>& facts, const Lexicon& lexicon) {
  CellResolver resolver(table, part, lexicon);
  for (std::uint32_t row = part.first; row < part.last; ++row) resolver.run(row, *facts[table.rows[row].block]);
}

// The parts of different rows may bear one name: 办公费 of two departments.
void drop_shared_names(const Table& table, const std::vector<facts::Facts*>& rows) {
  using Name = std::tuple<std::uint16_t, std::u16string, std::u16string, int, facts::PeriodKind, int>;
  std::map<Name, std::vector<Quantity*>> told;
  for (const TableRow& row : table.rows) {
    for (const TableCell& cell : row.cells) {
      if (cell.kind != CellKind::number) continue;
      Quantity& quantity = rows[row.block]->quantities[cell.ordinal];
      if (quantity.role != Role::level) continue;
      const bool known = quantity.indicator != profile::no_concept;
      told[{quantity.indicator, known ? std::u16string() : quantity.label, quantity.qualifier, basis_class(quantity.basis), quantity.period.kind, quantity.period.year}].push_back(&quantity);
    }
  }
  for (const auto& [name, quantities] : told) {
    if (quantities.size() < 2) continue;
    for (Quantity* quantity : quantities) {
      quantity->indicator = quantity->general = profile::no_concept;
      quantity->role = Role::detail;
    }
  }
}

}  // namespace gouji::relations
