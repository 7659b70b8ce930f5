// The whole line from a text to its diagnostics, and the tables that hold what each stage made.

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostic/collector.h"
#include "diagnostic/diagnostic.h"
#include "facts/facts.h"
#include "facts/signals.h"
#include "parts/find.h"
#include "profile/lexicon.h"
#include "relations/culprit.h"
#include "relations/relation.h"
#include "relations/tables.h"
#include "syntax/outline.h"
#include "syntax/title.h"
#include "text/text.h"

namespace gouji::engine {

/// A value that knows whether somebody looked at it since `forget_reads`.
template <typename Value>
class Noted {
 public:
  Noted() = default;
  Noted(Value value) : value_(std::move(value)) {}
  operator const Value&() const { return *operator->(); }
  const Value* operator->() const {
    read_ = true;
    return &value_;
  }
  const Value& without_note() const { return value_; }
  bool was_read() const { return read_; }
  void forget_reads() const { read_ = false; }
  template <typename Shrink>
  void shrink(Shrink shrink_value) { shrink_value(value_); }

 private:
  Value value_;
  mutable bool read_ = false;
};

/// facts::Extracted, with places that know whether they were used.
struct ReadFacts {
  facts::Facts facts;
  Noted<facts::Places> places;

  void shrink() {
    facts.quantities.shrink_to_fit();
    facts.elements.shrink_to_fit();
    places.shrink([](facts::Places& each) {
      for (auto* ranges : {&each.quantities, &each.numbers, &each.elements, &each.oversized}) ranges->shrink_to_fit();
    });
  }
};

/// What the stages up to `facts` made of one block; depends on the block's characters alone.
struct BlockRecord {
  syntax::Block block;
  ReadFacts extracted;
  std::optional<facts::Facts> resolved_otherwise;   // under their heading and in their table, where that says more than the block
  std::vector<facts::Signal> signals;

  // What a live document keeps, so that it knows what may stay.
  std::vector<diagnostic::Diagnostic> found;   // by checks of this block alone
  bool listed = false;                         // made a line of the contents
  bool matters_to_outline = false;             // outline, title, year or tables were made of more than its shape
  bool matters_to_relations = false;           // relations were made of more than its facts, its shape and what was asked
  bool matters_to_parts = false;
  bool matters_to_checks = false;              // of the document
  mutable bool printed_was_read = false;

  /// The facts under their heading and in their table; what relations are made of.
  const facts::Facts& resolved() const { return resolved_otherwise ? *resolved_otherwise : extracted.facts; }
};

/// A checked text. Relations and diagnostics name blocks by their position in `blocks`.
struct Analysis {
  text::Text text;
  std::vector<BlockRecord> blocks;
  std::vector<text::Range> ranges;   // of the blocks, in the text
  syntax::Outline outline;      // as printed: what relations read
  syntax::Outline numbering;    // with the headings that lost their numbers, as parts are found: what tells of numbers
  syntax::Title title;
  int year = 0;
  std::vector<relations::Table> tables;
  std::vector<relations::Relation> relations;
  std::vector<relations::Finding> findings;   // what is wrong where relations are violated
  parts::Parts parts;
  std::vector<diagnostic::Diagnostic> diagnostics;

  std::u16string_view printed(std::uint32_t block) const {
    blocks[block].printed_was_read = true;
    const text::Range range = ranges[block];
    return text.units().substr(range.begin, range.size());
  }
};

/// What an analysis is made with; all of it outlives the call.
struct Settings {
  const profile::Lexicon& lexicon;
  const parts::Families& families;
  const parts::FamilyModel* forced = nullptr;                   // null: the family is detected
  const diagnostic::Translations* translations = nullptr;       // null: messages are Chinese
};

Analysis analyze(std::u16string units, const Settings& settings);

}  // namespace gouji::engine
