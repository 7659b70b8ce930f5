// Targets: 完成注册 2102 人，超出目标任务 2000 人; 支出 2.86 万元，控制在预算 3.20 万元以内.

#include <algorithm>
#include <optional>

#include "facts/label.h"
#include "relations/amount_finder.h"
#include "relations/goals.h"
#include "relations/linkers.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::WordClass;

constexpr std::size_t shortest_name = 2;    // units of words that name what is compared
constexpr std::size_t longest_target = 2;   // units of 目标, 任务, where these alone name an amount

class TargetLinker {
 public:
  TargetLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), finder_(document), goals_(*document.goals) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto count = static_cast<std::uint32_t>(document_.blocks[block].facts->quantities.size());
      for (std::uint32_t i = 0; i < count; ++i) link({block, i});
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void link(QuantityRef target) {
    const Quantity& value = quantity(target);
    if (value.role == Role::change || (value.limit == 0 && !tells_target(value))) return;
    const auto stated = stated_before(target);
    if (stated.empty()) return;
    const bool of_goal = value.basis == Basis::target;
    const Goals::Match match = of_goal ? goals_.of(stated.front(), target) : Goals::Match{};
    const bool usable_goal = match.known && match.goal != target && match.goal != stated.front();
    const bool by_how_much = value.limit == 1 && !is_percentage(value) && !value.after.starts_with(u"的");   // 超目标6户, never 高于92%的目标
    if (usable_goal && by_how_much && exceeds_by(stated.front(), match.goal, target)) return;
    if ((value.limit == 1 || value.limit == -1) && !value.after.starts_with(u"的") && is_distance(stated, target)) return;
    if (value.limit != 0) compare(stated, target);
    if (usable_goal) restate(match, target);
  }

  // 完成目标40次的120%; 送文化下乡126场，目标120场
  bool tells_target(const Quantity& value) const {
    if (value.basis != Basis::target) return false;
    return value.role == Role::base || (value.role == Role::level && facts::content_words(value.label, *document_.lexicon).size() <= longest_target && document_.lexicon->suffix(value.label, profile::WordClass::target));
  }

  // 87.6%，较上年的84.9%提高2.7个百分点，高于85%的目标: of what changed
  static bool is_aside(const Quantity& value) { return value.role == Role::change || value.kind == profile::UnitKind::point || (value.role == Role::base && value.limit == 0) || (!value.against.empty() && !value.arrived); }

  // 演出86场，其中送戏62场、展演24场，超过80场的目标: the total, or what stands before the target. What the words before the
  // target name comes first (药占比低于30%), and 未达60%的目标，仅为57.3% tells it behind.
  std::vector<QuantityRef> stated_before(QuantityRef target) const {
    if (const auto named = named_before(target, name_of_stated(target))) return {*named};
    std::optional<QuantityRef> before;
    for (const QuantityRef each : finder_.layout().before(target, 0)) {
      if (is_aside(quantity(each))) continue;
      if (same_measure(quantity(each), quantity(target))) before = each;
      if (before) break;
    }
    if (!before) return stated_behind(target);
    if (!is_stated(quantity(*before))) return {};
    std::vector<QuantityRef> stated;
    for (auto whole = finder_.whole_of(*before); whole && stated.empty(); whole = finder_.whole_of(*whole)) {
      if (whole->block == target.block && *whole < *before && same_measure(quantity(*whole), quantity(target))) stated.push_back(*whole);
    }
    stated.push_back(*before);
    return stated;
  }

  static bool is_stated(const Quantity& value) { return value.approximation == Approximation::exact && value.role != Role::change && value.role != Role::detail; }

  // 在编人数[未超过]编制: what the words before the claim name
  std::u16string name_of_stated(QuantityRef target) const {
    std::u16string_view words = quantity(target).label;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const profile::Entry* entry = document_.lexicon->word_at(words, i);
      const bool claims = entry && (entry->is(WordClass::within) || entry->is(WordClass::below) || entry->is(WordClass::beyond));
      if (claims) words = words.substr(0, i);
    }
    std::u16string name = facts::content_words(words, *document_.lexicon);
    for (const std::u16string_view ending : {u"人数", u"数量", u"数"}) {
      if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    }
    return document_.lexicon->suffix(name, WordClass::target) ? std::u16string() : name;
  }

  std::optional<QuantityRef> named_before(QuantityRef target, const std::u16string& name) const {
    for (std::uint32_t i = target.ordinal; i-- > 0 && !name.empty();) {
      const Quantity& value = quantity({target.block, i});
      const bool planned = basis_class(value.basis) >= 1 && basis_class(value.basis) <= 3;
      if (!same_measure(value, quantity(target)) || !is_stated(value) || value.limit != 0 || value.role == Role::base || planned) continue;
      const std::u16string own = facts::content_words(value.label, *document_.lexicon);
      const bool named = own == name || (own.size() >= shortest_name && name.ends_with(own)) || (name.size() >= shortest_name && own.ends_with(name));
      if (named || (value.indicator != profile::no_concept && value.indicator == quantity(target).indicator)) return QuantityRef{target.block, i};
    }
    return std::nullopt;
  }

  std::vector<QuantityRef> stated_behind(QuantityRef target) const {
    const auto& quantities = document_.blocks[target.block].facts->quantities;
    if (target.ordinal + 1 >= quantities.size()) return {};
    const QuantityRef behind{target.block, target.ordinal + 1};
    const Quantity& value = quantity(behind);
    const bool usable = finder_.layout().sentence(behind) == finder_.layout().sentence(target) && same_measure(value, quantity(target)) && is_stated(value) && value.limit == 0;
    return usable && facts::content_words(value.label, *document_.lexicon).empty() && value.indicator == profile::no_concept ? std::vector{behind} : std::vector<QuantityRef>();
  }

  // 改造156户，超目标6户: by how much, where the goal is 150.
  bool exceeds_by(QuantityRef stated, QuantityRef goal, QuantityRef excess) {
    Relation relation;
    relation.kind = RelationKind::change;
    relation.result = excess;
    relation.operands = {{stated, 1}, {goal, -1}};
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status != Status::holds || quantity(goal).value() == quantity(excess).value()) return false;
    relations_.push_back(std::move(relation));
    return true;
  }

  // 户均投入1.44万元，低于目标0.11万元: by how much, where the words allow both and an amount so far away is told.
  bool is_distance(const std::vector<QuantityRef>& stated, QuantityRef target) const {
    const Quantity& value = quantity(target);
    for (const QuantityRef each : stated) {
      const bool keeps = value.limit == 1 ? value.value() < quantity(each).value() : quantity(each).value() < value.value();
      if (keeps) continue;
      const auto far = value.limit == 1 ? quantity(each).value() - value.value() : quantity(each).value() + value.value();
      for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
        const auto& quantities = document_.blocks[block].facts->quantities;
        if (std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& other) { return same_measure(other, value) && other.value() == far; })) return true;
      }
    }
    return false;
  }

  static std::string operator_of(int limit) {
    switch (limit) {
      case 1: return ">";
      case 2: return ">=";
      case -1: return "<";
      default: return "<=";
    }
  }

  // Of several amounts that may be meant, one that keeps to the target is.
  void compare(const std::vector<QuantityRef>& stated, QuantityRef target) {
    const int limit = quantity(target).limit;
    std::optional<Relation> first;
    for (const QuantityRef each : stated) {
      Relation relation;
      relation.kind = RelationKind::comparison;
      relation.comparison = operator_of(limit);
      relation.result = each;
      relation.operands = {{target, 1}};
      relation.proof = true;
      relation.verdict = judge(document_, relation);
      if (relation.verdict.status == Status::holds) return relations_.push_back(std::move(relation)), void();
      if (!first) first = relation;
    }
    const bool of_another = !name_of_stated(target).empty() && quantity(target).indicator != profile::no_concept && !named_before(target, name_of_stated(target));   // 在编人数未超过编制240名, behind 在岗486人
    if (first && !of_another) relations_.push_back(*first);
  }

  // 完成目标400件的103%: the goal was set elsewhere, of the same thing.
  void restate(const Goals::Match& match, QuantityRef target) {
    const QuantityRef goal = match.goal;
    Relation relation;
    relation.kind = RelationKind::restatement;
    relation.result = std::min(goal, target);
    relation.operands = {{std::max(goal, target), 1}};
    relation.verdict = judge(document_, relation);
    if (match.certain || relation.verdict.status != Status::violated) relations_.push_back(relation);
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  AmountFinder finder_;
  const Goals& goals_;
};

}  // namespace

void link_targets(const DocumentView& document, std::vector<Relation>& relations) { TargetLinker(document, relations).run(); }

}  // namespace gouji::relations
