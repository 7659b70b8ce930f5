// Python str to UTF-16 and back, without ever failing on content.

#include <bit>
#include <cstdint>
#include <limits>

#include "bind.h"

namespace gouji::python {
namespace {

// A Python str may hold a high and a low surrogate side by side as two code points. In UTF-16 they would join to one
// character and shift every later offset, so every surrogate is written as a low one: low ones never join.
constexpr char16_t lone_surrogate = 0xDC00;

void append(std::u16string& units, Py_UCS4 code_point) {
  if (code_point >= 0x10000) {
    const Py_UCS4 rest = code_point - 0x10000;
    units.push_back(static_cast<char16_t>(0xD800 + (rest >> 10)));
    units.push_back(static_cast<char16_t>(0xDC00 + (rest & 0x3FF)));
  } else if (code_point >= 0xD800 && code_point <= 0xDFFF) {
    units.push_back(lone_surrogate);
  } else {
    units.push_back(static_cast<char16_t>(code_point));
  }
}

py::str owned(PyObject* text) {
  if (text == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(text);
}

}  // namespace

std::u16string to_utf16(const py::str& text) {
  const auto kind = PyUnicode_KIND(text.ptr());
  const void* data = PyUnicode_DATA(text.ptr());
  const Py_ssize_t length = PyUnicode_GET_LENGTH(text.ptr());
  constexpr Py_ssize_t limit = std::numeric_limits<std::int32_t>::max();
  std::u16string units;
  if (length <= limit) units.reserve(static_cast<std::size_t>(length));
  for (Py_ssize_t i = 0; i < length && units.size() <= limit; ++i) append(units, PyUnicode_READ(kind, data, i));
  if (units.size() > limit) throw py::value_error("the text is longer than 2147483647 UTF-16 units");
  return units;
}

py::str to_str(std::u16string_view units) {
  int order = std::endian::native == std::endian::little ? -1 : 1;
  const auto* bytes = reinterpret_cast<const char*>(units.data());
  const auto size = static_cast<Py_ssize_t>(units.size() * sizeof(char16_t));
  return owned(PyUnicode_DecodeUTF16(bytes, size, "replace", &order));
}

py::str to_str(std::string_view utf8) {
  return owned(PyUnicode_DecodeUTF8(utf8.data(), static_cast<Py_ssize_t>(utf8.size()), "replace"));
}

std::string to_utf8(const py::str& text) {
  PyObject* encoded = PyUnicode_AsEncodedString(text.ptr(), "utf-8", "backslashreplace");
  if (encoded == nullptr) throw py::error_already_set();
  return std::string(py::reinterpret_steal<py::bytes>(encoded));
}

}  // namespace gouji::python
