// Families from JSON. A file that extends a built-in family is read onto a copy of it.

#include "json/family.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "json/embedded.h"
#include "json/vocabulary.h"
#include "text/text.h"

namespace gouji::json {
namespace {

using profile::Element;
using profile::Family;
using profile::Section;

constexpr int deepest = 4;                     // sections within sections
constexpr std::size_t most_sections = 20000;   // of one family

constexpr std::array<std::string_view, 3> importance_names{"none", "info", "warning"};
constexpr std::array<std::string_view, 3> evidence_names{"read", "published", "background"};
constexpr std::array<std::string_view, 2> none_names{"defect", "allowed"};
constexpr std::array<std::string_view, 2> within_names{"section", "document"};
constexpr std::array<std::string_view, 5> line_names{"none", "date", "addressee", "signature", "attachments"};
constexpr std::array<std::string_view, 12> quantity_names{"money", "count", "percent", "permille", "point", "score", "area", "length", "weight", "duration", "other", "any"};

Field u16(std::string_view key, std::u16string& target) {
  return {key, [&](const Value& value, const std::string& pointer) { target = text::to_utf16(text_of(value, pointer)); }};
}
// A title is shown as it is printed; it is searched for, too, so it may not be blank.
Field title(std::u16string& target) {
  return {"title", [&](const Value& value, const std::string& pointer) {
            word_of(value, pointer);
            target = text::to_utf16(text_of(value, pointer));
          }};
}
Field number_of(std::string_view key, std::size_t& target, const auto& names) {
  return {key, [&](const Value& value, const std::string& pointer) { target = choice_of(names, value, pointer); }};
}
// Where a requirement comes from is for readers of the data; it must be a text all the same.
Field provenance(std::string_view key) {
  return {key, [](const Value& value, const std::string& pointer) { text_of(value, pointer); }};
}
Field evidence() {
  return {"evidence", [](const Value& value, const std::string& pointer) { choice_of(evidence_names, value, pointer); }};
}

std::string id_of(const Value& object, const std::string& pointer) {
  for (const auto& [key, value] : members_of(object, pointer)) {
    if (key != "id") continue;
    const std::string_view id = text_of(*value, pointer + "/id");
    const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char unit) { return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9') || unit == '-'; });
    if (!plain) fail(pointer + "/id", "只能用小写字母、数字和“-”");
    return std::string(id);
  }
  fail(pointer, "缺少“id”");
}

// "收入…支出": both words in this order.
profile::Phrase phrase_of(const Value& value, const std::string& pointer) {
  const std::u16string text = word_of(value, pointer);
  profile::Phrase phrase;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(u'…', begin), text.size());
    if (end > begin) phrase.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  if (phrase.empty()) fail(pointer, "不能只有“…”");
  return phrase;
}

class FamilyReader {
 public:
  void read(const Value& object, Family& family) {
    const auto recognise = [&](const Value& value, const std::string& pointer) {
      read_object(value, pointer, {words("titles", family.titles), words("headings", family.headings), words("phrases", family.phrases)});
    };
    read_object(object, "",
                {name("name", family.name), u16("title", family.title), name("title_en", family.title_en), provenance("source"), provenance("extends"), provenance("$schema"),
                 {"recognise", recognise}, {"omit", [&](const Value& value, const std::string& pointer) { omit(value, pointer, family.sections); }},
                 {"sections", [&](const Value& value, const std::string& pointer) { read_sections(value, pointer, family.sections, 1); }},
                 {"elements", [&](const Value& value, const std::string& pointer) { read_elements(value, pointer, family.elements); }}});
    if (family.name.empty()) fail("", "缺少“name”");
  }

 private:
  static void omit(const Value& value, const std::string& pointer, std::vector<Section>& sections) {
    each(value, pointer, [&](const Value& item, const std::string& place) {
      const std::string_view id = text_of(item, place);
      const auto found = std::find_if(sections.begin(), sections.end(), [&](const Section& section) { return section.id == id; });
      if (found == sections.end()) fail(place, "所扩展的类型里没有“" + std::string(id) + "”这个部分" + did_you_mean(id, ids_of(sections)));
      sections.erase(found);
    });
  }

  template <typename Item>
  static std::vector<std::string_view> ids_of(const std::vector<Item>& items) {
    std::vector<std::string_view> ids;
    for (const Item& item : items) ids.push_back(item.id);
    return ids;
  }

  // Positions of ids, so that 10,000 sections are read in one go.
  template <typename Item>
  static std::unordered_map<std::string, std::size_t> positions_of(const std::vector<Item>& items) {
    std::unordered_map<std::string, std::size_t> positions;
    for (std::size_t i = 0; i < items.size(); ++i) positions[items[i].id] = i;
    return positions;
  }

  void read_sections(const Value& value, const std::string& pointer, std::vector<Section>& sections, int depth) {
    if (depth > deepest) fail(pointer, "部分最多嵌套 " + std::to_string(deepest) + " 层");
    auto known = positions_of(sections);
    std::unordered_map<std::string, std::vector<std::size_t>> behind;   // id -> the new sections that come after it
    std::vector<std::size_t> order(sections.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::unordered_set<std::string> seen;
    each(value, pointer, [&](const Value& item, const std::string& place) {
      if (++count_ > most_sections) fail(place, "部分太多，最多 " + std::to_string(most_sections) + " 个");
      const std::string id = id_of(item, place);
      if (!seen.insert(id).second) fail(place + "/id", "“" + id + "”已经用过");
      const auto old = known.find(id);
      std::string after;
      Section section = old == known.end() ? Section{} : sections[old->second];
      read_section(item, place, section, after, depth);
      if (old != known.end()) {
        sections[old->second] = std::move(section);
        return;
      }
      if (!after.empty() && !known.contains(after)) fail(place + "/after", "没有“" + after + "”这个部分" + did_you_mean(after, ids_of(sections)));
      (after.empty() ? order : behind[after]).push_back(sections.size());
      known[id] = sections.size();
      sections.push_back(std::move(section));
    });
    if (!behind.empty()) arrange(sections, order, behind);
  }

  // Each section, then those that come after it.
  static void arrange(std::vector<Section>& sections, const std::vector<std::size_t>& order, const std::unordered_map<std::string, std::vector<std::size_t>>& behind) {
    std::vector<std::size_t> open(order.rbegin(), order.rend());
    std::vector<Section> arranged;
    while (!open.empty()) {
      Section& next = sections[open.back()];
      open.pop_back();
      if (const auto found = behind.find(next.id); found != behind.end()) open.insert(open.end(), found->second.rbegin(), found->second.rend());
      arranged.push_back(std::move(next));
    }
    sections = std::move(arranged);
  }

  void read_section(const Value& object, const std::string& pointer, Section& section, std::string& after, int depth) {
    std::size_t none = section.none_is_answer ? 1 : 0;
    const auto indicator = [&](const Value& value, const std::string& place) { section.indicator = indicator_of(built_in_lexicon().vocabulary(), value, place); };
    read_object(object, pointer,
                {name("id", section.id), title(section.title), words("synonyms", section.synonyms), provenance("source"), evidence(),
                 choice("severity", section.importance, importance_names), number_of("none", none, none_names), {"indicator", indicator},
                 words("mentions", section.mentions), u16("prompt", section.prompt), name("after", after),
                 {"elements", [&](const Value& value, const std::string& place) { read_elements(value, place, section.elements); }},
                 {"sections", [&](const Value& value, const std::string& place) { read_sections(value, place, section.sections, depth + 1); }}});
    section.none_is_answer = none == 1;
    if (section.title.empty()) fail(pointer, "缺少“title”");
  }

  void read_elements(const Value& value, const std::string& pointer, std::vector<Element>& elements) {
    auto known = positions_of(elements);
    std::unordered_set<std::string> seen;
    each(value, pointer, [&](const Value& item, const std::string& place) {
      const std::string id = id_of(item, place);
      if (!seen.insert(id).second) fail(place + "/id", "“" + id + "”已经用过");
      const auto old = known.find(id);
      Element element = old == known.end() ? Element{} : elements[old->second];
      read_element(item, place, element);
      if (old != known.end()) {
        elements[old->second] = std::move(element);
      } else {
        known[id] = elements.size();
        elements.push_back(std::move(element));
      }
    });
  }

  static void read_element(const Value& object, const std::string& pointer, Element& element) {
    std::size_t within = element.anywhere ? 1 : 0;
    const auto indicator = [](const Value& item, const std::string& place) { return indicator_of(built_in_lexicon().vocabulary(), item, place); };
    const auto quantities = [&](const Value& value, const std::string& place) {
      element.quantities.clear();
      each(value, place, [&](const Value& item, const std::string& at) {
        const std::size_t kind = choice_of(quantity_names, item, at);
        if (kind + 1 == quantity_names.size()) element.any_quantity = true;
        else element.quantities.push_back(static_cast<profile::UnitKind>(kind));
      });
    };
    read_object(object, pointer,
                {name("id", element.id), u16("name", element.name), name("name_en", element.name_en), provenance("source"), evidence(),
                 choice("severity", element.importance, importance_names), number_of("within", within, within_names), list("indicators", element.indicators, indicator),
                 list("phrases", element.phrases, phrase_of), {"quantities", quantities}, choice("line", element.line, line_names), u16("prompt", element.prompt)});
    element.anywhere = within == 1;
    if (element.name.empty()) fail(pointer, "缺少“name”");
    const bool recognised = !element.indicators.empty() || !element.phrases.empty() || !element.quantities.empty() || element.any_quantity || element.line != profile::LineForm::none;
    if (!recognised) fail(pointer, "要写明怎样认出它：indicators、phrases、quantities、line 至少一项");
  }

  std::size_t count_ = 0;
};

Family base_of(const Value& object) {
  for (const auto& [key, value] : members_of(object, "")) {
    if (key != "extends") continue;
    const std::string_view base = text_of(*value, "/extends");
    if (const BuiltInFamily* family = built_in_family(base)) return family->family;
    std::vector<std::string_view> known;
    for (const BuiltInFamily& each : built_in_families()) known.push_back(each.family.name);
    fail("/extends", "没有“" + std::string(base) + "”这种报告类型" + did_you_mean(base, known));
  }
  return {};
}

}  // namespace

Family parse_family(std::string_view bytes) {
  const rapidjson::Document document = parse_object(bytes);
  Family family = base_of(document);
  family.name.clear();
  FamilyReader().read(document, family);
  return family;
}

const std::vector<BuiltInFamily>& built_in_families() {
  static const std::vector<BuiltInFamily> families = [] {
    std::vector<BuiltInFamily> all;
    for (const EmbeddedFile& file : embedded_files()) {
      if (file.folder == "families") all.push_back({parse_family(file.bytes), file.bytes});
    }
    return all;
  }();
  return families;
}

const BuiltInFamily* built_in_family(std::string_view name) {
  const auto& families = built_in_families();
  const auto found = std::find_if(families.begin(), families.end(), [&](const BuiltInFamily& each) { return each.family.name == name; });
  return found == families.end() ? nullptr : &*found;
}

}  // namespace gouji::json
