// What is left, told beside a rate (执行率94%，结余3万元), as nothing (没有结余), or as posts that nobody holds (空编2个).

#include <algorithm>
#include <optional>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/mentions.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::WordClass;

class LeftoverLinker {
 public:
  LeftoverLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout) {
    for (const Relation& relation : relations) {
      if (relation.kind == RelationKind::balance) told_.push_back(relation.result);
      const bool quotient = relation.kind == RelationKind::rate || relation.kind == RelationKind::share;
      if (quotient && relation.operands.size() == 2 && relation.verdict.status != Status::violated) rates_.push_back({relation.result, relation.operands[0].quantity, relation.operands[1].quantity});
      if (relation.kind != RelationKind::sum) continue;
      for (const Operand& operand : relation.operands) parts_.push_back(operand.quantity);
    }
    std::sort(told_.begin(), told_.end());
    std::sort(parts_.begin(), parts_.end());
  }

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        const QuantityRef ref{block, i};
        const Quantity& value = quantities[i];
        if (value.cell >= 0 || value.approximation != Approximation::exact) continue;
        if (value.used_up) link_used_up(ref);
        if (is_vacancy(value)) link_vacancy(ref);
        else if (is_left(value) && !is_part(ref) && !std::binary_search(told_.begin(), told_.end(), ref)) link_by_rate(ref);
      }
    }
  }

 private:
  struct Quotient {
    QuantityRef rate, part, base;
  };

  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  bool is_part(QuantityRef ref) const { return std::binary_search(parts_.begin(), parts_.end(), ref); }

  bool is_left(const Quantity& value) const {
    const bool amount = value.role == Role::level || value.role == Role::detail || (value.role == Role::change && value.direction < 0 && value.against.empty());
    const bool measured = value.kind == profile::UnitKind::money || value.kind == profile::UnitKind::count;
    if (value.role == Role::base && measured && value.against.starts_with(u"预算")) {   // 较预算结余1万元
      const profile::Entry* entry = document_.lexicon->concept_suffix(value.against);
      return value.remainder || (entry && document_.lexicon->vocabulary().concepts[entry->concept_index].id == "closing_balance");
    }
    return amount && measured && (value.remainder || has_indicator(document_, value, "closing_balance") || value.role == Role::change);
  }

  Relation balance(QuantityRef result, std::vector<Operand> operands) const {
    Relation relation;
    relation.kind = RelationKind::balance;
    relation.result = result;
    relation.operands = std::move(operands);
    relation.verdict = judge(document_, relation);
    return relation;
  }

  // 预算62万元，支出62万元，没有结余; 年初预算225万元，年中调减6万元，支出219万元，当年没有结余
  void link_used_up(QuantityRef spent) {
    const Quantity& value = quantity(spent);
    const bool done = value.role == Role::level && value.basis != Basis::budget && value.basis != Basis::adjusted_budget && !value.allotted;
    if (!done) return;
    std::vector<Operand> operands;
    bool others = false;
    for (const QuantityRef before : layout_.before(spent, 0)) {
      const Quantity& other = quantity(before);
      if (!same_measure(other, value) || other.approximation != Approximation::exact) continue;
      const bool up = has_indicator(document_, other, "adjust_up"), down = has_indicator(document_, other, "adjust_down");
      const bool planned = other.role == Role::level && (other.basis == Basis::budget || other.basis == Basis::adjusted_budget || other.allotted || has_indicator(document_, other, "funds"));
      if (planned && !up && !down) {
        operands.push_back({before, 1});
        std::reverse(operands.begin(), operands.end());
        break;
      }
      if (up || down) operands.push_back({before, up ? 1 : -1});
      else if (other.role == Role::change && other.against.empty()) operands.push_back({before, other.direction});
      else if (is_amount(other) && !is_part(before)) others = true;
    }
    if (operands.empty() || operands.front().sign < 0 || quantity(operands.front().quantity).role != Role::level) return;
    const bool adjusts = operands.size() > 1 && quantity(operands.front().quantity).basis == Basis::adjusted_budget;
    Relation relation = balance(spent, std::move(operands));
    if (relation.verdict.status == Status::violated && (others || adjusts)) return;
    relations_.push_back(std::move(relation));
  }

  /// The rates told beside an amount, the nearest first: before it in its sentence and the one before, then behind it.
  std::vector<Quotient> rates_around(QuantityRef left) const {
    std::vector<QuantityRef> beside = layout_.before(left, 1);
    const auto count = static_cast<std::uint32_t>(document_.blocks[left.block].facts->quantities.size());
    for (std::uint32_t i = left.ordinal + 1; i < count && layout_.sentence({left.block, i}) == layout_.sentence(left); ++i) beside.push_back({left.block, i});
    std::vector<Quotient> found;
    for (const QuantityRef ref : beside) {
      const Quantity& rate = quantity(ref);
      if (rate.role != Role::rate && rate.role != Role::share) continue;
      for (const Quotient& each : rates_) {
        const bool again = each.rate != ref && rate.role == Role::rate && each.rate.block != ref.block && tells_again(rate, quantity(each.rate));
        if (each.rate == ref || again) found.push_back({ref, each.part, each.base});
      }
    }
    return found;
  }

  // 某项目执行率只有92.86%: the rate of this project was told before.
  bool tells_again(const Quantity& rate, const Quantity& other) const {
    if (other.role != Role::rate || rate.number != other.number || !is_percentage(other)) return false;
    const bool execution = document_.lexicon->contains(rate.label, WordClass::execution) && document_.lexicon->contains(other.label, WordClass::execution);
    return execution || (!rate.label.empty() && rate.label == other.label);
  }

  void link_by_rate(QuantityRef left) {
    const Quantity& value = quantity(left);
    std::optional<Relation> first;
    for (const Quotient& each : rates_around(left)) {
      if (each.part == left || each.base == left || !same_measure(quantity(each.part), value) || !same_measure(quantity(each.base), value)) continue;
      Relation relation = balance(left, {{each.base, 1}, {each.part, -1}});
      if (relation.verdict.status == Status::holds) return relations_.push_back(std::move(relation)), void();
      if (!first && each.rate < left && is_sure(left, each)) first = std::move(relation);
    }
    if (first) relations_.push_back(std::move(*first));
  }

  // 占到位资金的94.90%，结余74.22万元: nothing else stands between the rate and what is left.
  bool is_sure(QuantityRef left, const Quotient& each) const {
    const Quantity& value = quantity(left);
    const Quantity& rate = quantity(each.rate);
    if (layout_.sentence(each.rate) != layout_.sentence(left) || each.part.block != left.block || value.role != Role::level) return false;
    const std::uint32_t first = quantity(each.rate).role == Role::share ? (each.base.block == left.block ? each.base.ordinal + 1 : 0) : each.rate.ordinal + 1;   // 甲占93%，乙占3%，余下的: of a list
    for (std::uint32_t i = first; i < left.ordinal; ++i) {
      if (QuantityRef{left.block, i} == each.part || QuantityRef{left.block, i} == each.base) continue;
      if (same_measure(quantity({left.block, i}), value)) return false;
    }
    const bool of_arrival = rate.label.find(u"到位") != std::u16string::npos, not_arrived = value.label.find(u"到位") != std::u16string::npos || value.after.find(u"到位") != std::u16string::npos || value.label.ends_with(u"欠") || value.label.ends_with(u"缺口");
    if (of_arrival != not_arrived) return false;
    const bool balance = has_indicator(document_, value, "closing_balance");
    if ((!balance && !value.remainder) || !names_all_that_is_left(document_, value)) return false;
    return !balance || !tells_opening();
  }

  bool tells_opening() const {
    const auto opening = document_.lexicon->concept_by_id("opening_balance");
    return opening && !document_.mentions->of(*opening).empty();
  }

  // 空编2个, 尚空缺3名, 空余的4个编制
  bool is_vacancy(const Quantity& value) const {
    if (value.kind != profile::UnitKind::count || (value.base_unit != u"人" && value.base_unit != u"个")) return false;
    const auto& words = document_.lexicon->vocabulary().phrases.vacant;
    return std::any_of(words.begin(), words.end(), [&](const std::u16string& word) {
      return value.label.ends_with(word) || value.label.ends_with(word + u"的") || value.qualifier.ends_with(word) || value.after.starts_with(word);
    });
  }

  // 空编3名, and not 事业编制空缺2名
  bool is_of_all(const Quantity& value) const {
    std::u16string_view words = value.label;
    for (const std::u16string& word : document_.lexicon->vocabulary().phrases.vacant) {
      if (words.ends_with(word)) {
        words.remove_suffix(word.size());
        break;
      }
    }
    if (const profile::Entry* entry = document_.lexicon->concept_suffix(words)) words.remove_suffix(entry->word.size());
    return facts::content_words(words, *document_.lexicon).empty();
  }

  std::vector<QuantityRef> staff(std::string_view id, QuantityRef like) const {
    std::vector<QuantityRef> found;
    const auto indicator = document_.lexicon->concept_by_id(std::string(id));
    if (!indicator) return found;
    for (const QuantityRef mention : document_.mentions->of(*indicator)) {
      const Quantity& value = quantity(mention);
      if (mention == like || is_vacancy(value) || resolved_year(document_, value) != resolved_year(document_, quantity(like))) continue;
      found.push_back(mention);
    }
    const auto is_own = [&](QuantityRef mention) { return mention.block == like.block || scope_of(document_, quantity(mention)).empty(); };
    if (std::any_of(found.begin(), found.end(), is_own)) std::erase_if(found, [&](QuantityRef mention) { return !is_own(mention); });
    std::stable_sort(found.begin(), found.end(), [&](QuantityRef a, QuantityRef b) { return (a.block == like.block) > (b.block == like.block); });
    return found;
  }

  void link_vacancy(QuantityRef vacancy) {
    const std::vector<QuantityRef> quotas = staff("staff_quota", vacancy), serving = staff("staff_serving", vacancy);
    std::optional<Relation> first;
    bool several = false;
    for (const QuantityRef quota : quotas) {
      for (const QuantityRef post : serving) {
        Relation relation = balance(vacancy, {{quota, 1}, {post, -1}});
        if (relation.verdict.status == Status::holds) return relations_.push_back(std::move(relation)), void();
        if (first) several = several || quantity(first->operands[0].quantity).value() != quantity(quota).value() || quantity(first->operands[1].quantity).value() != quantity(post).value();
        else first = std::move(relation);
      }
    }
    if (first && !several && is_of_all(quantity(vacancy))) relations_.push_back(std::move(*first));
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
  std::vector<QuantityRef> told_, parts_;   // in order
  std::vector<Quotient> rates_;
};

}  // namespace

void link_leftovers(const DocumentView& document, std::vector<Relation>& relations) { LeftoverLinker(document, relations).run(); }

}  // namespace gouji::relations
