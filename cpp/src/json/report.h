// Writes reports in the JSON contract.

#pragma once

#include <optional>
#include <string>

#include "gouji/report.h"

namespace gouji::json {

std::string write_report(const Report& report, const std::optional<std::string>& path);

}  // namespace gouji::json
