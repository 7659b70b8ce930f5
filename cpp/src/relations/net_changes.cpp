// Changes that come to a change, and points that were taken off: 减少0.75万元，其中甲减少0.94万元，乙增加0.19万元; 满分50分，得48.6分，扣1.4分.

#include <optional>

#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/list_fit.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

class NetChangeLinker {
 public:
  NetChangeLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        if (quantities[i].cell >= 0) continue;
        if (is_deduction(quantities[i])) link_deduction({block, i});
        else if (is_change(quantities[i])) link_change({block, i});
      }
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  static bool is_change(const Quantity& value) {
    const bool measured = value.kind == UnitKind::money || value.kind == UnitKind::count;
    return measured && value.role == Role::change && value.direction != 0 && value.approximation == Approximation::exact && !value.number.is_negative();
  }
  static bool is_deduction(const Quantity& value) {
    return value.kind == UnitKind::score && value.approximation == Approximation::exact && (value.remainder || (value.role == Role::change && value.direction < 0));
  }
  static bool is_named(const Quantity& value) { return !value.label.empty() || !value.base.empty() || value.indicator != profile::no_concept; }

  bool keep(QuantityRef result, std::vector<Operand> operands, bool even_violated = false) {
    Relation relation;
    relation.kind = RelationKind::balance;
    relation.result = result;
    relation.operands = std::move(operands);
    relation.because = Because::structure;
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status != Status::holds && !even_violated) return false;
    relations_.push_back(std::move(relation));
    return true;
  }

  // The changes of its sentence that follow it, each of another thing; or all before 净减少.
  void link_change(QuantityRef change) {
    const Quantity& value = quantity(change);
    const auto count = static_cast<std::uint32_t>(document_.blocks[change.block].facts->quantities.size());
    std::vector<Operand> behind, before;
    for (std::uint32_t i = 0; i < count; ++i) {
      const QuantityRef ref{change.block, i};
      const Quantity& other = quantity(ref);
      if (ref == change || layout_.sentence(ref) != layout_.sentence(change) || !is_change(other) || !same_measure(other, value) || !is_named(other)) continue;
      (ref < change ? before : behind).push_back({ref, other.direction * value.direction});
    }
    const auto mixed = [](const std::vector<Operand>& operands) {
      bool up = false, down = false;
      for (const Operand& operand : operands) (operand.sign > 0 ? up : down) = true;
      return up && down;
    };
    const auto names_list = [&] { return announces_behind(change); };
    if (mixed(behind)) keep(change, std::move(behind));
    else if (behind.size() >= 2 && behind.front().sign > 0 && (names_list() || names_all(value))) keep_sum(change, std::move(behind));
    else if (mixed(before)) keep(change, std::move(before));
  }

  // 支出总额增加67万元，项目增加53万元，基本增加14万元
  static bool names_all(const Quantity& value) { return value.label.find(u'总') != std::u16string::npos || value.label.ends_with(u"合计"); }

  // 减少73,960元，其中甲节约45,200元，乙节约28,760元: changes of one direction that make up another.
  bool announces_behind(QuantityRef change) const {
    const auto& elements = document_.blocks[change.block].facts->elements;
    for (std::size_t i = layout_.element(change) + 1; i < elements.size(); ++i) {
      if (elements[i].kind == facts::ElementKind::announce || elements[i].kind == facts::ElementKind::announce_open) return true;
      if (elements[i].kind == facts::ElementKind::quantity && !is_percentage(quantity({change.block, static_cast<std::uint32_t>(elements[i].value)}))) return false;
    }
    return false;
  }

  void keep_sum(QuantityRef change, std::vector<Operand> parts) {
    Relation relation;
    relation.kind = RelationKind::sum;
    relation.result = change;
    relation.operands = std::move(parts);
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status == Status::holds || is_one_slip_away(document_, relation)) relations_.push_back(std::move(relation));
  }

  // 扣0.16分，…扣0.14分，一共扣1.10分
  bool link_all_deductions(QuantityRef all) {
    std::vector<Operand> parts;
    for (std::uint32_t i = 0; i < all.ordinal; ++i) {
      if (is_deduction(quantity({all.block, i}))) parts.push_back({{all.block, i}, 1});
    }
    if (parts.size() < 2) return false;
    keep_sum(all, std::move(parts));
    return true;
  }

  // The full marks and the score before it; where the score stands right before it, nothing else was taken off.
  void link_deduction(QuantityRef deduction) {
    if (quantity(deduction).announced && link_all_deductions(deduction)) return;
    const auto& quantities = document_.blocks[deduction.block].facts->quantities;
    for (std::uint32_t i = deduction.ordinal; i-- > 1;) {
      const Quantity& score = quantities[i];
      const Quantity& weight = quantities[i - 1];
      const bool pair = score.kind == UnitKind::score && score.basis != Basis::target && !is_deduction(score) && weight.kind == UnitKind::score && weight.basis == Basis::target;
      if (!pair) continue;
      const QuantityRef gained{deduction.block, i}, full{deduction.block, i - 1};
      std::vector<Operand> all{{full, 1}};   // 扣0.5分，…，扣1分
      for (std::uint32_t j = i + 1; j < quantities.size() && (quantities[j].kind != UnitKind::score || is_deduction(quantities[j])); ++j) {
        if (is_deduction(quantities[j])) all.push_back({{deduction.block, j}, -1});
      }
      const bool adjacent = i + 1 == deduction.ordinal && layout_.sentence(gained) == layout_.sentence(deduction);
      if (keep(deduction, {{full, 1}, {gained, -1}}, adjacent && all.size() == 2)) return;
      if (all.size() > 2 && all[1].quantity == deduction) keep(gained, std::move(all));
      return;
    }
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
};

}  // namespace

void link_net_changes(const DocumentView& document, std::vector<Relation>& relations) { NetChangeLinker(document, relations).run(); }

}  // namespace gouji::relations
