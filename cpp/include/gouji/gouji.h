// The public C++ API of gouji: check a text, write the report as JSON, decode a file's bytes.

#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/report.h"

namespace gouji {

namespace parts {
class FamilyModel;
}

/// A profile that cannot be used; `what()` starts with the JSON pointer of the value, "/sections/3/titel: …".
struct ProfileError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A report family: the parts that its reports must contain. Immutable and cheap to copy.
class Profile {
 public:
  /// Reads a profile of the published schema. Throws ProfileError for anything that is none.
  static Profile parse(std::string_view json);
  /// A built-in one ("hunan-10"), or nothing.
  static std::optional<Profile> built_in(std::string_view name);

  const std::string& name() const;
  const parts::FamilyModel& model() const { return *model_; }   // for the library itself

 private:
  explicit Profile(std::shared_ptr<const parts::FamilyModel> model) : model_(std::move(model)) {}
  std::shared_ptr<const parts::FamilyModel> model_;
};

enum class Language { chinese, english };   // of messages; codes are English, quoted text stays as it is

struct CheckOptions {
  std::optional<Profile> profile;   // none: the family is detected from the headings
  Language language = Language::chinese;
};

/// Checks `text` (UTF-16; lone surrogates are read as U+FFFD) and returns everything that was found in it. Never throws
/// on content; thread-safe; reads no file, clock or locale.
///
///   gouji::Report report = gouji::check(u"支出10万元，其中：基本支出6万元，项目支出3万元。");
///   // report.diagnostics[0].code == "sum-mismatch"
Report check(std::u16string text, const CheckOptions& options = {});

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

/// A built-in profile and its JSON.
struct ProfileInfo {
  std::string name, title, title_en;
  std::string_view json;
};

/// All built-in profiles in order of name.
std::vector<ProfileInfo> profiles();

/// An indicator of the built-in vocabulary: its name and the other words for it, UTF-8.
struct IndicatorInfo {
  std::string name;
  std::vector<std::string> synonyms;
  bool generic = false;  // 支出, 预算: of whatever the words around it name
};

/// All indicators of the built-in vocabulary, in its order.
std::vector<IndicatorInfo> indicators();

/// A registered check.
struct CheckInfo {
  std::string code, group, summary, summary_en;
  Severity severity = Severity::error;
};

/// All checks in order of group and code.
std::vector<CheckInfo> check_catalogue();

std::string_view version();

}  // namespace gouji
