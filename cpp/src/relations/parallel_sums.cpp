// Lists that tell several things of each part: 培训27期、675人次，其中校外15期、510人次，校内12期、165人次.

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/list_fit.h"
#include "relations/match.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;

constexpr int farthest = 3;   // numbers from the part that was added up to another one told of it

class ParallelSumLinker {
 public:
  ParallelSumLinker(const DocumentView& document, std::vector<Relation>& relations, Ties* ties) : document_(document), relations_(relations), ties_(ties), layout_(*document.layout) {}

  void run() {
    const std::size_t count = relations_.size();
    for (std::size_t i = 0; i < count; ++i) {
      const Relation sum = relations_[i];
      if (is_list(sum)) link(sum);
    }
  }

  /// Another measure of the list adds up, though this one does not.
  bool holds_beside(const Relation& sum) {
    if (is_list(sum)) link(sum);
    return std::any_of(relations_.begin(), relations_.end(), [](const Relation& other) { return other.verdict.status != Status::violated; });
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  static bool is_list(const Relation& sum) {
    if (sum.kind != RelationKind::sum || sum.table || sum.whole || sum.partial || sum.operands.size() < 2) return false;
    const std::uint32_t block = sum.operands.front().quantity.block;
    return sum.result.block == block && sum.result < sum.operands.front().quantity && std::all_of(sum.operands.begin(), sum.operands.end(), [&](const Operand& part) { return part.quantity.block == block && part.sign > 0; });
  }

  bool is_level(QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    return (value.role == Role::level || value.role == Role::total) && value.approximation == Approximation::exact && value.cell < 0 && !is_percentage(value);
  }

  // The numbers that stand as far from each part as from the total, of one measure that is not that of the sum.
  void link(const Relation& sum) {
    for (int offset = -farthest; offset <= farthest; ++offset) {
      if (offset == 0) continue;
      Relation other = sum;
      other.operands.clear();
      for (const Operand& part : sum.operands) {
        const auto beside = told_beside(part.quantity, offset);
        const bool another = beside && (!same_measure(quantity(*beside), quantity(sum.result)) || quantity(*beside).basis != quantity(sum.result).basis);
        if (!another || (!other.operands.empty() && !same_measure(quantity(*beside), quantity(other.operands.front().quantity)))) break;
        other.operands.push_back({*beside, 1});
      }
      if (other.operands.size() != sum.operands.size()) continue;
      add(sum, std::move(other), offset);
    }
  }

  // Of one clause with the part: nothing but 、 and the comma of a row stands between.
  std::optional<QuantityRef> told_beside(QuantityRef part, int offset) const {
    const auto count = static_cast<int>(document_.blocks[part.block].facts->quantities.size());
    const int ordinal = static_cast<int>(part.ordinal) + offset;
    if (ordinal < 0 || ordinal >= count) return std::nullopt;
    const QuantityRef ref{part.block, static_cast<std::uint32_t>(ordinal)};
    if (is_in_bracket_behind(part, ref)) return ref;
    if (!is_level(ref) || !layout_.sees(part, ref) || !layout_.sees(ref, part)) return std::nullopt;
    const auto& elements = document_.blocks[part.block].facts->elements;
    const std::size_t first = std::min(layout_.element(part), layout_.element(ref)), last = std::max(layout_.element(part), layout_.element(ref));
    for (std::size_t i = first + 1; i < last; ++i) {
      const ElementKind kind = elements[i].kind;
      if (kind != ElementKind::quantity && kind != ElementKind::pause && kind != ElementKind::comma) return std::nullopt;
    }
    return ref;
  }

  // 预算编制9.5分（10分）: what a bracket tells of the part before it.
  bool is_in_bracket_behind(QuantityRef part, QuantityRef ref) const {
    const auto& elements = document_.blocks[part.block].facts->elements;
    const std::size_t at = layout_.element(part);
    return quantity(ref).kind == profile::UnitKind::score && quantity(ref).basis == facts::Basis::target && layout_.element(ref) == at + 2 && elements[at + 1].kind == ElementKind::open;
  }
  // 满分50分 is set, as the marks in brackets are.
  bool is_set(QuantityRef ref) const { return quantity(ref).kind == profile::UnitKind::score && quantity(ref).basis == facts::Basis::target && quantity(ref).role == Role::detail; }

  void add(const Relation& sum, Relation other, int offset) {
    std::vector<QuantityRef> totals;
    if (const auto beside = told_beside(sum.result, offset); beside && same_measure(quantity(*beside), quantity(other.operands.front().quantity)) && *beside < sum.operands.front().quantity) totals.push_back(*beside);
    for (const QuantityRef before : layout_.before(sum.operands.front().quantity, 1)) {
      const bool fits = quantity(other.operands.front().quantity).basis == facts::Basis::target ? is_set(before) : is_level(before);
      if (fits && !(sum.operands.front().quantity < before) && same_measure(quantity(before), quantity(other.operands.front().quantity)) && before < other.operands.front().quantity && std::find(totals.begin(), totals.end(), before) == totals.end()) totals.push_back(before);
    }
    const bool beside = !totals.empty() && std::abs(static_cast<int>(totals.front().ordinal) - static_cast<int>(sum.result.ordinal)) == std::abs(offset);
    std::optional<Relation> first;
    for (const QuantityRef total : totals) {
      other.result = total;
      if (ties_ && ties_->with_result(total).any([&](const Relation& told) { return told.kind == RelationKind::sum && told.operands == other.operands; })) return;
      other.verdict = judge(document_, other);
      if (other.verdict.status != Status::violated) return relations_.push_back(std::move(other)), void();
      if (!first) first = other;
    }
    if (first && beside && totals.size() == 1 && sum.verdict.status != Status::violated) relations_.push_back(std::move(*first));
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  Ties* ties_;
  const Layout& layout_;
};

}  // namespace

bool holds_beside(const DocumentView& document, const Relation& sum) {
  std::vector<Relation> found;
  return ParallelSumLinker(document, found, nullptr).holds_beside(sum);
}

void link_parallel_sums(const DocumentView& document, std::vector<Relation>& relations) { ParallelSumLinker(document, relations, document.ties).run(); }

}  // namespace gouji::relations
