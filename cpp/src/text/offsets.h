// Positions in a text: UTF-16 units, code points and bytes are three types that never mix.

#pragma once

#include <compare>
#include <cstdint>

namespace gouji::text {

/// Index of a UTF-16 code unit in a text (or, in `syntax` and later, in a block).
struct Utf16Offset {
  std::uint32_t value = 0;
  auto operator<=>(const Utf16Offset&) const = default;
};

/// Index of a code point in a text; what Python strings and the JSON contract count in.
struct CodePointOffset {
  std::uint32_t value = 0;
  auto operator<=>(const CodePointOffset&) const = default;
};

/// Index of a byte in an encoded file.
struct ByteOffset {
  std::uint64_t value = 0;
  auto operator<=>(const ByteOffset&) const = default;
};

/// Half-open range of UTF-16 units.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Range&) const = default;
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
};

}  // namespace gouji::text
