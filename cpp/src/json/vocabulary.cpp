// Vocabulary from JSON: every key is known or an error with its JSON pointer.

#include "json/vocabulary.h"

#include <rapidjson/document.h>  // RapidJSON (MIT): fast JSON with iterative parsing
#include <rapidjson/error/en.h>

#include <array>
#include <memory>
#include <utility>

#include "json/embedded.h"
#include "text/text.h"

namespace gouji::json {
namespace {

using Value = rapidjson::Value;

constexpr std::array<std::string_view, profile::word_class_count> word_class_names{
    "announce", "announce_open", "announce_partial", "et_cetera", "total", "compare", "increase", "decrease",
    "share", "rate", "average", "purpose", "beyond", "target", "about", "over", "under", "at_least",
    "at_most", "fixed", "budget", "adjusted_budget", "actual", "current_period", "previous_period", "cumulative",
    "neutral", "tail", "generic", "event", "organization", "topic", "listing", "attribute", "valuation", "below", "within", "list_noun", "office_noun", "staff_category", "opening", "besides", "composed"};
constexpr std::array<std::string_view, 11> unit_kind_names{"money", "count", "percent", "permille", "point", "score",
                                                           "area", "length", "weight", "duration", "other"};
constexpr std::array<std::string_view, 4> reach_names{"sentence", "block", "section", "document"};

[[noreturn]] void fail(const std::string& pointer, const std::string& what) { throw DataError(pointer + ": " + what); }

template <std::size_t size>
std::size_t index_of(const std::array<std::string_view, size>& names, std::string_view name, const std::string& pointer) {
  for (std::size_t i = 0; i < size; ++i) {
    if (names[i] == name) return i;
  }
  fail(pointer, "unknown name \"" + std::string(name) + "\"");
}

std::string_view view(const Value& value, const std::string& pointer) {
  if (!value.IsString()) fail(pointer, "must be a string");
  return {value.GetString(), value.GetStringLength()};
}

// Words are looked up in folded text in lower case, so they are folded here.
std::u16string word(const Value& value, const std::string& pointer) {
  std::u16string folded = text::fold_width(text::to_utf16(view(value, pointer)));
  if (folded.empty()) fail(pointer, "must not be empty");
  return folded;
}

template <typename Use>
void each(const Value& array, const std::string& pointer, Use use) {
  if (!array.IsArray()) fail(pointer, "must be an array");
  for (rapidjson::SizeType i = 0; i < array.Size(); ++i) use(array[i], pointer + "/" + std::to_string(i));
}

template <typename Use>
void each_member(const Value& object, const std::string& pointer, Use use) {
  if (!object.IsObject()) fail(pointer, "must be an object");
  for (const auto& member : object.GetObject()) {
    const auto key = view(member.name, pointer);
    use(key, member.value, pointer + "/" + std::string(key));
  }
}

void read_words(profile::Vocabulary& vocabulary, const Value& words) {
  each_member(words, "/words", [&](std::string_view key, const Value& value, const std::string& pointer) {
    auto& list = vocabulary.words[index_of(word_class_names, key, pointer)];
    each(value, pointer, [&](const Value& item, const std::string& place) { list.push_back(word(item, place)); });
  });
}

profile::Unit read_unit(const Value& value, const std::string& pointer) {
  profile::Unit unit;
  each_member(value, pointer, [&](std::string_view key, const Value& item, const std::string& place) {
    if (key == "name") unit.name = word(item, place);
    else if (key == "base") unit.base = text::to_utf16(view(item, place));
    else if (key == "kind") unit.kind = static_cast<profile::UnitKind>(index_of(unit_kind_names, view(item, place), place));
    else if (key == "exponent" && item.IsInt()) unit.exponent = item.GetInt();
    else if (key == "digits_only" && item.IsBool()) unit.digits_only = item.GetBool();
    else fail(place, "unknown key or wrong type");
  });
  return unit;
}

profile::Concept read_indicator(const Value& value, const std::string& pointer) {
  profile::Concept indicator;
  each_member(value, pointer, [&](std::string_view key, const Value& item, const std::string& place) {
    if (key == "id") indicator.id = view(item, place);
    else if (key == "name") indicator.name = text::to_utf16(view(item, place));
    else if (key == "kind") indicator.kind = static_cast<profile::UnitKind>(index_of(unit_kind_names, view(item, place), place));
    else if (key == "stock" && item.IsBool()) indicator.stock = item.GetBool();
    else if (key == "of_spending" && item.IsBool()) indicator.of_spending = item.GetBool();
    else if (key == "source" && item.IsBool()) indicator.source = item.GetBool();
    else if (key == "generic" && item.IsBool()) indicator.generic = item.GetBool();
    else if (key == "synonyms") each(item, place, [&](const Value& synonym, const std::string& at) { indicator.synonyms.push_back(word(synonym, at)); });
    else fail(place, "unknown key or wrong type");
  });
  return indicator;
}

std::uint16_t indicator_index(const profile::Vocabulary& vocabulary, std::string_view id, const std::string& pointer) {
  for (std::size_t i = 0; i < vocabulary.concepts.size(); ++i) {
    if (vocabulary.concepts[i].id == id) return static_cast<std::uint16_t>(i);
  }
  fail(pointer, "unknown indicator \"" + std::string(id) + "\"");
}

profile::Term read_term(const profile::Vocabulary& vocabulary, const Value& value, const std::string& pointer) {
  profile::Term term;
  each_member(value, pointer, [&](std::string_view key, const Value& item, const std::string& place) {
    if (key == "concepts") each(item, place, [&](const Value& id, const std::string& at) { term.concepts.push_back(indicator_index(vocabulary, view(id, at), at)); });
    else if (key == "basis") term.basis = view(item, place);
    else if (key == "sign" && item.IsInt()) term.sign = item.GetInt();
    else if (key == "optional" && item.IsBool()) term.optional = item.GetBool();
    else fail(place, "unknown key or wrong type");
  });
  return term;
}

profile::Identity read_identity(const profile::Vocabulary& vocabulary, const Value& value, const std::string& pointer) {
  profile::Identity identity;
  each_member(value, pointer, [&](std::string_view key, const Value& item, const std::string& place) {
    if (key == "id") identity.id = view(item, place);
    else if (key == "kind") identity.kind = view(item, place);
    else if (key == "result") identity.result = read_term(vocabulary, item, place);
    else if (key == "terms") each(item, place, [&](const Value& term, const std::string& at) { identity.terms.push_back(read_term(vocabulary, term, at)); });
    else if (key == "reach") identity.reach = static_cast<profile::Reach>(index_of(reach_names, view(item, place), place));
    else if (key == "proof" && item.IsBool()) identity.proof = item.GetBool();
    else fail(place, "unknown key or wrong type");
  });
  return identity;
}

}  // namespace

profile::Vocabulary parse_vocabulary(std::string_view bytes) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(bytes.data(), bytes.size());
  if (document.HasParseError()) {
    fail("", std::string(rapidjson::GetParseError_En(document.GetParseError())) + " at byte " + std::to_string(document.GetErrorOffset()));
  }
  profile::Vocabulary vocabulary;
  each_member(document, "", [&](std::string_view key, const Value& value, const std::string& pointer) {
    if (key == "words") read_words(vocabulary, value);
    else if (key == "units") each(value, pointer, [&](const Value& item, const std::string& place) { vocabulary.units.push_back(read_unit(item, place)); });
    else if (key == "indicators") each(value, pointer, [&](const Value& item, const std::string& place) { vocabulary.concepts.push_back(read_indicator(item, place)); });
    else if (key == "identities") each(value, pointer, [&](const Value& item, const std::string& place) { vocabulary.identities.push_back(read_identity(vocabulary, item, place)); });
    else fail(pointer, "unknown key");
  });
  return vocabulary;
}

const profile::Lexicon& built_in_lexicon() {
  static const profile::Vocabulary vocabulary = [] {
    for (const auto& file : embedded_files()) {
      if (file.name == "vocabulary") return parse_vocabulary(file.bytes);
    }
    return profile::Vocabulary{};
  }();
  static const profile::Lexicon lexicon(vocabulary);
  return lexicon;
}

}  // namespace gouji::json
