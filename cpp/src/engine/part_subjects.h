// The subjects that tell of parts: headings of the text, and sections of its family.

#pragma once

#include <vector>

#include "checks/subjects.h"
#include "engine/analysis.h"

namespace gouji::engine {

/// Every heading of the text, and the family's sections whose headings have no number.
std::vector<checks::SectionSubject> section_subjects(const Analysis& analysis, const relations::DocumentView& view);

/// Every section of the family that the text may lack or has out of order, and the family's whole text.
std::vector<checks::PartSubject> part_subjects(const Analysis& analysis, const relations::DocumentView& view);

/// 具体情况如下： as the last words of a block, else empty.
text::Range open_colon(const syntax::Block& block);

}  // namespace gouji::engine
