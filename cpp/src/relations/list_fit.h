// Whether a list that does not add up is a mistake: what says that it is complete, what else its marks allow, one slip.

#pragma once

#include <vector>

#include "relations/part_list.h"

namespace gouji::relations {

/// Something says that the parts are all there are: words, their number, 其余 at the end, two halves, shares of 100 %, an
/// identity.
bool is_whole_list(const DocumentView& document, const PartList& list);

/// The vocabulary knows the parts as all the parts of this total.
bool is_identity_list(const DocumentView& document, const PartList& list);

/// Other parts that the marks of the list's sentence allow: one amount for each clause, or for each segment between
/// semicolons, up to a mark above them; an amount that sums up the parts before it stands for them.
std::vector<std::vector<QuantityRef>> other_readings(const DocumentView& document, const PartList& list);

/// Another measure that the list tells of each part adds up: 36批次、250人次，其中省级14批次、110人次，….
bool holds_beside(const DocumentView& document, const Relation& sum);

/// The sum would hold if one member were what one slip of the hand made of it. Round figures tell nothing.
bool is_one_slip_away(const DocumentView& document, const Relation& sum);

}  // namespace gouji::relations
