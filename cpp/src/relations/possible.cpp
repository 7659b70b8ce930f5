// Rates that no count can give: 抽检36处，合格率94.4%, where 34 of 36 are 94.44 % and 33 are 91.67 %.

#include <algorithm>
#include <optional>
#include <set>

#include "relations/echo_words.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Quantity;
using facts::Role;
using profile::WordClass;

constexpr std::size_t rate_words = 3;   // units of 合格率, 满意率

class PossibleLinker {
 public:
  PossibleLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (const Relation& relation : relations_) {
      if (relation.kind == RelationKind::rate || relation.kind == RelationKind::share) computed_.insert(relation.result);
    }
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto count = static_cast<std::uint32_t>(document_.blocks[block].facts->quantities.size());
      for (std::uint32_t i = 1; i < count; ++i) link({block, i});
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void link(QuantityRef rate) {
    const Quantity& value = quantity(rate);
    const bool plain = value.role == Role::rate && value.kind == profile::UnitKind::percent && value.approximation == Approximation::exact && value.cell < 0 && value.limit == 0 && value.base.empty() && value.base_quantity < 0;
    if (!plain || value.basis == facts::Basis::target || value.period.kind == facts::PeriodKind::previous || computed_.contains(rate) || value.number.is_negative()) return;
    if (value.value() > number::Decimal(100, 0) || value.value() == number::Decimal(100, 0) || document_.lexicon->contains(value.label, WordClass::execution)) return;
    std::optional<Relation> first;
    for (const QuantityRef number : numbers_before(rate)) {
      Relation relation = of(rate, number);
      if (relation.verdict.status != Status::violated) return relations_.push_back(std::move(relation)), void();
      if (!first) first = std::move(relation);
    }
    if (first && is_counted(value, quantity(first->operands[0].quantity))) relations_.push_back(std::move(*first));
  }

  // 发放问卷360份，收回345份，满意率…: what was looked at, and what else is counted so behind it. None of 其中.
  std::vector<QuantityRef> numbers_before(QuantityRef rate) const {
    const auto& elements = document_.blocks[rate.block].facts->elements;
    const auto before = document_.layout->before(rate, 1);
    const auto is_sample = [&](QuantityRef ref) { return is_few(quantity(ref), quantity(rate).number.places()) && (document_.lexicon->contains(quantity(ref).label, WordClass::sample) || document_.lexicon->contains(quantity(ref).after, WordClass::sample)); };
    const auto sample = std::find_if(before.begin(), before.end(), is_sample);
    if (sample == before.end()) return {};
    for (std::size_t i = document_.layout->element(*sample); i < document_.layout->element(rate); ++i) {
      if (elements[i].kind == facts::ElementKind::announce && elements[i].value == 5) return {};
    }
    std::vector<QuantityRef> numbers;
    for (const QuantityRef ref : before) {
      const bool alike = quantity(ref).printed_unit == quantity(*sample).printed_unit && *sample < ref && is_few(quantity(ref), quantity(rate).number.places());
      if (alike || is_sample(ref)) numbers.push_back(ref);
    }
    return numbers;
  }

  // Fewer things than the rate has steps: 250 of them tell 93.6 % from 93.7 %.
  static bool is_few(const Quantity& value, int places) {
    const bool counted = value.kind == profile::UnitKind::count && value.approximation == Approximation::exact && value.role != Role::change && value.role != Role::average && value.cell < 0;
    return counted && value.number.places() == 0 && value.exponent == 0 && value.value() > number::Decimal(1, 0) && value.value() < number::Decimal(100, 0).shifted(places);
  }

  // 满意度 may be a mean of marks, where 满意率 and 合格率 count; 单元工程合格率 is not of the 24 小区 that were inspected.
  bool is_counted(const Quantity& rate, const Quantity& number) const {
    if (rate.label.size() < rate_words || rate.label.back() != u'率') return false;
    const std::u16string_view of = std::u16string_view(rate.label).substr(0, rate.label.size() - rate_words);
    return of.empty() || rate.label.find(u"满意") != std::u16string::npos || common_pairs(of, number.label) > 0 || common_pairs(of, number.after) > 0;
  }

  Relation of(QuantityRef rate, QuantityRef number) const {
    Relation relation;
    relation.kind = RelationKind::possible;
    relation.result = rate;
    relation.operands = {{number, 1}};
    relation.because = Because::words;
    relation.derived = true;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  std::set<QuantityRef> computed_;   // rates whose part and base are told
};

}  // namespace

void link_possible(const DocumentView& document, std::vector<Relation>& relations) { PossibleLinker(document, relations).run(); }

}  // namespace gouji::relations
