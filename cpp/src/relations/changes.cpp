// Changes: 较上年 302.78 万元增加 18.17 万元，增长 6.00%; any two of the three values give the third.

#include "relations/change_linker.h"
#include "relations/echo_words.h"
#include "relations/linkers.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Quantity;
using facts::Role;

void ChangeLinker::run() {
  for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      const Quantity& value = quantities[i];
      const bool explains = !value.base.empty();   // 增加水电费38万元
      if (value.role == Role::change && value.approximation == facts::Approximation::exact && !explains && value.cell < 0) link({block, i});
    }
  }
}

// 上年收入64万元、支出66万元；本年收入77万元、支出78万元，分别增长20%和18%: in order, in this year and in the year before
void ChangeLinker::link_series(QuantityRef first) {
  const auto& quantities = document_.blocks[first.block].facts->quantities;
  std::uint32_t length = 1;
  while (first.ordinal + length < quantities.size() && quantities[first.ordinal + length].series == static_cast<int>(length) && quantities[first.ordinal + length].role == Role::change) ++length;
  std::vector<QuantityRef> now, then;   // nearest first
  for (const QuantityRef before : finder_.layout().before(first, 0)) {
    const Quantity& value = quantity(before);
    if (!is_amount(value) && value.role != Role::base) continue;
    const bool earlier = value.role == Role::base || is_earlier(value, Against::previous);
    auto& side = earlier ? then : now;
    if (side.size() < length) side.push_back(before);
  }
  if (length < 2 || now.size() < length || then.size() < length) return;
  for (std::uint32_t i = 0; i < length; ++i) {
    const QuantityRef change{first.block, first.ordinal + i}, current = now[length - 1 - i], earlier = then[length - 1 - i];
    if (!same_measure(quantity(current), quantity(earlier)) || quantity(earlier).value().is_zero()) continue;
    const bool falls = quantity(change).direction < 0;
    Relation relation = is_percentage(quantity(change)) ? make(change, {{current, 1}, {earlier, 1}}) : make(change, {{current, falls ? -1 : 1}, {earlier, falls ? 1 : -1}});
    relation.proof = true;
    relations_.push_back(std::move(relation));
  }
}

void ChangeLinker::link(QuantityRef change) {
  if (quantity(change).series > 0) return;
  if (quantity(change).respectively) return link_series(change);
  const auto amount = amount_of(change);
  const auto direct = stated_earlier(amount.value_or(change));
  if (!is_percentage(quantity(change))) return link_amount(change, direct);
  if (amount && direct) return link_rate(change, *amount, *direct);
  if (amount) {
    const auto made = current_.find(*amount);
    if (made != current_.end()) {
      if (made->second.second) return keep(change, {{*amount, 1}, {*made->second.second, 1}}, false);
      return keep(change, {{*amount, 1}, {made->second.first, -1}}, true);
    }
    if (!names_another(*amount)) link_reaching(change, *amount);   // 人员支出比上年增加3万元，增长5%: what it came to is not told
    return;
  }
  link_levels(change, direct);
}

// Where the amount of change is wrong and the rate is right, the rate is of the two levels.
void ChangeLinker::link_rate(QuantityRef change, QuantityRef amount, QuantityRef earlier) {
  const auto made = current_.find(amount);
  if (made != current_.end() && disputed_.contains(amount) && quantity(earlier).value() != number::Decimal()) {
    Relation levels = make(change, {{made->second.first, 1}, {earlier, 1}});
    if (levels.verdict.status != Status::violated) return relations_.push_back(levels), void();
  }
  keep(change, {{amount, 1}, {earlier, 1}}, true);
}

// 减少0.94万元 behind 9.86万元: what it was before is told elsewhere, or not at all.
void ChangeLinker::link_amount(QuantityRef change, std::optional<QuantityRef> direct) {
  const Candidates current = currents(change, quantity(change), direct);
  if (current.refs.empty()) return;
  const bool falls = quantity(change).direction < 0;
  std::optional<Relation> first;
  for (const QuantityRef now : current.refs) {
    std::vector<QuantityRef> before = direct ? std::vector{*direct} : earliers(change, now);
    std::size_t certain = before.size();
    if (!direct) {
      const Candidates told = told_earlier(change, now);
      before.insert(before.end(), told.refs.begin(), told.refs.end());
      if (certain == 0 && told.sure) certain = before.size();
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
      const QuantityRef then = before[i];
      if (then == now || (!direct && quantity(then).value() == quantity(now).value()) || !comparable(quantity(now), quantity(then), quantity(change))) continue;
      Relation relation = make(change, {{now, falls ? -1 : 1}, {then, falls ? 1 : -1}});
      if (relation.verdict.status != Status::violated) {
        current_.emplace(change, std::pair(now, std::optional(then)));
        relation.proof = true;
        return relations_.push_back(std::move(relation)), void();
      }
      relation.proof = current.sure && direct.has_value();
      const bool told = against(change) != Against::unstated || is_earlier(quantity(then), Against::previous) || (direct && current.sure);
      relation.one_of_several = signed_sum(document_, relation) == -quantity(change).value();   // 减少 written as 增加: no figure is wrong
      const bool planned = basis_class(quantity(now).basis) == 1 && against(change) == Against::previous;   // of what was spent, which is not told here
      if (!first && told && !planned && !current.guessed && i < certain && (direct || current.sure)) {
        first = relation;
        current_.emplace(change, std::pair(now, direct));
      }
    }
  }
  if (first) {
    disputed_.insert(change);
    relations_.push_back(*first);
  } else if (!current.guessed && (current.sure || current.refs.size() == 1) && !is_planned_instead(current.refs.front(), change)) {
    current_.emplace(change, std::pair(current.refs.front(), std::nullopt));
  }
}

// 年初预算4593万元；较上年决算减少18万元: of what was spent, which is not told here
bool ChangeLinker::is_planned_instead(QuantityRef now, QuantityRef change) const {
  if (basis_class(quantity(now).basis) == 2 && against(change) == Against::unstated) return true;   // 调整后预算1700万元，净增214万元: from the first budget
  return basis_class(quantity(now).basis) == 1 && against(change) == Against::previous && document_.lexicon->contains(quantity(change).against, profile::WordClass::actual);
}

// 较上年减少0.94万元，下降8.7%, with the current value alone
void ChangeLinker::link_reaching(QuantityRef change, QuantityRef amount) {
  std::optional<Relation> first;
  const bool named = quantity(change).label.empty() && !quantity(amount).label.empty();   // 支出总额增加66万元（5.16%）
  const Candidates current = currents(named ? amount : change, quantity(amount), std::nullopt);
  for (const QuantityRef now : current.refs) {
    if (!same_measure(quantity(now), quantity(amount))) continue;
    if (is_planned_instead(now, change)) continue;
    Relation relation = make(change, {{amount, 1}, {now, -1}});
    relation.proof = current.sure || relation.verdict.status != Status::violated;
    if (relation.verdict.status != Status::violated) return relations_.push_back(std::move(relation)), void();
    if (!first && !current.guessed && !is_named_apart(now, amount)) first = relation;
  }
  if (first) relations_.push_back(*first);
}

// 支出总额增加66万元 behind 基本704万元: the change names something else
bool ChangeLinker::is_named_apart(QuantityRef now, QuantityRef amount) const {
  const Quantity &value = quantity(now), &change = quantity(amount);
  if (value.label.empty() || change.label.empty() || (change.indicator != profile::no_concept && change.indicator == value.indicator)) return false;
  return value.label.find(change.label) == std::u16string::npos && change.label.find(value.label) == std::u16string::npos && common_pairs(value.label, change.label) == 0;
}

// 412件，上年368件，增长11.96%
void ChangeLinker::link_levels(QuantityRef change, std::optional<QuantityRef> direct) {
  if (!direct) return link_distant(change);
  if (is_percentage(quantity(*direct))) return;   // a rate of a rate, or points: both are written so
  std::optional<Relation> first;
  const Candidates current = currents(change, quantity(*direct), direct);
  for (const QuantityRef now : current.refs) {
    if (now == *direct || finder_.whole_of(now) == direct || !same_measure(quantity(now), quantity(*direct))) continue;
    const bool adjusted = quantity(now).basis == facts::Basis::budget && quantity(*direct).basis == facts::Basis::adjusted_budget;   // 年初预算1200万元，调整后预算1286万元，增长7.21%
    Relation relation = adjusted ? make(change, {{*direct, 1}, {now, 1}}) : make(change, {{now, 1}, {*direct, 1}});
    relation.proof = current.sure || relation.verdict.status != Status::violated;
    if (relation.verdict.status != Status::violated) return relations_.push_back(std::move(relation)), void();
    if (is_part_of(now, *direct, change)) return;
    const bool near = !current.guessed && now.block == change.block && finder_.layout().sentence(now) == finder_.layout().sentence(change);
    if (!first && (near || subjects(change, nullptr))) first = relation;
  }
  if (first) relations_.push_back(*first);
}

// 预算1738万元，收到补助164万元（较预算调增9.45%）: the amount is what was added, not what it came to
bool ChangeLinker::is_part_of(QuantityRef added, QuantityRef earlier, QuantityRef change) const {
  Relation relation = make(change, {{added, 1}, {earlier, 1}});
  relation.kind = RelationKind::rate;
  return judge(document_, relation).status != Status::violated;
}

// 较年初预算增长3%, where the budget is told in another sentence
void ChangeLinker::link_distant(QuantityRef change) {
  std::vector<QuantityRef> current = subjects(change, nullptr).value_or(Candidates{}).refs;
  bool certain = current.size() == 1 && names_only_its_indicator(change);
  if (current.empty()) {
    const Candidates told = told_now(change, quantity(change));
    current = told.refs;
    certain = told.sure && names_only_its_indicator(change);
  }
  std::optional<Relation> first;
  for (const QuantityRef now : current) {
    std::vector<QuantityRef> before = earliers(change, now);
    const Candidates told = told_earlier(change, now);
    before.insert(before.end(), told.refs.begin(), told.refs.end());
    for (const QuantityRef then : before) {
      if (then == now || !same_measure(quantity(now), quantity(then))) continue;
      Relation relation = make(change, {{now, 1}, {then, 1}});
      if (relation.verdict.status == Status::violated) {   // what it is compared with is not told here
        if (certain && told.sure && !first) first = relation;
        continue;
      }
      relation.proof = true;
      return relations_.push_back(std::move(relation)), void();
    }
  }
  if (first) relations_.push_back(*first);
}

// 公务接待费较上年下降8.57%, and neither 全县公务接待费 nor 公务接待费预算
bool ChangeLinker::names_only_its_indicator(QuantityRef change) const {
  const std::u16string& label = quantity(change).label;
  const profile::Entry* entry = document_.lexicon->concept_suffix(label);
  const auto& words = document_.blocks[change.block].block->folded;
  const bool by_then = words.contains(u"月") || words.contains(u"季度") || words.contains(u"半年");
  return entry && entry->word.size() == label.size() && !document_.lexicon->vocabulary().concepts[entry->concept_index].generic && !by_then && quantity(change).against.find(u"年初") == std::u16string::npos;
}

bool ChangeLinker::comparable(const Quantity& now, const Quantity& then, const Quantity& change) {
  if (change.kind == profile::UnitKind::point) return is_percentage(now) && now.kind == then.kind;
  return same_measure(now, then) && same_measure(now, change);
}

void ChangeLinker::keep(QuantityRef change, std::vector<Operand> operands, bool proof) {
  if (quantity(operands[1].quantity).value().is_zero()) return;
  if (!same_measure(quantity(operands[0].quantity), quantity(operands[1].quantity))) return;
  const QuantityRef amount = operands[0].quantity;
  Relation relation = make(change, std::move(operands));
  relation.proof = proof || relation.verdict.status != Status::violated;
  if (relation.verdict.status == Status::violated && quantity(amount).role == Role::change) {
    if (auto other = on_another_value(change, amount)) relation = std::move(*other);
  }
  relations_.push_back(std::move(relation));
}

// 预算3.20万元，…；上年支出3.05万元，今年减少0.19万元，下降6.23%: the rate is of another value of the sentence, or of what the
// change came to; never of this year's value, which is a mistake that people make.
std::optional<Relation> ChangeLinker::on_another_value(QuantityRef change, QuantityRef amount) const {
  for (const QuantityRef before : finder_.layout().before(change, 0)) {
    const Quantity& value = quantity(before);
    const bool level = (is_amount(value) || value.role == Role::base) && same_measure(value, quantity(amount)) && !value.value().is_zero();
    if (!level || before == amount) continue;
    const bool earlier = value.role == Role::base || is_earlier(value, Against::previous);
    Relation relation = make(change, {{amount, 1}, {before, earlier ? 1 : -1}});
    if (relation.verdict.status != Status::violated) return relation;
  }
  return std::nullopt;
}

Relation ChangeLinker::make(QuantityRef change, std::vector<Operand> operands) const {
  Relation relation;
  relation.kind = RelationKind::change;
  relation.result = change;
  relation.operands = std::move(operands);
  relation.derived = is_percentage(quantity(change));
  relation.verdict = judge(document_, relation);
  return relation;
}

void link_changes(const DocumentView& document, std::vector<Relation>& relations) { ChangeLinker(document, relations).run(); }

}  // namespace gouji::relations
