// A text that is being edited.

#include <pybind11/stl.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "bind.h"
#include "gouji/document.h"

namespace gouji::python {
namespace {

using EditRow = std::tuple<py::int_, py::int_, py::str>;

CheckOptions options_of(const std::optional<Profile>& profile, const py::str& language) { return {profile, to_utf8(language) == "en" ? Language::english : Language::chinese}; }

std::unique_ptr<Document> make(const py::str& text, const std::optional<Profile>& profile, const py::str& language) {
  std::u16string units = to_utf16(text);
  const CheckOptions options = options_of(profile, language);
  const py::gil_scoped_release released;
  return std::make_unique<Document>(std::move(units), options);
}

std::uint32_t offset(const py::int_& number) {
  int overflow = 0;
  const long long value = PyLong_AsLongLongAndOverflow(number.ptr(), &overflow);
  if (overflow != 0 || value < 0 || value > 0x7FFFFFFF) throw py::value_error("an edit outside the text");
  return static_cast<std::uint32_t>(value);
}

py::str edit_json(Document& document, const std::vector<EditRow>& rows, bool utf16) {
  std::vector<TextEdit> edits;
  for (const auto& [begin, end, text] : rows) edits.push_back({{offset(begin), offset(end)}, to_utf16(text)});
  std::string answer;
  {
    const py::gil_scoped_release released;
    answer = to_json(document.apply(edits, utf16 ? Offsets::utf16 : Offsets::code_points));
  }
  return to_str(answer);
}

std::tuple<std::uint64_t, py::str, py::str> snapshot(const Document& document) {
  std::shared_ptr<const Snapshot> state;
  std::string report;
  {
    const py::gil_scoped_release released;
    state = document.snapshot();
    report = to_json(state->report, std::nullopt);
  }
  return {state->revision, to_str(state->text), to_str(report)};
}

std::uint64_t revision(const Document& document) {
  const py::gil_scoped_release released;   // an edit in another thread may hold the document's lock
  return document.revision();
}

py::str text_of(const Document& document) {
  std::u16string text;
  {
    const py::gil_scoped_release released;
    text = document.text();
  }
  return to_str(text);
}

}  // namespace

void bind_document(py::module_& module) {
  py::class_<Document>(module, "Document", "A text that is edited, with its report. One thread edits, any number may read.")
      .def(py::init(&make), py::arg("text"), py::arg("profile") = py::none(), py::arg("language") = "zh", "Check a text that will be edited.")
      .def("edit_json", edit_json, py::arg("edits"), py::arg("utf16") = false,
           "Apply (begin, end, text) edits of the text before them; what they changed, as JSON. Positions are code points, or UTF-16 units.")
      .def("snapshot", snapshot, "The state after the last edit as (revision, text, report as JSON).")
      .def_property_readonly("revision", revision)
      .def_property_readonly("text", text_of);
}

}  // namespace gouji::python
