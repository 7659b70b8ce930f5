// Decoding of files and the width of text on a terminal.

#include <pybind11/stl.h>

#include <string>
#include <string_view>
#include <tuple>

#include "bind.h"
#include "gouji/gouji.h"

namespace gouji::python {
namespace {

std::tuple<py::str, py::str, bool> decode(const py::bytes& data) {
  const std::string_view bytes = data;
  DecodedFile file;
  {
    const py::gil_scoped_release released;  // `data` is immutable and held by the caller
    file = decode_file(bytes);
  }
  return {to_str(file.text), to_str(file.encoding), file.binary};
}

int width(const py::str& text, bool ambiguous_is_wide) { return display_width(to_utf16(text), ambiguous_is_wide); }

}  // namespace

void bind_text(py::module_& module) {
  module.def("decode", decode, py::arg("data"),
             "The bytes of a file as (text without BOM, encoding, whether they are binary and the text is empty).");
  module.def("display_width", width, py::arg("text"), py::arg("ambiguous_is_wide") = false,
             "Terminal cells of `text`: 2 for a wide character, 0 for a combining mark, else 1.");
}

}  // namespace gouji::python
