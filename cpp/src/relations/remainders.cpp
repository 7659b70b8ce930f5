// Remainders: 发现隐患 41 处，已整改 39 处，剩余 2 处; 预算 96 万元，支出 94.2 万元，结余 1.8 万元.

#include <algorithm>
#include <optional>

#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Quantity;
using facts::Role;

constexpr std::size_t most_amounts = 6;   // before a remainder, in its sentence
constexpr int sentences_back = 2;         // to the task that was not done

class RemainderLinker {
 public:
  RemainderLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout) {
    for (const Relation& relation : relations) {
      if (relation.kind == RelationKind::balance) told_.push_back(relation.result);
      if (relation.kind == RelationKind::sum) {
        for (const Operand& operand : relation.operands) told_.push_back(operand.quantity);
      }
    }
    std::sort(told_.begin(), told_.end());
  }

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 2; i < quantities.size(); ++i) {
        const Quantity& value = quantities[i];
        const bool told = std::binary_search(told_.begin(), told_.end(), QuantityRef{block, i});
        if (value.remainder && !told && value.approximation == Approximation::exact && (value.role == Role::level || value.role == Role::detail || value.role == Role::change)) link({block, i});
      }
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  // What stands directly before the remainder is what was done; the whole stands before that.
  void link(QuantityRef rest) {
    std::vector<QuantityRef> amounts;   // nearest first
    const bool of_balance = !has_indicator(document_, quantity(rest), "closing_balance");   // 结余20万元，提取6万元，其余14万元
    for (const QuantityRef before : layout_.before(rest, 0)) {
      const Quantity& value = quantity(before);
      const bool level = value.role == Role::level || value.role == Role::total || value.role == Role::base;
      const bool balance = has_indicator(document_, value, "closing_balance");
      const bool left = of_balance ? value.remainder && !balance : value.remainder || balance || value.label.ends_with(u"余额");
      const bool owed = rest_is_owed(quantity(rest)) && (value.label.find(u"到位") != std::u16string::npos || has_indicator(document_, value, "funds")) && !amounts.empty();   // 到位743.60万元，尚欠114.40万元: of what was to come
      if (level && !left && !owed && value.approximation == Approximation::exact && same_measure(value, quantity(rest)) && amounts.size() < most_amounts) amounts.push_back(before);
    }
    std::optional<Relation> first;
    for (std::size_t done = 0; done < amounts.size(); ++done) {
      for (std::size_t whole = done + 1; whole < amounts.size(); ++whole) {
        Relation relation;
        relation.kind = RelationKind::balance;
        relation.result = rest;
        relation.operands = {{amounts[whole], 1}, {amounts[done], -1}};
        relation.verdict = judge(document_, relation);
        relation.proof = amounts.size() == 2;
        if (relation.verdict.status != Status::violated) {
          relation.operands[0].quantity = budgeted(amounts, whole);
          return relations_.push_back(std::move(relation)), void();
        }
        if (is_difference(quantity(rest))) {   // 差值4万元: whichever is more
          relation.operands = {{amounts[done], 1}, {amounts[whole], -1}};
          const Verdict turned = judge(document_, relation);
          if (turned.status != Status::violated) {
            relation.verdict = turned;
            return relations_.push_back(std::move(relation)), void();
          }
          relation.operands = {{amounts[whole], 1}, {amounts[done], -1}};
        }
        if (!first) first = relation;
      }
    }
    const bool whole = amounts.size() == 2 && quantity(amounts[1]).value() > quantity(amounts[0]).value();   // else parts of something else
    const bool sure = first && whole && quantity(rest).role == Role::level && document_.lexicon->contains(quantity(rest).label, profile::WordClass::remainder) && (quantity(rest).kind != profile::UnitKind::money || names_all_that_is_left(document_, quantity(rest)));   // 未支付质保金 is not all
    if (sure && !stand_in_row(amounts[1], amounts[0])) relations_.push_back(*first);
    else link_task(rest);
  }

  // 普通高中532人、职业学校389人，未升学7人; 省级到位200万元；县级到位74万元，尚欠11万元: two of one kind, and no whole with
  // what was done of it.
  bool stand_in_row(QuantityRef a, QuantityRef b) const {
    const auto& elements = document_.blocks[a.block].facts->elements;
    bool paused = false;
    for (std::size_t i = layout_.element(a) + 1; i < layout_.element(b); ++i) {
      if (elements[i].kind == facts::ElementKind::semicolon) return true;
      if (elements[i].kind > facts::ElementKind::pause && elements[i].kind <= facts::ElementKind::close) return false;
      paused = paused || elements[i].kind == facts::ElementKind::pause;
    }
    return paused;
  }

  // 计划改造10座，实际完成9座，完成率90%。…。未完成的1座: the task and what was done of it, told before.
  void link_task(QuantityRef rest) {
    std::vector<QuantityRef> tasks, done;
    for (const QuantityRef before : layout_.before(rest, sentences_back)) {
      const Quantity& value = quantity(before);
      if (value.kind != profile::UnitKind::count || value.approximation != Approximation::exact || !same_measure(value, quantity(rest))) continue;
      if (value.basis == facts::Basis::target || document_.lexicon->contains(value.label, profile::WordClass::target)) tasks.push_back(before);
      else if (value.basis == facts::Basis::actual) done.push_back(before);
    }
    if (tasks.size() != 1 || done.size() != 1) return;
    Relation relation;
    relation.kind = RelationKind::balance;
    relation.result = rest;
    relation.operands = {{tasks.front(), 1}, {done.front(), -1}};
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status == Status::holds) relations_.push_back(std::move(relation));
  }

  // 全年预算456万元；实际到位456万元，支出439万元，结余17万元: what is left is of the budget.
  QuantityRef budgeted(const std::vector<QuantityRef>& amounts, std::size_t whole) const {
    const auto planned = [&](QuantityRef ref) { return quantity(ref).basis == facts::Basis::budget || quantity(ref).basis == facts::Basis::adjusted_budget; };
    if (planned(amounts[whole])) return amounts[whole];
    for (std::size_t i = whole + 1; i < amounts.size(); ++i) {
      if (planned(amounts[i]) && quantity(amounts[i]).value() == quantity(amounts[whole]).value()) return amounts[i];
    }
    return amounts[whole];
  }

  // 尚欠, 缺口, 未到位: what has not come
  static bool rest_is_owed(const Quantity& value) {
    constexpr std::u16string_view words[]{u"欠", u"缺口", u"未到位", u"未到账", u"尚缺", u"短缺"};
    return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return value.label.find(word) != std::u16string::npos || value.after.starts_with(word); });
  }

  static bool is_difference(const Quantity& value) { return value.label.find(u'差') != std::u16string::npos; }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
  std::vector<QuantityRef> told_;   // amounts that words or an identity already account for, in order
};

}  // namespace

void link_remainders(const DocumentView& document, std::vector<Relation>& relations) { RemainderLinker(document, relations).run(); }

}  // namespace gouji::relations
