// Numbers the values.

#include "relations/values.h"

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

Values::Values(const DocumentView& document) : values_(document.blocks.size()) {
  std::unordered_map<Value, std::size_t, ValueHash> seen;
  for (std::size_t block = 0; block < values_.size(); ++block) {
    const auto& quantities = document.blocks[block].facts->quantities;
    values_[block].reserve(quantities.size());
    for (const facts::Quantity& quantity : quantities) values_[block].push_back(seen.try_emplace({quantity.value().shortest(), quantity.base_unit}, seen.size()).first->second);
  }
  count_ = seen.size();
}

}  // namespace gouji::relations
