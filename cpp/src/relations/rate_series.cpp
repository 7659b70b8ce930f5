// Rates told in a row: 权重为15分、25分，得13.5分、21.8分，得分率依次为90%、87.2%.

#include <algorithm>

#include "relations/rate_linker.h"

namespace gouji::relations {

using facts::Approximation;
using facts::ElementKind;
using facts::Quantity;

namespace {

constexpr int sentences_of_rows = 1;   // back to the amounts
constexpr std::size_t most_rows = 3;

}  // namespace

/// The last amounts before `ref` of as many as `length` of one measure each, nearest row first, in their order. A total that is
/// told between two rows belongs to neither.
std::vector<RateLinker::Refs> RateLinker::runs_before(QuantityRef ref, std::size_t length) const {
  std::vector<Refs> rows;
  Refs row;
  const auto end_row = [&] {
    if (row.size() == length) rows.emplace_back(row.rbegin(), row.rend());
    row.clear();
  };
  const facts::Facts& facts = *document_.blocks[ref.block].facts;
  for (const QuantityRef before : finder_.layout().before(ref, sentences_of_rows)) {
    if (rows.size() == most_rows) break;
    const Quantity& value = quantity(before);
    const bool amount = !is_percentage(value) && value.approximation == Approximation::exact;
    if (!row.empty()) {
      const std::size_t here = finder_.layout().element(before);
      const bool joined = amount && same_measure(value, quantity(row.front())) && here + 1 < facts.elements.size() && facts.elements[here + 1].kind == ElementKind::pause;
      if (!joined) end_row();
    }
    if (amount) row.push_back(before);
  }
  end_row();
  return rows;
}

// Each rate is of the amount at its place; the base is at the same place of the row before, or is what was planned of the same thing.
void RateLinker::link_series(QuantityRef first) {
  const auto& quantities = document_.blocks[first.block].facts->quantities;
  std::uint32_t length = 1;
  while (first.ordinal + length < quantities.size() && quantities[first.ordinal + length].series == static_cast<int>(length)) ++length;
  if (length < 2) return;
  const std::vector<Refs> rows = runs_before(first, length);
  const auto tie_rows = [&](const Refs& parts, const Refs& bases) {
    std::vector<Relation> made;
    for (std::uint32_t i = 0; i < length; ++i) {
      if (!usable({parts[i], bases[i]})) return false;
      made.push_back(make({first.block, first.ordinal + i}, {parts[i], bases[i]}, false));
    }
    const auto good = std::count_if(made.begin(), made.end(), [](const Relation& each) { return each.verdict.status != Status::violated; });
    if (good + 1 < static_cast<std::ptrdiff_t>(length) || good == 0) return false;
    for (Relation& each : made) relations_.push_back(std::move(each));
    return true;
  };
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    if (tie_rows(rows[i], rows[i + 1])) return;
  }
  Refs amounts;   // 甲支出418万元，乙支出192万元，执行率分别为98%、100%
  for (const QuantityRef before : finder_.layout().before(first, sentences_of_rows)) {
    if (is_stated(quantity(before)) && !is_percentage(quantity(before)) && (amounts.empty() || same_measure(quantity(before), quantity(amounts.front())))) amounts.push_back(before);
  }
  std::reverse(amounts.begin(), amounts.end());
  for (std::uint32_t i = 0; i < length && amounts.size() >= length; ++i) {
    const QuantityRef rate{first.block, first.ordinal + i};
    for (std::size_t from = 0; from + length <= amounts.size(); ++from) {
      const auto told = own_bases(rate, amounts[from + i]);
      if (link_first(rate, pairs({amounts[from + i]}, refs_of(told)))) break;
    }
  }
}

}  // namespace gouji::relations
