// Balances told in a paragraph: 年初286人，新接收174人，解除192人，年末268人; 批复80万元，追加12万元，收回3万元，调整后89万元.

#include <algorithm>
#include <optional>

#include "facts/label.h"
#include "relations/flow_words.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

constexpr int most_sentences = 2;          // from what there was at first to what there is
constexpr std::size_t most_openings = 3;   // that may be meant, the nearest first
constexpr std::uint32_t blocks_back = 4;   // to what a paragraph begins from

class FlowLinker {
 public:
  FlowLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout), ties_(*document.ties) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        const Quantity& value = quantities[i];
        if (value.cell >= 0 || value.approximation != Approximation::exact || !is_measured(value)) continue;
        if (value.arrived && value.base_quantity >= 0) link_arrival({block, i});
        else if (is_told({block, i})) continue;
        else if (closes(value)) link({block, i});
        else if (is_stock(value) && i > 1 && quantities[i - 1].step != 0) link_result({block, i});
      }
    }
    drop_doubted();
  }

 private:
  using Row = std::vector<QuantityRef>;

  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  bool is_told(QuantityRef ref) const {
    return ties_.with_result(ref).any([](const Relation& other) { return other.kind == RelationKind::balance && other.verdict.status != Status::violated; });
  }
  // 减员15人，其中退休9人: a part of a total told before it.
  bool is_detail(QuantityRef ref) const {
    return ties_.with_part(ref).any([&](const Relation& other) { return other.kind == RelationKind::sum && other.because != Because::identity && other.result.block == ref.block && other.result < ref; });
  }

  static bool is_measured(const Quantity& value) { return value.kind != UnitKind::percent && value.kind != UnitKind::permille && value.kind != UnitKind::point && value.kind != UnitKind::score && value.kind != UnitKind::duration; }
  bool closes(const Quantity& value) const { return closes_balance(document_, value); }
  bool opens(const Quantity& value) const { return opens_balance(document_, value); }
  int way(const Quantity& value) const { return way_in_balance(document_, value); }

  // The amounts of the measure that the closing sees, without parts of others, in the order of the block.
  Row row_of(QuantityRef closing) const {
    Row row;
    for (std::uint32_t i = 0; i < document_.blocks[closing.block].facts->quantities.size(); ++i) {
      const QuantityRef ref{closing.block, i};
      const Quantity& value = quantity(ref);
      const bool aside = (value.role == Role::base && value.moment >= 0) || (value.role == Role::change && !value.against.empty() && !value.net) || value.role == Role::average || value.role == Role::cell;
      if (ref == closing || (same_measure(value, quantity(closing)) && layout_.sees(closing, ref) && !aside && !is_detail(ref))) row.push_back(ref);
    }
    return row;
  }

  void link(QuantityRef closing) {
    const Row row = row_of(closing);
    const auto at = static_cast<std::size_t>(std::find(row.begin(), row.end(), closing) - row.begin());
    if (quantity(closing).net) {
      if (const auto flows = flows_before(row, at); flows.size() >= 2) keep(closing, flows);
      else if (const auto behind = flows_behind(row, at, closing); behind.size() >= 2) keep(closing, behind);
      return;
    }
    std::optional<std::vector<Operand>> first;
    std::size_t openings = 0;
    for (std::size_t i = at; i-- > 0 && openings < most_openings;) {
      if (layout_.sentence(row[i]) + most_sentences < layout_.sentence(closing)) break;
      const auto between = flows(row, i + 1, at);
      if (!between) break;
      if (!may_open(row, i) || !one_thing(quantity(row[i]), quantity(closing))) continue;
      ++openings;
      std::vector<Operand> operands{{row[i], 1}};
      operands.insert(operands.end(), between->begin(), between->end());
      if (between->empty()) continue;
      if (keep(closing, operands)) return;
      if (!first && quantity(row[i]).moment < 0 && quantity(closing).moment > 0) first = std::move(operands);
    }
    if (const auto all = flows_before(row, at); (is_mixed(all) || adds_up(all)) && keep(closing, all)) return;
    if (link_from_before(closing, row, at) || link_told_first(closing, row, at, first)) return;
    if (first) accuse(closing, std::move(*first));
  }

  // 缴存总额198亿元，扣除历年提取112亿元，缴存余额86亿元: words take something from the amount before them.
  bool may_open(const Row& row, std::size_t i) const { return opens(quantity(row[i])) || (is_stock(quantity(row[i])) && i + 1 < row.size() && quantity(row[i + 1]).step != 0); }

  // 合同价48万元，扣留质保金2万元，当年支付46万元: what is told behind what comes in and goes out.
  void link_result(QuantityRef result) const {
    const Row row = row_of(result);
    for (auto i = static_cast<std::size_t>(std::find(row.begin(), row.end(), result) - row.begin()); i-- > 0 && layout_.sentence(row[i]) == layout_.sentence(result);) {
      const std::size_t at = static_cast<std::size_t>(std::find(row.begin(), row.end(), result) - row.begin());
      const auto between = flows(row, i + 1, at);
      if (!between) return;
      if (between->empty() || quantity(between->back().quantity).step == 0 || !is_stock(quantity(row[i]))) continue;
      std::vector<Operand> operands{{row[i], 1}};
      operands.insert(operands.end(), between->begin(), between->end());
      if (keep(result, operands)) return;
    }
  }

  // 年末93人；年初92人，招录5人、退休3人、调出1人: what there is stands before what it came from.
  bool link_told_first(QuantityRef closing, const Row& row, std::size_t at, std::optional<std::vector<Operand>>& first) const {
    std::vector<Operand> operands;
    bool opened = false;
    for (std::size_t i = at + 1; i < row.size() && layout_.sentence(row[i]) <= layout_.sentence(closing) + 1; ++i) {
      const Quantity& value = quantity(row[i]);
      if (value.moment < 0 && opens(value) && !opened && one_thing(value, quantity(closing))) {
        operands.insert(operands.begin(), {row[i], 1});
        opened = true;
      } else if (const int sign = way(value); sign != 0) {
        operands.push_back({row[i], sign});
      } else if (!value.net) {
        break;
      }
    }
    if (!opened || operands.size() < 2) return false;
    if (keep(closing, operands)) return true;
    if (!first && quantity(closing).moment > 0) first = std::move(operands);
    return false;
  }

  // 批复预算80万元。 / 年中追加12万元，收回3万元，调整后89万元: what an earlier paragraph begins from.
  bool link_from_before(QuantityRef closing, const Row& row, std::size_t at) const {
    const auto before = flows_before(row, at);
    if (before.empty() || quantity(closing).kind != UnitKind::money) return false;
    for (std::uint32_t block = closing.block; block-- > 0 && block + blocks_back >= closing.block;) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (auto i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
        if (!opens(quantities[i]) || quantities[i].cell >= 0 || quantities[i].approximation != Approximation::exact || !same_measure(quantities[i], quantity(closing))) continue;
        std::vector<Operand> operands{{{block, i}, 1}};
        operands.insert(operands.end(), before.begin(), before.end());
        if (keep(closing, operands)) return true;
      }
    }
    return false;
  }

  /// What came in and went out from `first` to `last`; nothing where an amount of the measure goes neither way.
  std::optional<std::vector<Operand>> flows(const Row& row, std::size_t first, std::size_t last) const {
    std::vector<Operand> found;
    for (std::size_t i = first; i < last; ++i) {
      const int sign = way(quantity(row[i]));
      if (sign == 0) return std::nullopt;
      found.push_back({row[i], sign});
    }
    return found;
  }

  // What comes in and goes out right before it, in its sentence and the one before.
  std::vector<Operand> flows_before(const Row& row, std::size_t at) const {
    std::vector<Operand> found;
    for (std::size_t i = at; i-- > 0 && layout_.sentence(row[i]) + 1 >= layout_.sentence(row[at]);) {
      const Quantity& value = quantity(row[i]);
      const int sign = way(value);
      const bool passed = quantity(row[at]).net && (closes(value) || value.moment < 0);   // 调整后89万元，净增9万元
      if (sign == 0 && !passed) break;
      if (sign != 0 && !(passed && value.moment < 0)) found.insert(found.begin(), {row[i], sign});
    }
    return found;
  }

  std::vector<Operand> flows_behind(const Row& row, std::size_t at, QuantityRef closing) const {
    std::vector<Operand> found;
    for (std::size_t i = at + 1; i < row.size() && layout_.sentence(row[i]) == layout_.sentence(closing); ++i) {
      const int sign = way(quantity(row[i]));
      if (sign == 0) break;
      found.push_back({row[i], sign});
    }
    return found;
  }

  // The flows stand before 由…减为…
  void link_arrival(QuantityRef closing) {
    const QuantityRef opening{closing.block, static_cast<std::uint32_t>(quantity(closing).base_quantity)};
    if (!same_measure(quantity(closing), quantity(opening)) || quantity(closing).moment != 0) return;
    std::vector<Operand> operands{{opening, 1}};
    for (std::uint32_t i = opening.ordinal; i-- > 0;) {
      const QuantityRef ref{closing.block, i};
      if (layout_.sentence(ref) != layout_.sentence(opening) || !same_measure(quantity(ref), quantity(opening)) || way(quantity(ref)) == 0) break;
      operands.insert(operands.begin() + 1, {ref, way(quantity(ref))});
    }
    if (operands.size() > 2 && !keep(closing, operands)) accuse(closing, std::move(operands));
  }

  // What the two are told of is one thing, or one of them does not name it again.
  bool one_thing(const Quantity& a, const Quantity& b) const {
    if (a.kind == UnitKind::money || (a.indicator != profile::no_concept && a.indicator == b.indicator)) return true;
    const std::u16string first = facts::content_words(a.label, *document_.lexicon), second = facts::content_words(b.label, *document_.lexicon);
    return first.empty() || second.empty() || first == second || first.find(second) != std::u16string::npos || second.find(first) != std::u16string::npos;
  }

  // 筹集375万元。加上年初结余18万元，可用资金393万元: words add one to the others.
  bool adds_up(const std::vector<Operand>& operands) const {
    return operands.size() >= 2 && std::any_of(operands.begin() + 1, operands.end(), [&](const Operand& operand) { return quantity(operand.quantity).label.starts_with(u"加") || quantity(operand.quantity).label.starts_with(u"连同"); });
  }

  static bool is_mixed(const std::vector<Operand>& operands) {
    bool in = false, out = false;
    for (const Operand& operand : operands) (operand.sign > 0 ? in : out) = true;
    return in && out;
  }

  Relation balance(QuantityRef closing, const std::vector<Operand>& operands) const {
    Relation relation;
    relation.kind = RelationKind::balance;
    relation.result = closing;
    relation.operands = operands;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  bool keep(QuantityRef closing, const std::vector<Operand>& operands) const {
    Relation relation = balance(closing, operands);
    if (relation.verdict.status == Status::violated) return false;
    if (!is_told_as_sum(relation)) relations_.push_back(std::move(relation));
    explained_.push_back(closing);
    return true;
  }

  bool is_told_as_sum(const Relation& balance) const {
    return ties_.with_result(balance.result).any([&](const Relation& other) { return other.kind == RelationKind::sum && other.operands == balance.operands; });
  }

  // Who names what came in and what went out names all of it.
  void accuse(QuantityRef closing, std::vector<Operand> operands) const {
    const std::vector<Operand> flows(operands.begin() + 1, operands.end());
    if (is_mixed(flows) && !lists(closing.block)) relations_.push_back(balance(closing, operands));
  }

  // 新增200万元，其中购置120万元，处置50万元: parts of a flow stand among the flows.
  bool lists(std::uint32_t block) const {
    const auto& elements = document_.blocks[block].facts->elements;
    return std::any_of(elements.begin(), elements.end(), [](const facts::Element& element) { return element.kind == facts::ElementKind::announce || element.kind == facts::ElementKind::announce_open || element.kind == facts::ElementKind::announce_partial; });
  }

  // A balance or change that did not hold as others read it, and does here.
  void drop_doubted() {
    for (const QuantityRef closing : explained_) {
      for (const Relation& other : ties_.with_result(closing)) {
        if ((other.kind == RelationKind::balance || other.kind == RelationKind::change) && other.verdict.status == Status::violated) ties_.drop(other);
      }
    }
    ties_.sweep();
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
  Ties& ties_;
  mutable Row explained_;   // what balances found here come to
};

}  // namespace

void link_flows(const DocumentView& document, std::vector<Relation>& relations) { FlowLinker(document, relations).run(); }

}  // namespace gouji::relations
