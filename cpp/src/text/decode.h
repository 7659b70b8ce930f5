// Bytes of a file to UTF-16: detection of the encoding, and decoding that never fails on text.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gouji::text {

/// What `decode` made of a file's bytes.
struct Decoded {
  std::u16string units;     // without BOM; undecodable bytes are U+FFFD
  std::string encoding;     // "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030", or another IANA name in lower case
  bool binary = false;      // the bytes are no text (NUL bytes or many control characters); `units` is empty
};

/// Detects in this order: BOM (UTF-8, UTF-16 LE/BE, UTF-32 is refused as binary), strict UTF-8, UTF-16 by statistics
/// (line ends, ASCII digits and CJK units in one byte order), strict GB18030, ICU's detector as the tie-breaker.
/// Bytes that are nearly UTF-8 (few ill-formed sequences beside valid multi-byte ones) are decoded as UTF-8 with
/// U+FFFD. Never throws on content.
Decoded decode(std::string_view bytes);

}  // namespace gouji::text
