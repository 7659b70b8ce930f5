// Counts of what a sum adds up: 三项合计12万元; 实施项目8个，共支出745万元：…

#include <algorithm>
#include <optional>

#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::ElementKind;
using facts::Quantity;
using profile::WordClass;

const number::Decimal least(2, 0);

class SumCountLinker {
 public:
  SumCountLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout) {}

  void run() {
    std::vector<Relation> found;
    for (const Relation& sum : relations_) {
      if (sum.kind != RelationKind::sum || sum.table || sum.operands.size() < 2 || sum.verdict.status == Status::violated) continue;
      if (auto count = read(sum)) found.push_back(std::move(*count));
    }
    relations_.insert(relations_.end(), found.begin(), found.end());
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  std::optional<Relation> read(const Relation& sum) const {
    std::optional<QuantityRef> number = directly_before(sum.result);
    const bool direct = number.has_value();
    if (!number) number = announcing(sum);
    if (!number) return std::nullopt;
    Relation count;
    count.kind = RelationKind::count;
    count.result = *number;
    for (const Operand& operand : sum.operands) {
      if (const auto item = element_of(operand.quantity)) count.items.push_back(*item);
    }
    if (count.items.size() != sum.operands.size()) return std::nullopt;
    count.because = Because::structure;
    count.verdict = judge(document_, count);
    const bool of_a_table = quantity(*number).label.ends_with(u"前");   // 前五类合计: the first ones of what stands before, not of these parts
    if (of_a_table && count.verdict.status == Status::violated) return std::nullopt;
    const bool sure = direct || (in_own_blocks(sum) && quantity(*number).announced);
    if (count.verdict.status == Status::violated && !sure) return std::nullopt;
    return count;
  }

  bool counts_things(const Quantity& value) const {
    constexpr std::u16string_view units[]{u"个", u"项", u"类", u"部分", u"方面", u"大类"};
    const bool unit = std::find(std::begin(units), std::end(units), value.base_unit) != std::end(units);
    return unit && value.exponent == 0 && value.approximation == facts::Approximation::exact && value.value() >= least;
  }

  // 三项合计12万元
  std::optional<QuantityRef> directly_before(QuantityRef total) const {
    const auto element = element_of(total);
    if (!element || element->element == 0 || total.ordinal == 0) return std::nullopt;
    const auto& before = document_.blocks[total.block].facts->elements[element->element - 1];
    if (before.kind != ElementKind::quantity || !counts_things(quantity({total.block, total.ordinal - 1}))) return std::nullopt;
    const bool sums_up = quantity(total).role == facts::Role::total || document_.lexicon->contains(quantity(total).label, WordClass::total) || document_.lexicon->contains(quantity({total.block, total.ordinal - 1}).after, WordClass::total);
    return sums_up ? std::optional(QuantityRef{total.block, total.ordinal - 1}) : std::nullopt;
  }

  // 实施项目8个，共支出745万元：…; the nearest number of listed things in the sentence of the total
  std::optional<QuantityRef> announcing(const Relation& sum) const {
    const QuantityRef total = sum.result;
    const QuantityRef first = sum.operands.front().quantity;
    const int last_sentence = first.block == total.block ? layout_.sentence(first) : layout_.sentence(total);
    std::optional<QuantityRef> nearest;
    const auto count = static_cast<std::uint32_t>(document_.blocks[total.block].facts->quantities.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const QuantityRef ref{total.block, i};
      if (ref == total || layout_.sentence(ref) < layout_.sentence(total) || layout_.sentence(ref) > last_sentence) continue;
      if ((first.block == total.block && first < ref) || !counts_things(quantity(ref)) || !names_items(quantity(ref))) continue;
      if (i < total.ordinal || first.block == total.block || !nearest) nearest = ref;
    }
    return nearest;
  }

  // 8个项目; 项目8个
  bool names_items(const Quantity& value) const {
    if (value.after.empty()) return document_.lexicon->suffix(value.label, WordClass::list_noun) != nullptr;
    return document_.lexicon->prefix(value.after, WordClass::list_noun) != nullptr;
  }

  static bool in_own_blocks(const Relation& sum) {
    for (std::size_t i = 0; i < sum.operands.size(); ++i) {
      const std::uint32_t before = i == 0 ? sum.result.block : sum.operands[i - 1].quantity.block;
      if (sum.operands[i].quantity.block <= before) return false;
    }
    return true;
  }

  std::optional<ListedItem> element_of(QuantityRef ref) const {
    const auto& elements = document_.blocks[ref.block].facts->elements;
    for (std::uint32_t i = 0; i < elements.size(); ++i) {
      if (elements[i].kind == ElementKind::quantity && static_cast<std::uint32_t>(elements[i].value) == ref.ordinal) return ListedItem{ref.block, i};
    }
    return std::nullopt;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
};

}  // namespace

void link_sum_counts(const DocumentView& document, std::vector<Relation>& relations) { SumCountLinker(document, relations).run(); }

}  // namespace gouji::relations
