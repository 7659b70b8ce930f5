// Writes reports in the JSON contract.

#pragma once

#include <optional>
#include <string>

#include "gouji/document.h"
#include "gouji/report.h"

namespace gouji::json {

std::string write_update(const Update& update);
std::string write_report(const Report& report, const std::optional<std::string>& path);

}  // namespace gouji::json
