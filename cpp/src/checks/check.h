// A check: code that turns one subject into diagnostics. Adding one is adding one file to checks/<group>/.

#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "checks/subjects.h"
#include "diagnostic/collector.h"

namespace gouji::checks {

using diagnostic::Collector;
using diagnostic::Severity;

using BlockCheck = void (*)(const BlockSubject&, Collector&);
using SiblingsCheck = void (*)(const SiblingsSubject&, Collector&);
using RelationCheck = void (*)(const RelationSubject&, Collector&);
using SectionCheck = void (*)(const SectionSubject&, Collector&);
using PartCheck = void (*)(const PartSubject&, Collector&);
using EnumerationCheck = void (*)(const EnumerationSubject&, Collector&);
using SignalsCheck = void (*)(const SignalsSubject&, Collector&);
using HeadingFormCheck = void (*)(const HeadingFormSubject&, Collector&);
using Run = std::variant<BlockCheck, SiblingsCheck, RelationCheck, SectionCheck, PartCheck, EnumerationCheck, SignalsCheck, HeadingFormCheck>;

inline Run on_block(BlockCheck run) { return run; }
inline Run on_siblings(SiblingsCheck run) { return run; }
inline Run on_relation(RelationCheck run) { return run; }
inline Run on_section(SectionCheck run) { return run; }
inline Run on_part(PartCheck run) { return run; }
inline Run on_enumeration(EnumerationCheck run) { return run; }
inline Run on_signals(SignalsCheck run) { return run; }
inline Run on_heading_form(HeadingFormCheck run) { return run; }

struct Check {
  std::string_view code;      // names the defect; the file is the code with underscores
  std::string_view summary;   // one sentence: what must hold
  Severity severity = Severity::error;   // the gravest it reports
  Run run;
  std::optional<Run> also = std::nullopt;  // a second kind of subject
};

struct RegisteredCheck {
  std::string_view group;
  const Check* check = nullptr;
};

/// All checks, in order of group and code.
const std::vector<RegisteredCheck>& registry();

}  // namespace gouji::checks
