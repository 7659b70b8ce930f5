// Vocabulary from JSON: every key is known or an error with its JSON pointer.

#include "json/vocabulary.h"

#include <array>

#include "json/embedded.h"
#include "json/reader.h"
#include "text/text.h"

namespace gouji::json {
namespace {

constexpr std::array<std::string_view, profile::word_class_count> word_class_names{
    "announce", "announce_open", "announce_partial", "et_cetera", "total", "compare", "increase", "decrease",
    "share", "rate", "average", "purpose", "beyond", "target", "about", "over", "under", "at_least",
    "at_most", "fixed", "budget", "adjusted_budget", "actual", "current_period", "previous_period", "cumulative",
    "neutral", "tail", "generic", "event", "organization", "topic", "listing", "attribute", "valuation", "below", "within", "list_noun", "office_noun", "staff_category", "opening", "besides", "composed", "arrive", "execution", "allotted", "remainder", "norm", "reach", "held",
    "rest", "back", "forecast", "due", "sample", "net", "at_begin", "at_end", "inflow", "outflow", "adding", "taking"};
constexpr std::array<std::string_view, 11> unit_kind_names{"money", "count", "percent", "permille", "point", "score",
                                                           "area", "length", "weight", "duration", "other"};
constexpr std::array<std::string_view, 4> reach_names{"sentence", "block", "section", "document"};

void read_words(profile::Vocabulary& vocabulary, const Value& value, const std::string& pointer) {
  std::vector<Field> fields;
  for (std::size_t i = 0; i < word_class_names.size(); ++i) fields.push_back(words(word_class_names[i], vocabulary.words[i]));
  read_object(value, pointer, fields);
}

profile::Unit read_unit(const Value& value, const std::string& pointer) {
  profile::Unit unit;
  const auto base = [&](const Value& item, const std::string& place) { unit.base = text::to_utf16(text_of(item, place)); };
  const auto printed = [&](const Value& item, const std::string& place) { unit.name = word_of(item, place); };
  read_object(value, pointer, {{"name", printed}, {"base", base}, choice("kind", unit.kind, unit_kind_names), integer("exponent", unit.exponent), flag("digits_only", unit.digits_only)});
  return unit;
}

profile::Concept read_indicator(const Value& value, const std::string& pointer) {
  profile::Concept indicator;
  const auto shown = [&](const Value& item, const std::string& place) { indicator.name = text::to_utf16(text_of(item, place)); };
  read_object(value, pointer,
              {name("id", indicator.id), {"name", shown}, choice("kind", indicator.kind, unit_kind_names), words("synonyms", indicator.synonyms), flag("stock", indicator.stock),
               flag("of_spending", indicator.of_spending), flag("source", indicator.source), flag("generic", indicator.generic), integer("enters", indicator.enters), flag("closes", indicator.closes)});
  return indicator;
}

profile::Term read_term(const profile::Vocabulary& vocabulary, const Value& value, const std::string& pointer) {
  profile::Term term;
  const auto indicator = [&](const Value& item, const std::string& place) { return indicator_of(vocabulary, item, place); };
  read_object(value, pointer, {list("concepts", term.concepts, indicator), name("basis", term.basis), integer("sign", term.sign), flag("optional", term.optional)});
  return term;
}

profile::Identity read_identity(const profile::Vocabulary& vocabulary, const Value& value, const std::string& pointer) {
  profile::Identity identity;
  const auto term = [&](const Value& item, const std::string& place) { return read_term(vocabulary, item, place); };
  read_object(value, pointer,
              {name("id", identity.id), name("kind", identity.kind), {"result", [&](const Value& item, const std::string& place) { identity.result = term(item, place); }},
               list("terms", identity.terms, term), choice("reach", identity.reach, reach_names), flag("proof", identity.proof)});
  return identity;
}

profile::Promise read_promise(const Value& value, const std::string& pointer) {
  profile::Promise promise;
  read_object(value, pointer, {{"word", [&](const Value& item, const std::string& place) { promise.word = word_of(item, place); }}, words("kept_by", promise.kept_by)});
  return promise;
}

profile::Theme read_theme(const Value& value, const std::string& pointer) {
  profile::Theme theme;
  read_object(value, pointer, {name("id", theme.id), words("words", theme.words)});
  return theme;
}

void read_parts(profile::PartWords& parts, const Value& value, const std::string& pointer) {
  read_object(value, pointer, {words("empty", parts.empty), words("none", parts.none), words("none_objects", parts.none_objects), words("promised_beside", parts.promised_beside), list("promises", parts.promises, read_promise),
                               list("themes", parts.themes, read_theme), words("other_themes", parts.other_themes), words("beside_themes", parts.beside_themes)});
}

void read_tables(profile::TableWords& tables, const Value& value, const std::string& pointer) {
  read_object(value, pointer,
              {words("serial", tables.serial), words("name", tables.name), words("remark", tables.remark), words("form", tables.form), words("subtotal", tables.subtotal),
               words("total", tables.total), words("grand", tables.grand), words("score_total", tables.score_total), words("among", tables.among), words("rate", tables.rate),
               words("share", tables.share), words("change", tables.change), words("change_rate", tables.change_rate), words("price", tables.price), words("number", tables.number),
               words("product", tables.product), words("weight", tables.weight), words("score", tables.score), words("average", tables.average), words("adjustment", tables.adjustment),
               words("adjust_up", tables.adjust_up), words("adjust_down", tables.adjust_down), words("counted", tables.counted), words("planned", tables.planned),
               words("reached", tables.reached), words("planned_first", tables.planned_first), words("done_first", tables.done_first), words("left_first", tables.left_first), words("quota", tables.quota), words("staff", tables.staff), words("rate_ending", tables.rate_ending), words("opening", tables.opening), words("came_in", tables.came_in), words("went_out", tables.went_out),
               words("final", tables.final), words("done", tables.done), words("left", tables.left), words("lost", tables.lost), words("funds", tables.funds), words("fund", tables.fund), words("unit", tables.unit), words("title", tables.title), words("proportion", tables.proportion)});
}

void read_lists(profile::ListWords& lists, const Value& value, const std::string& pointer) { read_object(value, pointer, {words("among", lists.among), words("rest", lists.rest), words("sums", lists.sums), words("halves", lists.halves), words("standing", lists.standing)}); }

}  // namespace

std::uint16_t indicator_of(const profile::Vocabulary& vocabulary, const Value& value, const std::string& pointer) {
  const std::string_view id = text_of(value, pointer);
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < vocabulary.concepts.size(); ++i) {
    if (vocabulary.concepts[i].id == id) return static_cast<std::uint16_t>(i);
    known.push_back(vocabulary.concepts[i].id);
  }
  fail(pointer, "没有“" + std::string(id) + "”这个指标" + did_you_mean(id, known));
}

profile::Vocabulary parse_vocabulary(std::string_view bytes) {
  const rapidjson::Document document = parse_object(bytes);
  profile::Vocabulary vocabulary;
  const auto identity = [&](const Value& item, const std::string& place) { return read_identity(vocabulary, item, place); };
  read_object(document, "",
              {{"words", [&](const Value& value, const std::string& pointer) { read_words(vocabulary, value, pointer); }},
               {"parts", [&](const Value& value, const std::string& pointer) { read_parts(vocabulary.parts, value, pointer); }},
               {"phrases", [&](const Value& value, const std::string& pointer) { read_object(value, pointer, {words("used_up", vocabulary.phrases.used_up), words("vacant", vocabulary.phrases.vacant)}); }},
               {"tables", [&](const Value& value, const std::string& pointer) { read_tables(vocabulary.tables, value, pointer); }},
               {"lists", [&](const Value& value, const std::string& pointer) { read_lists(vocabulary.lists, value, pointer); }},
               list("units", vocabulary.units, read_unit), list("indicators", vocabulary.concepts, read_indicator), list("identities", vocabulary.identities, identity)});
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
