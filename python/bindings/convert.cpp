// Python str to UTF-16 and back, without ever failing on content.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
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

// Well-formed UTF-8 of the BMP beyond Latin-1 as a str, or null where it is anything else. JSON is long runs of ASCII, which
// compilers widen several bytes at a time: that takes half as long as CPython's decoder.
PyObject* of_basic_plane(std::string_view utf8) {
  const auto length = std::count_if(utf8.begin(), utf8.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
  PyObject* const text = PyUnicode_New(static_cast<Py_ssize_t>(length), 0xFFFF);
  if (text == nullptr) throw py::error_already_set();
  Py_UCS2* const begin = PyUnicode_2BYTE_DATA(text);
  Py_UCS2* out = begin;
  bool beyond_latin = false;   // else CPython wants a narrower kind
  const auto* at = reinterpret_cast<const unsigned char*>(utf8.data());
  const auto* const end = at + utf8.size();
  while (at < end) {
    std::uint64_t eight = 0;
    if (end - at >= 8 && (std::memcpy(&eight, at, 8), (eight & 0x8080808080808080u) == 0)) {
      for (int i = 0; i < 8; ++i) out[i] = at[i];
      out += 8;
      at += 8;
    } else if (*at < 0x80) {
      *out++ = *at++;
    } else if ((*at & 0xF0) == 0xE0 && end - at >= 3) {
      *out++ = static_cast<Py_UCS2>((at[0] & 0x0F) << 12 | (at[1] & 0x3F) << 6 | (at[2] & 0x3F));
      at += 3;
      beyond_latin = true;
    } else if ((*at & 0xE0) == 0xC0 && end - at >= 2) {
      *out++ = static_cast<Py_UCS2>((at[0] & 0x1F) << 6 | (at[1] & 0x3F));
      at += 2;
    } else {
      break;
    }
  }
  if (at == end && out == begin + length && beyond_latin) return text;
  Py_DECREF(text);
  return nullptr;
}

}  // namespace

std::u16string to_utf16(const py::str& text) {
  const auto kind = PyUnicode_KIND(text.ptr());
  const void* data = PyUnicode_DATA(text.ptr());
  const Py_ssize_t length = PyUnicode_GET_LENGTH(text.ptr());
  constexpr Py_ssize_t limit = std::numeric_limits<std::int32_t>::max();
  std::u16string units;
  if (kind == PyUnicode_2BYTE_KIND && length <= limit) {   // nearly every Chinese text: as it is
    const auto* begin = static_cast<const Py_UCS2*>(data);
    if (std::none_of(begin, begin + length, [](Py_UCS2 unit) { return (unit & 0xF800) == 0xD800; })) return {begin, begin + length};
  }
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
  if (utf8.size() > 1000) {
    if (PyObject* const text = of_basic_plane(utf8)) return py::reinterpret_steal<py::str>(text);
  }
  return owned(PyUnicode_DecodeUTF8(utf8.data(), static_cast<Py_ssize_t>(utf8.size()), "replace"));
}

std::string to_utf8(const py::str& text) {
  PyObject* encoded = PyUnicode_AsEncodedString(text.ptr(), "utf-8", "backslashreplace");
  if (encoded == nullptr) throw py::error_already_set();
  return std::string(py::reinterpret_steal<py::bytes>(encoded));
}

}  // namespace gouji::python
