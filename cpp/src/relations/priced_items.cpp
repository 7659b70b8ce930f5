// Items with their prices: 监护仪24台，单价1.50万元，计36.00万元；改造400户，每户补助3000元，支出120万元.

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/product_words.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

constexpr std::size_t longest_name = 2;   // of what is told of the amount: 共[补助]

class PricedItemLinker {
 public:
  PricedItemLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 1; i + 1 < quantities.size(); ++i) {
        const Quantity& price = quantities[i];
        const bool exact = price.role == Role::average && price.kind == UnitKind::money && price.approximation == Approximation::exact && price.cell < 0;
        const bool yearly = price.base.find(u'月') == std::u16string::npos && price.base.find(u'日') == std::u16string::npos && price.base.find(u'天') == std::u16string::npos;
        if (exact && yearly) link({block, i});
      }
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  // The number right before the price and the amount right behind it, in one clause between semicolons.
  void link(QuantityRef price) {
    std::uint32_t before = price.ordinal;
    while (before-- > 0 && !layout_.sees(price, {price.block, before})) {}
    const QuantityRef total{price.block, price.ordinal + 1};
    if (before >= price.ordinal) return;
    const QuantityRef count{price.block, before};
    const Quantity& number = quantity(count);
    const Quantity& amount = quantity(total);
    const bool counted = number.kind == UnitKind::count && number.approximation == Approximation::exact && (number.role == Role::level || number.role == Role::total || number.role == Role::detail);
    if (!counted || number.value().is_zero() || !counts_what_it_is_of(quantity(price), number)) return;
    const bool level = amount.role == Role::level || amount.role == Role::total;
    const bool spent = amount.basis != facts::Basis::budget && amount.basis != facts::Basis::adjusted_budget && amount.basis != facts::Basis::target && amount.basis != facts::Basis::previous;
    if (amount.kind != UnitKind::money || !level || !spent || amount.remainder || amount.besides || amount.approximation != Approximation::exact || !layout_.sees(price, total) || !layout_.sees(total, price)) return;
    const bool general = amount.indicator != profile::no_concept && document_.lexicon->vocabulary().concepts[amount.indicator].generic && amount.qualifier.empty();
    if (!general && facts::content_words(amount.label, *document_.lexicon).size() > longest_name) return;
    if (!in_one_clause(count, total)) return;
    Relation relation;
    relation.kind = RelationKind::product;
    relation.result = total;
    relation.operands = {{price, 1}, {count, 1}};
    relation.proof = relation.derived = true;
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status == Status::violated && amount.label.find(u'付') != std::u16string::npos) return;   // perhaps not all of it was paid
    relations_.push_back(std::move(relation));
  }

  bool in_one_clause(QuantityRef first, QuantityRef last) const {
    bool inside = false;
    int bracket = 0;
    for (const facts::Element& element : document_.blocks[first.block].facts->elements) {
      if (element.kind == ElementKind::quantity) {
        if (static_cast<std::uint32_t>(element.value) == last.ordinal) return inside;
        inside = inside || static_cast<std::uint32_t>(element.value) == first.ordinal;
      }
      if (element.kind == ElementKind::open) ++bracket;
      if (element.kind == ElementKind::close) --bracket;
      if (inside && bracket <= 0 && (element.kind == ElementKind::semicolon || element.kind == ElementKind::stop)) return false;
    }
    return false;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
};

}  // namespace

void link_priced_items(const DocumentView& document, std::vector<Relation>& relations) { PricedItemLinker(document, relations).run(); }

}  // namespace gouji::relations
