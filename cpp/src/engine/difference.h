// What changed between two states of a document, as its readers see it.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/analysis.h"
#include "gouji/document.h"

namespace gouji::engine {

/// One number for each part of a report that says whether it is another than before; positions do not enter.
struct QuantityPrint {
  std::uint64_t value = 0, power = 1;
};
struct Fingerprints {
  std::uint64_t outline = 0, relations = 0, quantities = 0;
};

std::uint64_t fingerprint_of_outline(const Analysis& analysis);
std::uint64_t fingerprint_of_relations(const Analysis& analysis);
QuantityPrint fingerprint_of_quantities(const BlockRecord& record);
std::uint64_t fingerprint_of_quantities(const Analysis& analysis, const std::vector<QuantityPrint>& blocks);

/// `removed` became `size` code points at its begin.
struct Shift {
  Range removed;
  std::uint32_t size = 0;
};

/// Fills `added`, `removed` and `changed` of `update`. `shifts` led from the text of `before` to that of `now`, one after
/// another.
void tell_difference(const std::vector<Diagnostic>& before, const std::vector<Diagnostic>& now, const std::vector<Shift>& shifts, Update& update);

}  // namespace gouji::engine
