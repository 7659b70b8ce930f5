// Other readings of a part list that its marks allow.

#include <algorithm>

#include "relations/layout.h"
#include "relations/list_fit.h"
#include "relations/match.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;

namespace {

using Row = std::vector<QuantityRef>;

constexpr std::int64_t most_summed = 6;

// 上述两类即为388.50万元: how many amounts before it one amount sums up, or 0.
std::size_t summed_up(const facts::Facts& facts, std::uint32_t ordinal) {
  if (ordinal == 0) return 0;
  const Quantity& number = facts.quantities[ordinal - 1];
  if (number.kind != profile::UnitKind::count || number.number.places() != 0) return 0;
  constexpr std::u16string_view summing[]{u"共", u"合计", u"总计", u"即", u"之和", u"小计"};
  const bool refers_back = number.label.ends_with(u"上述") || number.label.ends_with(u"以上") || number.label.ends_with(u"前");
  if (!refers_back && std::none_of(std::begin(summing), std::end(summing), [&](std::u16string_view word) { return number.after.find(word) != std::u16string::npos; })) return 0;
  for (std::int64_t n = 2; n <= most_summed; ++n) {
    if (number.value() == number::Decimal(n, 0)) return static_cast<std::size_t>(n);
  }
  return 0;
}

class Reader {
 public:
  Reader(const DocumentView& document, const PartList& list) : document_(document), list_(list), facts_(*document.blocks[list.parts.front().block].facts) {}

  Row heads(ElementKind rank) { return read(document_.layout->element(list_.parts.front()), rank); }

  std::vector<Row> run() {
    const std::size_t first = document_.layout->element(list_.parts.front());
    read(first, ElementKind::pause);
    const Row clauses = read(first, ElementKind::comma), segments = read(first, ElementKind::semicolon);
    if (clauses != segments && ends_at_semicolon(first)) add({list_.parts.front()});   // 其中甲净值3万元；乙原值4万元，折旧1万元
    return std::move(rows_);
  }

 private:
  QuantityRef ref(const Element& element) const { return {list_.parts.front().block, static_cast<std::uint32_t>(element.value)}; }

  // One amount for each piece between marks of `rank` or above it.
  Row read(std::size_t first, ElementKind rank) {
    Row row;
    ElementKind between = ElementKind::pause;   // the highest mark between the first two parts
    bool piece_has_part = false;
    int depth = 0;
    for (std::size_t i = first; i < facts_.elements.size(); ++i) {
      const Element& element = facts_.elements[i];
      if (element.kind == ElementKind::open) ++depth;
      if (element.kind == ElementKind::close && --depth < 0) break;
      if (depth > 0) continue;
      if (element.kind == ElementKind::stop || element.kind == ElementKind::item || element.kind == ElementKind::et_cetera || element.kind == ElementKind::besides) break;
      const bool mark = element.kind >= ElementKind::pause && element.kind < ElementKind::stop;
      if (mark && row.size() == 1) between = std::max(between, element.kind);
      if (mark && row.size() >= 2 && element.kind > between) add(row);
      if (mark && element.kind >= rank) piece_has_part = false;
      if (element.kind != ElementKind::quantity || piece_has_part) continue;
      const Quantity& value = document_.quantity(ref(element));
      if (!row.empty() && !can_add(document_, document_.quantity(*list_.total), value)) continue;
      if (const std::size_t number = summed_up(facts_, ref(element).ordinal); number > 0 && number <= row.size()) row.resize(row.size() - number);
      row.push_back(ref(element));
      piece_has_part = true;
    }
    add(row);
    return row;
  }

  bool ends_at_semicolon(std::size_t first) const {
    for (std::size_t i = first + 1; i < facts_.elements.size(); ++i) {
      if (facts_.elements[i].kind >= ElementKind::pause && facts_.elements[i].kind <= ElementKind::stop) return facts_.elements[i].kind == ElementKind::semicolon;
    }
    return false;
  }

  void add(const Row& row) {
    if (!row.empty() && row != list_.parts && std::find(rows_.begin(), rows_.end(), row) == rows_.end()) rows_.push_back(row);
  }

  const DocumentView& document_;
  const PartList& list_;
  const facts::Facts& facts_;
  std::vector<Row> rows_;
};

}  // namespace

std::vector<Row> other_readings(const DocumentView& document, const PartList& list) {
  const std::uint32_t block = list.parts.front().block;
  const bool in_one_block = std::all_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return part.block == block; });
  const bool forward = *list.total < list.parts.front();
  if (!in_one_block || !forward || list.style != syntax::MarkerStyle::none) return {};
  return Reader(document, list).run();
}

Row heads_of_pieces(const DocumentView& document, QuantityRef total, QuantityRef first, ElementKind rank) {
  PartList list;
  list.total = total;
  list.parts = {first};
  return Reader(document, list).heads(rank);
}

}  // namespace gouji::relations
