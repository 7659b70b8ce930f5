// Finds amounts that contradict a bare "none": 三、政府性基金预算支出情况：无, and an amount of it elsewhere.

#include <algorithm>

#include "parts/find.h"

namespace gouji::parts {
namespace {

// An amount of this year and of the unit itself, that is no plan.
bool contradicts(const relations::DocumentView& document, const facts::Quantity& quantity, std::uint16_t indicator) {
  const bool of_all = quantity.label.starts_with(u"全") || quantity.qualifier.starts_with(u"全");   // 全县政府性基金预算支出
  const bool this_year = quantity.period.kind == facts::PeriodKind::current || quantity.period.kind == facts::PeriodKind::unstated || quantity.period.year == document.year;
  const bool plain = quantity.indicator == indicator && quantity.approximation == facts::Approximation::exact && quantity.role == facts::Role::level;
  const bool of_the_year = quantity.basis != facts::Basis::previous && quantity.basis != facts::Basis::target;
  return plain && this_year && of_the_year && !of_all && !(quantity.number == number::Decimal(0, 0));
}

void find_contradiction(const relations::DocumentView& document, std::uint16_t indicator, Part& none) {
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    if (block >= none.block && block < none.end) continue;
    const auto& quantities = document.blocks[block].facts->quantities;
    const auto found = std::find_if(quantities.begin(), quantities.end(), [&](const facts::Quantity& quantity) { return contradicts(document, quantity, indicator); });
    if (found == quantities.end()) continue;
    none.contradicted = true;
    none.contradicted_by = {block, static_cast<std::uint32_t>(found - quantities.begin())};
    return;
  }
}

}  // namespace

void find_contradictions(const Search& search, Parts& parts) {
  for (Part& part : parts.parts) {
    const std::uint16_t indicator = parts.section(part).indicator;
    const bool told = part.state == PartState::present || part.state == PartState::displaced;
    if (told && part.body.kind == BodyKind::none && indicator != profile::no_concept) find_contradiction(search.document, indicator, part);
  }
}

}  // namespace gouji::parts
