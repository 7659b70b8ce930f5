// The subjects that gather what stands in many blocks: lists, signals of one key, forms of heading numbers.

#pragma once

#include <vector>

#include "checks/subjects.h"
#include "engine/analysis.h"

namespace gouji::engine {

std::vector<checks::EnumerationSubject> enumeration_subjects(const Analysis& analysis);
std::vector<checks::SignalsSubject> signals_subjects(const Analysis& analysis);
std::vector<checks::HeadingFormSubject> heading_form_subjects(const Analysis& analysis);

}  // namespace gouji::engine
