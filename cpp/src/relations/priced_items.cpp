// Items with their prices: 监护仪24台，单价1.50万元，计36.00万元；消毒设备318.60万元，54台×5.90万元/台.

#include <algorithm>
#include <optional>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/product_words.h"

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
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        const Quantity& price = quantities[i];
        const bool usable = price.kind == UnitKind::money || price.kind == UnitKind::count;
        if (price.role == Role::average && usable && price.approximation == Approximation::exact && price.cell < 0) link({block, i});
      }
    }
  }

 private:
  struct Item {
    QuantityRef count, total;
  };

  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  // The number, the price and what they come to stand side by side between two semicolons, in any order.
  void link(QuantityRef price) {
    const std::vector<QuantityRef> row = segment(price);
    const auto at = std::find(row.begin(), row.end(), price);
    std::vector<Item> items;
    for (std::ptrdiff_t first = std::max<std::ptrdiff_t>(at - row.begin() - 2, 0); first <= at - row.begin() && first + 2 < std::ssize(row); ++first) {
      std::optional<QuantityRef> count, total;
      for (auto member = row.begin() + first; member != row.begin() + first + 3; ++member) {
        if (*member == price) continue;
        if (!count && is_count(price, *member)) count = *member;
        else if (!total && is_total(price, *member)) total = *member;
      }
      const bool listed = total && *total < price && list_between(*total, price);   // 3.60万元，其中：党员20人，每人1,000元
      if (count && total && !listed) items.push_back({*count, *total});
    }
    const auto times = periods(price);
    if (!times) return;
    std::vector<Relation> products;
    for (const Item& item : items) {
      std::vector<Operand> factors{{price, 1}, {item.count, 1}};
      for (const QuantityRef time : *times) factors.push_back({time, 1});
      Relation product = make_product(document_, item.total, std::move(factors));
      if (product.verdict.status != Status::holds && times->empty()) {   // 70.47万元，按33人算，每人2.14万元
        Relation quotient = make_product(document_, price, {{item.total, 1}, {item.count, 1}});
        if (is_computed(price) || (is_rounded_price(quantity(price), quantity(item.total)) && quotient.verdict.status == Status::holds)) product = std::move(quotient);
      }
      if (product.verdict.status != Status::violated) return relations_.push_back(std::move(product));
      if (is_sure(price, item)) products.push_back(std::move(product));
    }
    if (items.size() == 1 && products.size() == 1) relations_.push_back(std::move(products.front()));
  }

  bool is_count(QuantityRef price, QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    return is_number_of_things(value) && value.role != Role::base && !value.value().is_zero() && counts_what_it_is_of(quantity(price), value);
  }

  bool is_total(QuantityRef price, QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    return is_product_of(quantity(price), value) && is_spent_now(value) && !value.remainder && !value.besides;
  }

  // Words show that the three are one item: it is summed up behind them (计, 共补助) with no name of its own, or it is told
  // first and they alone explain it.
  bool is_sure(QuantityRef price, const Item& item) const {
    const Quantity& amount = quantity(item.total);
    if (amount.label.find(u'付') != std::u16string::npos) return false;   // perhaps not all of it was paid
    if (item.total < item.count && item.total < price) {
      return is_of_the_whole(document_, quantity(price)) && segment(price).size() == 3;
    }
    if (item.total < item.count || item.total < price) return false;
    const bool general = amount.indicator != profile::no_concept && document_.lexicon->vocabulary().concepts[amount.indicator].generic && amount.qualifier.empty();
    return general || facts::content_words(amount.label, *document_.lexicon).size() <= longest_name;
  }

  // 人均 follows from the amount; 每人 is set.
  bool is_computed(QuantityRef price) const { return quantity(price).base.find(u'均') != std::u16string::npos; }

  bool list_between(QuantityRef first, QuantityRef last) const {
    const auto& elements = document_.blocks[first.block].facts->elements;
    return std::any_of(elements.begin() + static_cast<std::ptrdiff_t>(layout_.element(first)), elements.begin() + static_cast<std::ptrdiff_t>(layout_.element(last)), [](const facts::Element& element) {
      return element.kind == ElementKind::announce || element.kind == ElementKind::announce_open || element.kind == ElementKind::announce_partial || element.kind == ElementKind::colon;
    });
  }

  // The amounts, numbers and prices of the clause between semicolons that the price sees, in order.
  std::vector<QuantityRef> segment(QuantityRef price) const {
    const auto& elements = document_.blocks[price.block].facts->elements;
    const auto is_end = [](ElementKind kind) { return kind == ElementKind::semicolon || kind == ElementKind::stop || kind == ElementKind::item; };
    const std::size_t at = layout_.element(price);
    std::size_t first = at, last = at;
    for (int depth = 0; first > 0; --first) {
      const ElementKind kind = elements[first - 1].kind;
      depth += kind == ElementKind::close ? 1 : kind == ElementKind::open && depth > 0 ? -1 : 0;
      if (depth == 0 && is_end(kind)) break;
    }
    for (int depth = 0; last < elements.size(); ++last) {
      const ElementKind kind = elements[last].kind;
      depth += kind == ElementKind::open ? 1 : kind == ElementKind::close && depth > 0 ? -1 : 0;
      if (depth == 0 && is_end(kind)) break;
    }
    std::vector<QuantityRef> row;
    for (std::size_t i = first; i < last; ++i) {
      if (elements[i].kind != ElementKind::quantity) continue;
      const QuantityRef ref{price.block, static_cast<std::uint32_t>(elements[i].value)};
      if (layout_.sees(price, ref) && (ref == price || quantity(ref).role == Role::average || is_count(price, ref) || is_product_of(quantity(price), quantity(ref)))) row.push_back(ref);
    }
    return row;
  }

  // The months or days that a price for each of them is multiplied with; nothing where they are not told.
  std::optional<std::vector<QuantityRef>> periods(QuantityRef price) const {
    const std::u16string& words = quantity(price).base;
    constexpr std::pair<char16_t, std::u16string_view> times[]{{u'月', u"个月"}, {u'天', u"天"}, {u'日', u"天"}};
    std::vector<QuantityRef> found;
    for (const auto& [time, unit] : times) {
      if (words.find(time) == std::u16string::npos || words.find(u"床日") != std::u16string::npos) continue;
      for (std::uint32_t i = 0; i < document_.blocks[price.block].facts->quantities.size(); ++i) {
        const QuantityRef ref{price.block, i};
        const bool told = quantity(ref).kind == UnitKind::duration && quantity(ref).base_unit == unit && quantity(ref).approximation == Approximation::exact;
        if (told && layout_.sentence(ref) == layout_.sentence(price)) found.push_back(ref);
      }
      if (found.size() != 1) return std::nullopt;
      return found;
    }
    return found;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
};

}  // namespace

void link_priced_items(const DocumentView& document, std::vector<Relation>& relations) { PricedItemLinker(document, relations).run(); }

}  // namespace gouji::relations
