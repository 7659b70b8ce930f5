// Holdings: 公务用车编制3辆，实有3辆. What there is does not exceed what there may be.

#include <optional>

#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/tables.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;

class HoldingLinker {
 public:
  HoldingLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        if (is_quota(quantities[i])) link({block, i});
      }
    }
    for (const Table& table : *document_.tables) {
      for (const TablePart& part : table.parts) link_rows(table, part);
    }
  }

 private:
  // Of things; people are counted by indicators.
  static bool is_quota(const Quantity& value) {
    return value.kind == profile::UnitKind::count && value.indicator == profile::no_concept && value.label.ends_with(u"编制") && is_amount(value);
  }

  // The first holding behind it, in this sentence or the next one, before another quota.
  void link(QuantityRef quota) {
    const auto& quantities = document_.blocks[quota.block].facts->quantities;
    for (std::uint32_t i = quota.ordinal + 1; i < quantities.size(); ++i) {
      const QuantityRef held{quota.block, i};
      if (is_quota(quantities[i]) || layout_.sentence(held) > layout_.sentence(quota) + 1) return;
      if (!quantities[i].held || !is_amount(quantities[i]) || !same_measure(quantities[i], quantities[quota.ordinal])) continue;
      return tie(quota, held);
    }
  }

  // | 类别 | 编制数 | 年末在职 |
  void link_rows(const Table& table, const TablePart& part) {
    std::optional<std::size_t> quota, serving;
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
      const TableColumn& column = part.columns[i];
      if (column.head.empty() || column.period.kind == facts::PeriodKind::previous || column.path.back().starts_with(u"上年")) continue;
      const profile::Entry* entry = document_.lexicon->concept_suffix(column.head);
      const bool of_quota = entry && is(*entry, "staff_quota"), of_serving = entry && (is(*entry, "staff_serving") || is(*entry, "staff_present"));
      if ((of_quota && quota) || (of_serving && serving)) return;
      if (of_quota) quota = i;
      if (of_serving) serving = i;
    }
    if (!quota || !serving) return;
    for (std::uint32_t row = part.first; row < part.last; ++row) {
      const auto& cells = table.rows[row].cells;
      if (*quota >= cells.size() || *serving >= cells.size() || cells[*quota].kind != CellKind::number || cells[*serving].kind != CellKind::number) continue;
      tie({table.rows[row].block, cells[*quota].ordinal}, {table.rows[row].block, cells[*serving].ordinal});
    }
  }

  bool is(const profile::Entry& entry, std::string_view id) const { return document_.lexicon->vocabulary().concepts[entry.concept_index].id == id; }

  void tie(QuantityRef quota, QuantityRef held) {
    Relation relation;
    relation.kind = RelationKind::comparison;
    relation.comparison = "<=";
    relation.quota = true;
    relation.because = Because::identity;
    relation.result = held;
    relation.operands = {{quota, 1}};
    relation.verdict = judge(document_, relation);
    relations_.push_back(relation);
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
};

}  // namespace

void link_holdings(const DocumentView& document, std::vector<Relation>& relations) { HoldingLinker(document, relations).run(); }

}  // namespace gouji::relations
