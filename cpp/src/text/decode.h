// Bytes of a file to UTF-16: detection of the encoding, and decoding that never fails on text.

#pragma once

#include <string>
#include <string_view>

namespace gouji::text {

/// What `decode` made of a file's bytes.
struct Decoded {
  std::u16string units;     // well-formed, without BOM; undecodable bytes and lone surrogates are U+FFFD
  std::string encoding;     // "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030", or another IANA name in lower
                            // case such as "big5"; empty if binary
  bool binary = false;      // no text: NUL, many control characters, or no encoding fits; `units` is empty
};

/// Never throws on content. The first that fits wins:
///
/// 1. A BOM: UTF-8, UTF-16 LE or BE. What begins as UTF-32, zip (docx, xlsx), PDF or an old Office file is binary.
/// 2. UTF-8, also cut inside a character, or with ill-formed sequences beside at least twice as many of three or four
///    bytes. Empty and ASCII bytes are UTF-8. Bytes that are UTF-8 by chance are not: `C4 BF C2 BC` is 目录 in GBK, not
///    `Ŀ¼`.
/// 3. GB18030 if most of its characters are everyday ones (GB 2312 level 1); also cut, or with a few ill-formed bytes.
/// 4. UTF-16 without BOM if four fifths of the units in one byte order are Han, ASCII or usual symbols. Fewer than four
///    Han and nothing else are too little to tell it from GBK.
/// 5. What ICU's detector is fairly sure of; then GB18030 or UTF-8 if nearly all of it can be decoded.
///
/// Bytes with a NUL or many control bytes are UTF-16 or binary, as no other encoding has them.
Decoded decode(std::string_view bytes);

}  // namespace gouji::text
