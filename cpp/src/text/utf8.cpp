// Conversion between UTF-8 and UTF-16, replacing what is ill-formed.

#include "text/utf8.h"

#include <string>

#include "text/text.h"
#include "text/utf16.h"

namespace gouji::text {
namespace {

/// Writes the bytes of `c` to `out`; returns the place behind them.
char* put_utf8(char* out, char32_t c) {
  const auto put = [&](char32_t byte) { *out++ = static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) return put(c), out;
  if (c < 0x800) {
    put(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      put(0xE0 | (c >> 12));
    } else {
      put(0xF0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3F));
    }
    put(0x80 | ((c >> 6) & 0x3F));
  }
  put(0x80 | (c & 0x3F));
  return out;
}

}  // namespace

Utf8Census count_utf8(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = skip_ascii(bytes, at);
    census.units += end - at;
    at = end;
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80) {
      const Utf8Sequence sequence = read_utf8(bytes, at);
      at += sequence.length;
      census.units += sequence.scalar < 0x10000 ? 1 : 2;
      if (sequence.well_formed) {
        ++(sequence.length == 2 ? census.two_byte : census.longer);
      } else if (sequence.cut) {
        census.cut = true;
      } else {
        ++census.ill_formed;
      }
    }
  }
  return census;
}

std::u16string to_utf16(std::string_view utf8) {
  std::u16string units(count_utf8(utf8).units, u'\0');
  char16_t* out = units.data();
  for (std::size_t at = 0; at < utf8.size();) {
    for (const std::size_t end = skip_ascii(utf8, at); at < end; ++at) *out++ = static_cast<unsigned char>(utf8[at]);
    while (at < utf8.size() && static_cast<unsigned char>(utf8[at]) >= 0x80) {
      const Utf8Sequence sequence = read_utf8(utf8, at);
      at += sequence.length;
      if (sequence.scalar < 0x10000) {
        *out++ = static_cast<char16_t>(sequence.scalar);
      } else {
        *out++ = static_cast<char16_t>(0xD7C0 + (sequence.scalar >> 10));
        *out++ = static_cast<char16_t>(0xDC00 | (sequence.scalar & 0x3FF));
      }
    }
  }
  return units;
}

std::string to_utf8(std::u16string_view units) {
  std::size_t size = 0;   // without surrogates exact, else an upper bound
  for (const char16_t unit : units) size += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  std::string out(size, '\0');
  char* end = out.data();
  for (std::size_t at = 0; at < units.size();) {
    const char16_t unit = units[at];
    if (unit < 0x80) {
      *end++ = static_cast<char>(unit);
      ++at;
    } else if (unit >= 0x800 && !is_surrogate(unit)) {   // Han characters
      *end++ = static_cast<char>(0xE0 | (unit >> 12));
      *end++ = static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
      *end++ = static_cast<char>(0x80 | (unit & 0x3F));
      ++at;
    } else {
      end = put_utf8(end, next_code_point(units, at));
    }
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
  return out;
}

}  // namespace gouji::text
