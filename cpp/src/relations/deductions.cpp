// Points taken off an item whose full marks and score stand elsewhere: 产出（50分）得48.6分。…产出扣1.4分，资产管理失0.63分.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "facts/label.h"
#include "relations/linkers.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

constexpr std::size_t shortest_name = 2;

class DeductionLinker {
 public:
  DeductionLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) read_marks(block);
    if (marks_.empty()) return;
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        if (is_deduction(quantities[i])) link({block, i});
      }
    }
  }

 private:
  struct Marks {
    QuantityRef full, gained;
  };

  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  static bool is_exact_score(const Quantity& value) { return value.kind == UnitKind::score && value.approximation == Approximation::exact; }
  static bool is_deduction(const Quantity& value) {
    const bool lost = value.label.ends_with(u"失") || value.label.ends_with(u"丢");
    return is_exact_score(value) && value.cell < 0 && (value.remainder || lost || (value.role == Role::change && value.direction < 0));
  }

  // Full marks and score side by side in a sentence or a row, under the name that either has.
  void read_marks(std::uint32_t block) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    std::optional<std::uint32_t> before;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      if (!is_exact_score(quantities[i]) || is_deduction(quantities[i])) continue;
      if (before && (*before + 1 == i || quantities[i].cell >= 0) && (quantities[*before].basis == Basis::target) != (quantities[i].basis == Basis::target)) {
        const bool first_full = quantities[*before].basis == Basis::target;
        const QuantityRef full{block, first_full ? *before : i}, gained{block, first_full ? i : *before};
        const bool fits = quantity(gained).value() <= quantity(full).value();
        for (const QuantityRef named : {full, gained}) {
          const std::u16string name = name_of(named);
          if (fits && name.size() >= shortest_name) marks_[name].push_back({full, gained});
        }
      }
      before = i;
    }
  }

  // 产出指标, 资产管理得, 三、产出扣: what is left without the words of scores
  std::u16string name_of(QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    std::u16string name = facts::content_words(value.label.empty() ? value.topic : value.label, *document_.lexicon);
    for (bool peeled = true; peeled;) {
      peeled = false;
      for (const std::u16string_view ending : {u"指标", u"得分", u"得", u"失", u"丢", u"扣", u"分值", u"满分", u"因此", u"方面", u"部分", u"一级"}) {
        if (!name.ends_with(ending)) continue;
        name.resize(name.size() - ending.size());
        peeled = true;
      }
    }
    return name;
  }

  // The item of the same name, else one whose name holds it; only where the points agree, for others may have been lost as well.
  void link(QuantityRef deduction) {
    if (document_.ties->with_result(deduction).any([](const Relation& told) { return told.kind == RelationKind::balance && told.verdict.status != Status::violated; })) return;
    const std::u16string name = name_of(deduction);
    if (name.size() < shortest_name) return;
    if (const auto same = marks_.find(name); same != marks_.end() && keep(deduction, same->second)) return;
    for (const auto& [other, marks] : marks_) {
      const bool like = other.find(name) != std::u16string::npos || name.find(other) != std::u16string::npos;
      if (like && keep(deduction, marks)) return;
    }
  }

  bool keep(QuantityRef deduction, const std::vector<Marks>& marks) {
    for (const Marks& each : marks) {
      Relation relation;
      relation.kind = RelationKind::balance;
      relation.result = deduction;
      relation.operands = {{each.full, 1}, {each.gained, -1}};
      relation.verdict = judge(document_, relation);
      if (relation.verdict.status != Status::holds) continue;
      relations_.push_back(std::move(relation));
      return true;
    }
    return false;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  std::map<std::u16string, std::vector<Marks>> marks_;
};

}  // namespace

void link_deductions(const DocumentView& document, std::vector<Relation>& relations) { DeductionLinker(document, relations).run(); }

}  // namespace gouji::relations
