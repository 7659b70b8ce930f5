// Differences whose terms stand elsewhere: 尚欠114万元, 超出计划4.65公里, 未执行的6.13万元: what was planned or came of a thing, without
// what was done of it.

#include <algorithm>
#include <optional>

#include "relations/layout.h"
#include "relations/ledger.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/mentions.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using facts::Role;
using profile::UnitKind;

constexpr int sentences_back = 2;         // to what was done
constexpr std::size_t most_of_each = 12;
constexpr std::size_t telling_digits = 3; // of a difference that few amounts give

class DifferenceLinker {
 public:
  DifferenceLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), ledger_(*document.ledger), layout_(*document.layout) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        const QuantityRef ref{block, i};
        if (is_difference(quantities[i]) && !is_accounted_for(ref)) link(ref);
      }
    }
  }

 private:
  using Refs = std::vector<QuantityRef>;
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  bool is_difference(const Quantity& value) const {
    const bool measured = value.kind != UnitKind::percent && value.kind != UnitKind::permille && value.kind != UnitKind::point;
    if (value.kind == UnitKind::score) return value.cell < 0 && value.approximation == facts::Approximation::exact && (value.remainder || (value.role == Role::change && value.direction < 0));
    if (!measured || value.cell >= 0 || value.approximation != facts::Approximation::exact || value.number.is_negative()) return false;
    const bool changed = value.role == Role::change && value.base.empty() && !document_.lexicon->contains(value.against, profile::WordClass::previous_period);
    const bool left = (value.role == Role::level || value.role == Role::detail || value.role == Role::base) && (value.remainder || has_indicator(document_, value, "closing_balance"));
    return changed || left || (value.role != Role::average && (value.limit == 1 || value.limit == -1));
  }

  bool is_accounted_for(QuantityRef ref) const {
    for (const Relation& relation : document_.ties->with_result(ref)) {
      if (relation.kind == RelationKind::balance || relation.kind == RelationKind::change || relation.kind == RelationKind::sum) return true;
    }
    return document_.ties->is_part(ref);
  }

  void link(QuantityRef difference) {
    const Quantity& value = quantity(difference);
    if (value.kind == UnitKind::score) return link_score(difference);
    for (const Thing& thing : ledger_.subjects(difference)) {
      if (tie(difference, wanted(thing, difference, true), wanted(thing, difference, false))) return;
    }
    for (const QuantityRef before : layout_.before(difference, sentences_back)) {
      const Quantity& other = quantity(before);
      if (!same_measure(other, value) || other.role == Role::change || other.role == Role::average || other.approximation != facts::Approximation::exact) continue;
      const Thing thing = ledger_.thing_of(before);
      if (ledger_.side_of(before) == Side::planned ? tie(difference, {before}, wanted(thing, difference, false)) : tie(difference, wanted(thing, difference, true), {before})) return;
      if (is_whole(thing) && ledger_.side_of(before) == Side::done && tie(difference, wholes(before), {before})) return;
    }
    const bool balance = has_indicator(document_, value, "closing_balance") && scope_of(document_, value).empty();
    if (balance) tie(difference, mentioned({"income", "grand_income", "available_funds"}, difference), mentioned({"expenditure", "executed"}, difference));   // 收支相抵，结余237万元
  }

  // 执行率扣0.16分: the full mark of that item without its score, wherever both are told
  void link_score(QuantityRef deduction) {
    for (const Thing& thing : ledger_.subjects(deduction)) {
      for (const Ledger::Told& told : ledger_.told(thing, deduction, [&](QuantityRef ref) { return quantity(ref).kind == UnitKind::score && ref.block != deduction.block; })) {
        const auto& quantities = document_.blocks[told.ref.block].facts->quantities;
        for (std::uint32_t i = told.ref.ordinal + 1; i < quantities.size() && i <= told.ref.ordinal + 2; ++i) {
          const QuantityRef score{told.ref.block, i};
          if (quantities[i].kind != UnitKind::score || layout_.sentence(score) != layout_.sentence(told.ref)) continue;
          Relation relation;
          relation.kind = RelationKind::balance;
          relation.result = deduction;
          relation.operands = {{told.ref, 1}, {score, -1}};
          relation.because = Because::structure;
          relation.verdict = judge(document_, relation);
          if (relation.verdict.status == Status::holds) return relations_.push_back(std::move(relation)), void();
        }
      }
    }
  }

  /// What was to be done of a thing, or what was done of it.
  Refs wanted(const Thing& thing, QuantityRef difference, bool planned) const {
    Refs refs;
    const int year = resolved_year(document_, quantity(difference));
    const auto told = ledger_.told(thing, difference, [&](QuantityRef ref) {
      const Side side = ledger_.side_of(ref);
      const bool fits = planned ? side == Side::planned || side == Side::target || side == Side::arrived : side == Side::done || side == Side::plain || side == Side::arrived;
      return fits && same_measure(quantity(ref), quantity(difference)) && ledger_.year_of(ref) == year && !quantity(ref).remainder;
    });
    for (const Ledger::Told& each : told) {
      if (refs.size() < most_of_each) refs.push_back(each.ref);
    }
    return refs;
  }

  bool is_whole(const Thing& thing) const { return thing.indicator == profile::no_concept || document_.lexicon->vocabulary().concepts[thing.indicator].generic; }

  /// All the money that there was to be spent.
  Refs wholes(QuantityRef spent) const { return mentioned({"adjusted_budget", "available_funds", "budget", "funds", "income", "grand_income"}, spent); }

  /// What is told of the whole body for the year of `like`.
  Refs mentioned(std::initializer_list<const char*> ids, QuantityRef like) const {
    Refs refs;
    for (const char* id : ids) {
      const auto indicator = document_.lexicon->concept_by_id(id);
      if (!indicator) continue;
      for (const QuantityRef mention : document_.mentions->of(*indicator)) {
        const bool whole = scope_of(document_, quantity(mention)).empty() && quantity(mention).indicator == *indicator;
        if (whole && same_measure(quantity(mention), quantity(like)) && ledger_.year_of(mention) == ledger_.year_of(like) && refs.size() < most_of_each) refs.push_back(mention);
      }
    }
    return refs;
  }

  // Only what holds: the words allow several readings.
  bool tie(QuantityRef difference, const Refs& plans, const Refs& results) {
    const Quantity& value = quantity(difference);
    if (digits_of(value) < telling_digits && !(one_value(plans) && one_value(results))) return false;
    for (const QuantityRef plan : plans) {
      for (const QuantityRef result : results) {
        if (plan == result || plan == difference || result == difference) continue;
        const bool exceeds = quantity(plan).value() < quantity(result).value();
        const bool more = value.limit == 1 || (value.role == Role::change && value.direction > 0);
        if (exceeds != more) continue;
        Relation relation;
        relation.kind = RelationKind::balance;
        relation.result = difference;
        relation.operands = exceeds ? std::vector<Operand>{{result, 1}, {plan, -1}} : std::vector<Operand>{{plan, 1}, {result, -1}};
        if (value.role == Role::change) {
          relation.kind = RelationKind::change;
          relation.operands = {{result, exceeds ? 1 : -1}, {plan, exceeds ? -1 : 1}};
        }
        relation.because = Because::structure;
        relation.verdict = judge(document_, relation);
        if (relation.verdict.status != Status::holds) continue;
        relations_.push_back(std::move(relation));
        return true;
      }
    }
    return false;
  }

  bool one_value(const Refs& refs) const {
    return !refs.empty() && std::all_of(refs.begin(), refs.end(), [&](QuantityRef ref) { return quantity(ref).value() == quantity(refs.front()).value(); });
  }

  static std::size_t digits_of(const Quantity& value) {
    return static_cast<std::size_t>(std::count_if(value.printed.begin(), value.printed.end(), [](char16_t unit) { return unit >= u'0' && unit <= u'9'; }));
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Ledger& ledger_;
  const Layout& layout_;
};

}  // namespace

void link_differences(const DocumentView& document, std::vector<Relation>& relations) { DifferenceLinker(document, relations).run(); }

}  // namespace gouji::relations
