// Numbers the values.

#include "relations/values.h"

#include <numeric>
#include <string_view>
#include <unordered_map>

namespace gouji::relations {
namespace {

/// Without trailing zeros, so that equal values have equal mantissas.
struct Value {
  number::Decimal number;
  std::u16string_view unit;

  bool operator==(const Value& other) const { return number == other.number && unit == other.unit; }
};

struct ValueHash {
  std::size_t operator()(const Value& value) const {
    const auto mantissa = static_cast<std::size_t>(value.number.mantissa().small().value_or(0));
    const std::size_t unit = value.unit.empty() ? 0 : value.unit.front() * 31u + value.unit.back();
    return (mantissa * 64 + static_cast<std::size_t>(value.number.places()) + (unit << 32)) * 0x9E3779B97F4A7C15u;
  }
};

}  // namespace

Values::Values(const DocumentView& document) {
  std::unordered_map<Value, std::size_t, ValueHash> seen;
  const auto number_of = [&](const number::Decimal& value, const facts::Quantity& quantity) { return seen.try_emplace({value, quantity.base_unit}, seen.size()).first->second; };
  std::vector<std::size_t> magnitudes;   // of all quantities
  for (const BlockView& block : document.blocks) {
    begins_.push_back(values_.size());
    for (const facts::Quantity& quantity : block.facts->quantities) {
      const number::Decimal value = quantity.value().shortest();
      values_.push_back(number_of(value, quantity));
      magnitudes.push_back(value.is_negative() ? number_of(value.abs(), quantity) : values_.back());
    }
  }
  count_ = seen.size();
  told_begins_.resize(count_ + 2);   // one place ahead, while told_ is filled
  for (const std::size_t magnitude : magnitudes) ++told_begins_[magnitude + 2];
  std::partial_sum(told_begins_.begin(), told_begins_.end(), told_begins_.begin());
  told_.resize(values_.size());
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    for (std::uint32_t i = 0; i < document.blocks[block].facts->quantities.size(); ++i) told_[told_begins_[magnitudes[begins_[block] + i] + 1]++] = {block, i};
  }
}

}  // namespace gouji::relations
