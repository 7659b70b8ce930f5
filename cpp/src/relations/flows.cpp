// Stocks and their flows: 年初286人，新接收174人，解除192人，年末268人; 报废25辆，更新22辆，保有量由415辆减为412辆.

#include <algorithm>
#include <optional>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Quantity;
using facts::Role;

class FlowLinker {
 public:
  FlowLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        const Quantity& value = quantities[i];
        if (value.cell >= 0 || value.approximation != Approximation::exact) continue;
        if (value.moment < 0 && is_stock(value)) link({block, i});
        if (value.arrived && value.base_quantity >= 0) link_arrival({block, i});
      }
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  static bool is_stock(const Quantity& value) {
    const bool level = value.role == Role::level || value.role == Role::total;
    return level && value.basis != facts::Basis::budget && value.basis != facts::Basis::adjusted_budget && value.basis != facts::Basis::target;
  }
  static int direction(const Quantity& value) { return value.role == Role::change ? value.direction : value.role == Role::level || value.role == Role::detail ? value.flow : 0; }

  // What the two are told of is one thing, or one of them does not name it again.
  bool one_thing(const Quantity& a, const Quantity& b) const {
    if (a.indicator != profile::no_concept && a.indicator == b.indicator) return true;
    const std::u16string first = facts::content_words(a.label, *document_.lexicon), second = facts::content_words(b.label, *document_.lexicon);
    return first.empty() || second.empty() || first == second || first.find(second) != std::u16string::npos || second.find(first) != std::u16string::npos;
  }

  /// What came in and went out from `first` to `last`; nothing where an amount of the measure goes neither way.
  std::optional<std::vector<Operand>> flows(QuantityRef stock, std::uint32_t first, std::uint32_t last) const {
    std::vector<Operand> found;
    for (std::uint32_t i = first; i < last; ++i) {
      const QuantityRef ref{stock.block, i};
      if (!same_measure(quantity(ref), quantity(stock)) || !layout_.sees(stock, ref)) continue;
      const int way = direction(quantity(ref));
      if (way == 0 || quantity(ref).approximation != Approximation::exact) return std::nullopt;
      found.push_back({ref, way});
    }
    return found;
  }

  void link(QuantityRef opening) {
    const auto count = static_cast<std::uint32_t>(document_.blocks[opening.block].facts->quantities.size());
    std::optional<QuantityRef> closing;
    for (std::uint32_t i = opening.ordinal + 1; i < count && !closing; ++i) {
      const QuantityRef ref{opening.block, i};
      if (layout_.sentence(ref) > layout_.sentence(opening) + 1 || (quantity(ref).moment < 0 && same_measure(quantity(ref), quantity(opening)))) break;
      if (closes(opening, ref)) closing = ref;
    }
    std::optional<std::vector<Operand>> between;
    if (closing) {
      between = flows(opening, opening.ordinal + 1, closing->ordinal);
    } else {   // 年末93人；年初92人，招录5人、退休3人、调出1人
      for (std::uint32_t i = opening.ordinal; i-- > 0 && !closing;) {
        const QuantityRef ref{opening.block, i};
        if (layout_.sentence(ref) != layout_.sentence(opening)) break;
        if (closes(opening, ref)) closing = ref;
      }
      std::uint32_t end = opening.ordinal + 1;
      while (end < count && layout_.sentence({opening.block, end}) == layout_.sentence(opening)) ++end;
      if (closing) between = flows(opening, opening.ordinal + 1, end);
    }
    if (!closing || !between || between->empty()) return;
    tie(*closing, opening, *between);
  }

  bool closes(QuantityRef opening, QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    return value.moment > 0 && is_stock(value) && value.approximation == Approximation::exact && same_measure(value, quantity(opening)) && layout_.sees(opening, ref) && one_thing(value, quantity(opening));
  }

  // The flows stand before 由…减为…
  void link_arrival(QuantityRef closing) {
    const QuantityRef opening{closing.block, static_cast<std::uint32_t>(quantity(closing).base_quantity)};
    if (!same_measure(quantity(closing), quantity(opening)) || quantity(closing).moment != 0) return;
    std::uint32_t first = opening.ordinal;
    while (first > 0 && layout_.sentence({opening.block, first - 1}) == layout_.sentence(opening) && same_measure(quantity({opening.block, first - 1}), quantity(opening))) --first;
    const auto before = flows(opening, first, opening.ordinal);
    if (before && before->size() >= 2) tie(closing, opening, *before);
  }

  // Who names what came in and what went out names all of it.
  void tie(QuantityRef closing, QuantityRef opening, const std::vector<Operand>& flows) {
    Relation relation;
    relation.kind = RelationKind::balance;
    relation.result = closing;
    relation.operands = {{opening, 1}};
    relation.operands.insert(relation.operands.end(), flows.begin(), flows.end());
    relation.verdict = judge(document_, relation);
    bool in = false, out = false;
    for (const Operand& flow : flows) (flow.sign > 0 ? in : out) = true;
    if (relation.verdict.status == Status::violated && (!(in && out) || lists(closing.block))) return;
    relations_.push_back(std::move(relation));
  }

  // 新增200万元，其中购置120万元，处置50万元: parts of a flow stand among the flows.
  bool lists(std::uint32_t block) const {
    const auto& elements = document_.blocks[block].facts->elements;
    return std::any_of(elements.begin(), elements.end(), [](const facts::Element& element) { return element.kind == facts::ElementKind::announce || element.kind == facts::ElementKind::announce_open || element.kind == facts::ElementKind::announce_partial; });
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
};

}  // namespace

void link_flows(const DocumentView& document, std::vector<Relation>& relations) { FlowLinker(document, relations).run(); }

}  // namespace gouji::relations
