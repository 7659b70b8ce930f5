// UTF-8, read one sequence at a time; internal to the text layer.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gouji::text {

inline constexpr char32_t replacement = 0xFFFD;

/// One well-formed sequence, or the maximal subpart of an ill-formed one (Unicode 15, 3.9 D93b).
struct Utf8Sequence {
  char32_t scalar = replacement;
  std::size_t length = 1;      // in bytes
  bool well_formed = false;
  bool cut = false;            // ill-formed only because the bytes end
};

/// The sequence at `at`, which is less than `bytes.size()`.
inline Utf8Sequence read_utf8(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned { return static_cast<unsigned char>(bytes[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return {lead, 1, true, false};
  if (lead < 0xC2 || lead > 0xF4) return {};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  char32_t scalar = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i == bytes.size()) return {replacement, i, false, true};
    const unsigned next = byte(at + i);
    if (next < low || next > high) return {replacement, i, false, false};
    scalar = (scalar << 6) | (next & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {scalar, length, true, false};
}

/// Where the run of ASCII bytes that starts at `at` ends.
inline std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  std::uint64_t eight = 0;
  while (at + sizeof eight <= bytes.size()) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if (eight & 0x8080808080808080u) break;
    at += sizeof eight;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

/// What bytes are made of when read as UTF-8.
struct Utf8Census {
  std::size_t units = 0;         // UTF-16 units they decode to
  std::size_t two_byte = 0;      // well-formed sequences of two bytes
  std::size_t longer = 0;        // and of three or four
  std::size_t ill_formed = 0;    // maximal subparts, without a cut one at the end
  bool cut = false;              // the bytes end inside a sequence
};
Utf8Census count_utf8(std::string_view bytes);

}  // namespace gouji::text
