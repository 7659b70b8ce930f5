// The public C++ API over the layers.

#include "gouji/gouji.h"

#include "api/settings.h"
#include "checks/check.h"
#include "engine/analysis.h"
#include "engine/render.h"
#include "gouji/version.h"
#include "json/family.h"
#include "json/messages.h"
#include "json/report.h"
#include "json/vocabulary.h"
#include "text/decode.h"
#include "text/text.h"

namespace gouji {
namespace {

using Model = std::shared_ptr<const parts::FamilyModel>;

Model model_of(profile::Family family) {
  return std::make_shared<const parts::FamilyModel>(std::move(family), json::built_in_lexicon().vocabulary().parts);
}

const std::vector<Model>& built_in_models() {
  static const std::vector<Model> models = [] {
    std::vector<Model> all;
    for (const json::BuiltInFamily& each : json::built_in_families()) all.push_back(model_of(each.family));
    return all;
  }();
  return models;
}

const parts::Families& families() {
  static const parts::Families all = [] {
    parts::Families pointers;
    for (const Model& model : built_in_models()) pointers.push_back(model.get());
    return pointers;
  }();
  return all;
}

}  // namespace

Profile Profile::parse(std::string_view json) {
  try {
    return Profile(model_of(json::parse_family(json)));
  } catch (const json::DataError& error) {
    throw ProfileError(error.what());
  }
}

std::optional<Profile> Profile::built_in(std::string_view name) {
  for (const Model& model : built_in_models()) {
    if (model->family().name == name) return Profile(model);
  }
  return std::nullopt;
}

const std::string& Profile::name() const { return model_->family().name; }

engine::Settings settings_of(const CheckOptions& options) {
  const diagnostic::Translations* translations = options.language == Language::english ? &json::english_messages() : nullptr;
  return {json::built_in_lexicon(), families(), options.profile ? &options.profile->model() : nullptr, translations};
}

Report check(std::u16string text, const CheckOptions& options) {
  const engine::Settings settings = settings_of(options);
  return engine::render(engine::analyze(std::move(text), settings), settings);
}

std::vector<ProfileInfo> profiles() {
  std::vector<ProfileInfo> infos;
  for (const json::BuiltInFamily& each : json::built_in_families()) infos.push_back({each.family.name, text::to_utf8(each.family.title), each.family.title_en, each.bytes});
  return infos;
}

std::vector<IndicatorInfo> indicators() {
  std::vector<IndicatorInfo> infos;
  for (const profile::Concept& each : json::built_in_lexicon().vocabulary().concepts) {
    IndicatorInfo info{text::to_utf8(each.name), {}, each.generic};
    for (const std::u16string& synonym : each.synonyms) info.synonyms.push_back(text::to_utf8(synonym));
    infos.push_back(std::move(info));
  }
  return infos;
}

std::string to_json(const Report& report, const std::optional<std::string>& path) { return json::write_report(report, path); }

DecodedFile decode_file(std::string_view bytes) {
  text::Decoded decoded = text::decode(bytes);
  return {std::move(decoded.units), std::move(decoded.encoding), decoded.binary};
}

int display_width(std::u16string_view text, bool ambiguous_is_wide) { return static_cast<int>(text::display_width(text, ambiguous_is_wide)); }

std::vector<CheckInfo> check_catalogue() {
  std::vector<CheckInfo> infos;
  const diagnostic::Translations& english = json::english_messages();
  for (const auto& [group, check] : checks::registry()) {
    const std::string summary(check->summary);
    const auto translated = english.find(summary);
    infos.push_back({std::string(check->code), std::string(group), summary, translated == english.end() ? summary : translated->second, static_cast<Severity>(check->severity)});
  }
  return infos;
}

std::string_view version() { return GOUJI_VERSION; }

}  // namespace gouji
