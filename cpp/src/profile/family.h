// A report family: the parts that its reports must contain, and how each is recognised. Plain data, read from JSON.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "profile/vocabulary.h"

namespace gouji::profile {

/// What the absence of a part is worth; an optional part is never missed.
enum class Importance : std::uint8_t { optional, info, warning };

/// A line that has a form of its own.
enum class LineForm : std::uint8_t { none, date, addressee, signature, attachments };

/// Words that stand in this order within one sentence.
using Phrase = std::vector<std::u16string>;

/// Something that a part must state. It is stated where any of its recognisers is found.
struct Element {
  std::string id;
  std::u16string name;
  std::string name_en;
  Importance importance = Importance::warning;
  bool anywhere = false;                     // looked for in the whole text, not in its section only
  std::vector<std::uint16_t> indicators;     // a quantity of one of these
  std::vector<Phrase> phrases;
  std::vector<UnitKind> quantities;          // a quantity of one of these kinds
  bool any_quantity = false;
  LineForm line = LineForm::none;
  std::u16string prompt;                     // what a writer is asked for
};

struct Section {
  std::string id;
  std::u16string title;                      // without a number
  std::vector<std::u16string> synonyms;
  Importance importance = Importance::warning;
  bool none_is_answer = false;               // a bare 无 is lawful here
  std::uint16_t indicator = 0xFFFF;          // whose amount the section tells
  std::vector<std::u16string> mentions;      // words in the parent's text that suffice instead of a heading
  std::u16string prompt;
  std::vector<Element> elements;
  std::vector<Section> sections;
};

struct Family {
  std::string name;                          // hunan-10
  std::u16string title;
  std::string title_en;
  std::vector<std::u16string> titles;        // words of a report's title
  std::vector<std::u16string> headings;      // tell-tale headings
  std::vector<std::u16string> phrases;       // tell-tale words of tables and notes
  std::vector<Section> sections;
  std::vector<Element> elements;             // of the whole text
};

}  // namespace gouji::profile
