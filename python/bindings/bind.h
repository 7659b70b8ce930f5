// The registrars of gouji._core, one per topic, and the conversions of text that they share.

#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <string_view>

namespace gouji::python {

namespace py = pybind11;

void bind_check(py::module_& module);
void bind_document(py::module_& module);
void bind_text(py::module_& module);

/// UTF-16 of a str that may hold lone surrogates. Every lone surrogate comes out as a lone one, also beside another:
/// n code points stay n code points. Throws ValueError for a text over 2^31 - 1 UTF-16 units.
std::u16string to_utf16(const py::str& text);

/// The str of UTF-16 or UTF-8 from the core; what would be ill-formed becomes U+FFFD.
py::str to_str(std::u16string_view units);
py::str to_str(std::string_view utf8);

/// UTF-8 of a str; a lone surrogate is written as its escape, "\udcff".
std::string to_utf8(const py::str& text);

}  // namespace gouji::python
