// Diagnostics are matched by id, and compared where the edits moved them to.

#include "engine/difference.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

#include "engine/render_outline.h"

namespace gouji::engine {
namespace {

class Hash {
 public:
  template <typename... Values>
  Hash& add(const Values&... values) {
    (one(values), ...);
    return *this;
  }
  std::uint64_t value() const { return value_; }

 private:
  template <typename Value>
  void one(const Value& value) {
    std::uint64_t number = 0;
    if constexpr (std::is_convertible_v<const Value&, std::u16string_view>) number = std::hash<std::u16string_view>()(value);
    else if constexpr (std::is_convertible_v<const Value&, std::string_view>) number = std::hash<std::string_view>()(value);
    else number = static_cast<std::uint64_t>(value);
    value_ = (value_ ^ (number + 0x9E3779B97F4A7C15u)) * 0xD6E8FEB86659FD93u;
    value_ ^= value_ >> 32;
  }
  std::uint64_t value_ = 0xCBF29CE484222325u;
};

class Comparison {
 public:
  explicit Comparison(const std::vector<Shift>& shifts) : shifts_(shifts) {}

  bool same(const Diagnostic& before, const Diagnostic& now) const {
    if (before.severity != now.severity || before.message != now.message || moved(before.range) != now.range) return false;
    if (before.related.size() != now.related.size() || before.fixes.size() != now.fixes.size()) return false;
    for (std::size_t i = 0; i < now.related.size(); ++i) {
      if (before.related[i].message != now.related[i].message || moved(before.related[i].range) != now.related[i].range) return false;
    }
    for (std::size_t i = 0; i < now.fixes.size(); ++i) {
      if (!same(before.fixes[i], now.fixes[i])) return false;
    }
    return true;
  }

 private:
  bool same(const Fix& before, const Fix& now) const {
    if (before.title != now.title || before.edits.size() != now.edits.size()) return false;
    for (std::size_t i = 0; i < now.edits.size(); ++i) {
      if (before.edits[i].text != now.edits[i].text || moved(before.edits[i].range) != now.edits[i].range) return false;
    }
    return true;
  }

  // What is inserted at an edge of a range stands outside of it.
  Range moved(Range range) const {
    for (const Shift& shift : shifts_) {
      const bool empty = range.begin == range.end;
      range.begin = moved(range.begin, shift, true);
      range.end = empty ? range.begin : std::max(range.begin, moved(range.end, shift, false));
    }
    return range;
  }
  static std::uint32_t moved(std::uint32_t at, const Shift& shift, bool begin) {
    if (at < shift.removed.begin || (at == shift.removed.begin && !begin)) return at;
    if (at >= shift.removed.end) return at - (shift.removed.end - shift.removed.begin) + shift.size;
    return begin ? shift.removed.begin + shift.size : shift.removed.begin;
  }

  const std::vector<Shift>& shifts_;
};

}  // namespace

std::uint64_t fingerprint_of_outline(const Analysis& analysis) {
  Hash hash;
  for (const Heading& heading : render_outline(analysis, [](diagnostic::Place) { return Range{}; })) {
    hash.add(heading.parent, heading.level, heading.label, heading.number.value_or(-1), heading.title, heading.part.value_or(""));
  }
  return hash.value();
}

// The numbers of quantities as digits of one number, so that those of blocks can be put together.
QuantityPrint fingerprint_of_quantities(const BlockRecord& record) {
  constexpr std::uint64_t base = 0x9E3779B97F4A7C15u;
  QuantityPrint print;
  for (const facts::Quantity& quantity : record.resolved().quantities) {
    if (quantity.role == facts::Role::cell) continue;
    Hash hash;
    hash.add(quantity.printed, quantity.printed_unit, quantity.exponent, quantity.kind, quantity.approximation, quantity.indicator, quantity.label, quantity.basis,
             quantity.period.kind, quantity.period.year, quantity.qualifier, quantity.topic);
    print = {print.value * base + hash.value(), print.power * base};
  }
  return print;
}

std::uint64_t fingerprint_of_quantities(const Analysis& analysis, const std::vector<QuantityPrint>& blocks) {
  auto value = static_cast<std::uint64_t>(analysis.year);
  for (const QuantityPrint& block : blocks) value = value * block.power + block.value;
  return value;
}

std::uint64_t fingerprint_of_relations(const Analysis& analysis) {
  std::vector<std::uint32_t> first;   // the number of each block's first quantity, as the report counts them
  std::uint32_t count = 0;
  for (const BlockRecord& record : analysis.blocks) {
    first.push_back(count);
    count += static_cast<std::uint32_t>(record.resolved().quantities.size());
  }
  Hash hash;
  const auto add = [&](relations::QuantityRef ref) { hash.add(first[ref.block] + ref.ordinal); };
  for (const relations::Relation& relation : analysis.relations) {
    hash.add(relation.kind, relation.because, relation.verdict.status, relation.verdict.formula, relation.verdict.expected, relation.verdict.difference, relation.comparison, relation.items.size());
    add(relation.result);
    for (const relations::Operand& operand : relation.operands) {
      hash.add(operand.sign);
      add(operand.quantity);
    }
  }
  return hash.value();
}

void tell_difference(const std::vector<Diagnostic>& before, const std::vector<Diagnostic>& now, const std::vector<Shift>& shifts, Update& update) {
  std::unordered_map<std::string_view, const Diagnostic*> known;
  for (const Diagnostic& each : before) known.emplace(each.id, &each);
  const Comparison comparison(shifts);
  std::unordered_set<std::string_view> kept;
  for (const Diagnostic& each : now) {
    const auto found = known.find(each.id);
    if (found == known.end()) update.added.push_back(each);
    else if (!comparison.same(*found->second, each)) update.changed.push_back(each);
    kept.insert(each.id);
  }
  for (const Diagnostic& each : before) {
    if (!kept.contains(each.id)) update.removed.push_back(each.id);
  }
}

}  // namespace gouji::engine
