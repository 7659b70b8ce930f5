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

using CheckRow = std::tuple<py::str, py::str, py::str, py::str, py::str>;
using IndicatorRow = std::tuple<py::str, std::vector<py::str>, bool>;
using ProfileRow = std::tuple<py::str, py::str, py::str, py::str>;

const char* name(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: break;
  }
  return "info";
}

Profile parse_profile(const py::str& json) {
  const std::string bytes = to_utf8(json);
  const py::gil_scoped_release released;
  return Profile::parse(bytes);
}

Profile built_in_profile(const py::str& name) {
  if (std::optional<Profile> profile = Profile::built_in(to_utf8(name))) return *profile;
  throw py::key_error(to_utf8(name));
}

py::str check_json(const py::str& text, const std::optional<py::str>& path, const std::optional<Profile>& profile, const py::str& language) {
  std::u16string units = to_utf16(text);
  std::optional<std::string> shown_path;
  if (path) shown_path = to_utf8(*path);
  const CheckOptions options{profile, to_utf8(language) == "en" ? Language::english : Language::chinese};
  std::string entry;
  {
    const py::gil_scoped_release released;
    entry = to_json(check(std::move(units), options), shown_path);
  }
  return to_str(entry);
}

std::vector<ProfileRow> list_profiles() {
  std::vector<ProfileRow> rows;
  for (const ProfileInfo& info : profiles()) rows.emplace_back(to_str(info.name), to_str(info.title), to_str(info.title_en), to_str(info.json));
  return rows;
}

std::vector<IndicatorRow> list_indicators() {
  std::vector<IndicatorRow> rows;
  for (const IndicatorInfo& info : indicators()) {
    std::vector<py::str> synonyms;
    for (const std::string& synonym : info.synonyms) synonyms.push_back(to_str(synonym));
    rows.emplace_back(to_str(info.name), std::move(synonyms), info.generic);
  }
  return rows;
}

std::vector<CheckRow> list_checks() {
  std::vector<CheckRow> rows;
  for (const CheckInfo& info : check_catalogue()) {
    rows.emplace_back(to_str(info.code), to_str(info.group), name(info.severity), to_str(info.summary), to_str(info.summary_en));
  }
  return rows;
}

}  // namespace

void bind_check(py::module_& module) {
  py::register_exception<ProfileError>(module, "ProfileError", PyExc_ValueError);
  py::class_<Profile>(module, "Profile", "A report family: the parts that its reports must contain. Immutable.")
      .def(py::init(&parse_profile), py::arg("json"), "Read a profile; raises ProfileError, whose message starts with a JSON pointer.")
      .def_static("built_in", built_in_profile, py::arg("name"), "The built-in profile of that name; raises KeyError.")
      .def_property_readonly("name", [](const Profile& profile) { return to_str(profile.name()); });
  module.def("check_json", check_json, py::arg("text"), py::arg("path") = py::none(), py::arg("profile") = py::none(), py::arg("language") = "zh",
             "Check a text; one entry of `documents` of the JSON contract, positions in code points of `text`. Without a profile the family is detected.");
  module.def("checks", list_checks, "All checks as (code, group, severity, summary, English summary).");
  module.def("indicators", list_indicators, "All indicators of the built-in vocabulary as (name, other words for it, whether it is one of whatever the words around it name).");
  module.def("profiles", list_profiles, "All built-in profiles as (name, title, English title, JSON).");
}

}  // namespace gouji::python
