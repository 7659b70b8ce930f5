// The public C++ API over the layers.

#include "gouji/gouji.h"

#include "checks/check.h"
#include "engine/analysis.h"
#include "engine/render.h"
#include "gouji/version.h"
#include "json/report.h"
#include "json/vocabulary.h"
#include "text/decode.h"
#include "text/text.h"

namespace gouji {

Report check(std::u16string text) {
  const profile::Lexicon& lexicon = json::built_in_lexicon();
  return engine::render(engine::analyze(std::move(text), lexicon), lexicon);
}

std::string to_json(const Report& report, const std::optional<std::string>& path) { return json::write_report(report, path); }

DecodedFile decode_file(std::string_view bytes) {
  text::Decoded decoded = text::decode(bytes);
  return {std::move(decoded.units), std::move(decoded.encoding), decoded.binary};
}

int display_width(std::u16string_view text, bool ambiguous_is_wide) { return static_cast<int>(text::display_width(text, ambiguous_is_wide)); }

std::vector<CheckInfo> check_catalogue() {
  std::vector<CheckInfo> infos;
  for (const auto& [group, check] : checks::registry()) {
    infos.push_back({std::string(check->code), std::string(group), std::string(check->summary), static_cast<Severity>(check->severity)});
  }
  return infos;
}

std::string_view version() { return GOUJI_VERSION; }

}  // namespace gouji
