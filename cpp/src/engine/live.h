// The only mutable state of the core: a text that is edited, with the products of all stages kept up to date.

#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis.h"
#include "engine/splice.h"
#include "relations/memory.h"

namespace gouji::engine {

/// What the stages did since the work was taken last. Blocks are positions in `Analysis::blocks`.
struct WorkLog {
  std::vector<std::uint32_t> read;      // split, parsed, their facts extracted
  std::vector<std::uint32_t> changed;   // of these, the ones whose facts are others than before
  std::vector<std::uint32_t> checked;   // whose own checks ran
  bool outline = false, relations = false, parts = false, checks = false;   // made again, for the whole document
};

/// After `settle` the analysis equals that of `analyze` for the same text.
class Live {
 public:
  Live(std::u16string units, const Settings& settings);

  const Analysis& analysis() const { return analysis_; }

  /// `units` in place of `range` (UTF-16). Only the text and its blocks are right until `settle`.
  void edit(text::Range range, std::u16string_view units);

  /// Runs the stages whose input is another than before; false, with work left, where `latest` is no longer `revision`.
  bool settle(const std::atomic<std::uint64_t>& latest, std::uint64_t revision);

  WorkLog take_work();

 private:
  void compare(const Splice& splice);
  void find_contents();
  void read_document();
  void link();
  void find_parts();
  void check();

  Settings settings_;
  Analysis analysis_;
  syntax::BlockRange contents_;   // blocks that were made lines of the contents
  // Whether these products are those of the blocks: outline, title, year and tables; relations and findings; parts; what the checks
  // of the document found. The facts of the blocks `unresolved_` are as these blocks tell them.
  bool outlined_ = false, linked_ = false, parted_ = false, checked_ = false;
  std::vector<std::uint32_t> unresolved_;
  relations::Memory memory_;
  std::vector<relations::Asked> asked_by_parts_, asked_by_checks_;
  std::vector<diagnostic::Diagnostic> found_;   // by the checks of the document
  std::vector<std::uint32_t> unchecked_;        // blocks whose own checks are to run
  std::vector<std::uint32_t> with_findings_;    // blocks whose own checks found something, in order
  WorkLog work_;
};

}  // namespace gouji::engine
