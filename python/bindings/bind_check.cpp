// Checking a text, and the list of checks.

#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "bind.h"
#include "gouji/gouji.h"

namespace gouji::python {
namespace {

using CheckRow = std::tuple<py::str, py::str, py::str, py::str>;

const char* name(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: break;
  }
  return "info";
}

py::str check_json(const py::str& text, const std::optional<py::str>& path) {
  std::u16string units = to_utf16(text);
  std::optional<std::string> shown_path;
  if (path) shown_path = to_utf8(*path);
  std::string entry;
  {
    const py::gil_scoped_release released;
    entry = to_json(check(std::move(units)), shown_path);
  }
  return to_str(entry);
}

std::vector<CheckRow> list_checks() {
  std::vector<CheckRow> rows;
  for (const CheckInfo& info : check_catalogue()) {
    rows.emplace_back(to_str(info.code), to_str(info.group), name(info.severity), to_str(info.summary));
  }
  return rows;
}

}  // namespace

void bind_check(py::module_& module) {
  module.def("check_json", check_json, py::arg("text"), py::arg("path") = py::none(),
             "Check a text; one entry of `documents` of the JSON contract, positions in code points of `text`.");
  module.def("checks", list_checks, "All checks as (code, group, severity, summary).");
}

}  // namespace gouji::python
