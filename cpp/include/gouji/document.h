// A text that is being edited: each edit answers what it changed in the report, without checking everything again.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/gouji.h"

namespace gouji {

/// What positions of an edit count: code points of the text, as ranges of a report do, or UTF-16 units, as editors do.
enum class Offsets { code_points, utf16 };

/// Puts `text` (UTF-16; lone surrogates are read as U+FFFD) in place of `range`. An empty range inserts, an empty text deletes.
struct TextEdit {
  Range range;
  std::u16string text;
};

/// What one stage did: nothing, everything anew (`all`), or what belongs to some blocks (ranges of the new text in code
/// points). The stages are "blocks" (split, parsed, their facts read), "facts" (blocks whose facts are others than before),
/// "outline", "relations", "parts" and "checks" (of blocks, and with `all` of everything that is more than one block).
struct Work {
  std::string stage;
  bool all = false;
  std::vector<Range> blocks;
};

/// What an edit changed. Diagnostics are told apart by `id`: one that only moved with the text around it is in no list.
struct Update {
  std::uint64_t revision = 0;              // of the text, from 0; each edit adds one
  bool superseded = false;                 // a later edit came before the check was done: the update of that one tells all
  std::vector<Diagnostic> added;           // in text order
  std::vector<std::string> removed;        // ids
  std::vector<Diagnostic> changed;         // the same finding, with another message, severity or fix, or at another place
  bool outline = false;                    // headings, other than by moving
  bool relations = false;
  bool quantities = false;
  std::vector<Work> work;
};

/// One state of a document; it never changes.
struct Snapshot {
  std::uint64_t revision = 0;
  std::u16string text;
  Report report;
};

/// A text with its report. After any edits the report is that of `check` for the same text.
///
/// One thread edits; any number may ask for snapshots at the same time, and keep them as long as they like. An edit from a
/// second thread supersedes the check of the first: its text is kept, its answer says so.
///
///   gouji::Document document(u"支出10万元，其中：基本支出6万元，项目支出4万元。");
///   gouji::Update update = document.edit({2, 4}, u"11");
///   // update.added[0].code == "sum-mismatch"
class Document {
 public:
  explicit Document(std::u16string text, const CheckOptions& options = {});
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  /// Applies all edits at once: each range is one of the text before them, and no two overlap; of those that begin at one
  /// place, the first comes first. Throws std::invalid_argument for ranges that overlap, are turned round or lie outside of the
  /// text, and then changes nothing. A range may cut a surrogate pair: the halves left alone become U+FFFD.
  Update apply(const std::vector<TextEdit>& edits, Offsets offsets = Offsets::code_points);
  Update edit(Range range, std::u16string text, Offsets offsets = Offsets::code_points);

  std::uint64_t revision() const;
  /// The text, repaired where it held lone surrogates.
  std::u16string text() const;
  /// The state after the last edit; the same object until the next one.
  std::shared_ptr<const Snapshot> snapshot() const;
  /// The diagnostics alone, which cost less than the whole report.
  std::vector<Diagnostic> diagnostics() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// An update as one JSON object: "revision", "superseded", "added" and "changed" (diagnostics as in a report), "removed" (ids),
/// "outline", "relations", "quantities", and "work", a list of {"stage", "all", "blocks"}.
std::string to_json(const Update& update);

}  // namespace gouji
