// The public C++ API of gouji: check a text, write the report as JSON, decode a file's bytes.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/report.h"

namespace gouji {

/// Checks `text` (UTF-16; lone surrogates are read as U+FFFD) and returns everything that was found in it. Never throws
/// on content; thread-safe; reads no file, clock or locale.
///
///   gouji::Report report = gouji::check(u"支出10万元，其中：基本支出6万元，项目支出3万元。");
///   // report.diagnostics[0].code == "sum-mismatch"
Report check(std::u16string text);

/// One entry of `documents` of the JSON contract, without a line end. `path` is written as given; none gives null.
std::string to_json(const Report& report, const std::optional<std::string>& path);

/// What decode_file made of a file's bytes.
struct DecodedFile {
  std::u16string text;    // without BOM; undecodable bytes are U+FFFD
  std::string encoding;   // "utf-8", "utf-16-le", "gb18030", ...
  bool binary = false;    // no text: `text` is empty
};

/// Detects the encoding of `bytes` and decodes them. Never throws on content.
DecodedFile decode_file(std::string_view bytes);

/// Display cells of `text` on a terminal (Unicode TR11, ambiguous characters narrow unless said otherwise).
int display_width(std::u16string_view text, bool ambiguous_is_wide = false);

/// A registered check.
struct CheckInfo {
  std::string code, group, summary;
  Severity severity = Severity::error;
};

/// All checks in order of group and code.
std::vector<CheckInfo> check_catalogue();

std::string_view version();

}  // namespace gouji
