// Numbers the values.

#include "relations/values.h"

#include <numeric>
#include <string_view>
#include <utility>

namespace gouji::relations {
namespace {

/// Without trailing zeros, so that equal values have equal mantissas.
struct Value {
  number::Decimal number;
  std::u16string_view unit;

  bool operator==(const Value& other) const { return number == other.number && unit == other.unit; }
};

/// Numbers values in the order in which they are first asked for.
class Numbering {
 public:
  explicit Numbering(std::size_t most) {
    while (slots_.size() < 2 * most + 2) slots_.resize(2 * slots_.size());
  }

  std::size_t operator()(Value value) {
    std::size_t slot = hash(value) & (slots_.size() - 1);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      if (values_[slots_[slot] - 1] == value) return slots_[slot] - 1;
    }
    values_.push_back(std::move(value));
    slots_[slot] = values_.size();
    return values_.size() - 1;
  }
  std::size_t count() const { return values_.size(); }

 private:
  static std::size_t hash(const Value& value) {
    const auto mantissa = static_cast<std::uint64_t>(value.number.mantissa().small().value_or(0));
    const std::uint64_t unit = value.unit.empty() ? 0 : value.unit.front() * 31u + value.unit.back();
    return static_cast<std::size_t>(((mantissa * 64 + static_cast<std::uint64_t>(value.number.places()) + (unit << 32)) * 0x9E3779B97F4A7C15u) >> 32);
  }

  std::vector<Value> values_;
  std::vector<std::size_t> slots_{0};   // a hash table with open addresses: number + 1
};

}  // namespace

Values::Values(const DocumentView& document) {
  std::size_t quantities = 0;
  for (const BlockView& block : document.blocks) quantities += block.facts->quantities.size();
  Numbering number_of(2 * quantities);
  std::vector<std::size_t> magnitudes;   // of all quantities
  for (const BlockView& block : document.blocks) {
    begins_.push_back(values_.size());
    for (const facts::Quantity& quantity : block.facts->quantities) {
      const number::Decimal value = quantity.value().shortest();
      values_.push_back(number_of({value, quantity.base_unit}));
      magnitudes.push_back(value.is_negative() ? number_of({value.abs(), quantity.base_unit}) : values_.back());
    }
  }
  count_ = number_of.count();
  told_begins_.resize(count_ + 2);   // one place ahead, while told_ is filled
  for (const std::size_t magnitude : magnitudes) ++told_begins_[magnitude + 2];
  std::partial_sum(told_begins_.begin(), told_begins_.end(), told_begins_.begin());
  told_.resize(values_.size());
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    for (std::uint32_t i = 0; i < document.blocks[block].facts->quantities.size(); ++i) told_[told_begins_[magnitudes[begins_[block] + i] + 1]++] = {block, i};
  }
}

}  // namespace gouji::relations
