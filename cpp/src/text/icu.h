// ICU's converters and its detector of encodings; internal to the text layer.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gouji::text {

/// Decodes with ICU to well-formed UTF-16; undecodable bytes are U+FFFD. Nothing if ICU does not know the encoding.
std::optional<std::u16string> convert(std::string_view bytes, const std::string& encoding);

/// The encoding ICU's detector is fairly sure of, in lower case, or an empty string. Never UTF-16, UTF-32,
/// EBCDIC, ISO-2022, Japanese or Korean.
std::string guess_encoding(std::string_view bytes);

}  // namespace gouji::text
