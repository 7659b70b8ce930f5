// Runs again only what an edit can have changed.

#include "engine/live.h"

#include <algorithm>
#include <utility>

#include "engine/depends.h"
#include "engine/stages.h"
#include "engine/subjects.h"
#include "relations/resolve.h"

namespace gouji::engine {
namespace {

// `from` becomes `to` blocks at `first`: what is behind moves.
void move(syntax::BlockRange& range, std::size_t first, std::size_t from, std::size_t to) {
  const auto at = static_cast<std::uint32_t>(first), gone = static_cast<std::uint32_t>(first + from), grown = static_cast<std::uint32_t>(to - from);
  if (range.begin == range.end || at >= range.end) return;
  if (gone <= range.begin) range = {range.begin + grown, range.end + grown};
  else range = {std::min(range.begin, at), std::max(range.end, gone) + grown};
}

void move(std::vector<std::uint32_t>& blocks, std::size_t first, std::size_t from, std::size_t to) {
  std::erase_if(blocks, [&](std::uint32_t block) { return block >= first && block < first + from; });
  for (std::uint32_t& block : blocks) {
    if (block >= first) block += static_cast<std::uint32_t>(to - from);
  }
}

void sort_each_once(std::vector<std::uint32_t>& blocks) {
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
}

// The facts of one block that is no row of a table, under its heading.
void resolve(Analysis& analysis, std::uint32_t block, const profile::Lexicon& lexicon) {
  BlockRecord& record = analysis.blocks[block];
  const int heading = analysis.outline.heading_of_block[block];
  relations::HeadingScope scope;
  if (heading >= 0) scope = relations::heading_scope(analysis.blocks[analysis.outline.headings[static_cast<std::size_t>(heading)].block].block.title_words(), lexicon);
  record.resolved_otherwise = relations::resolve(record.extracted.facts, scope, lexicon);
  if (record.resolved_otherwise == record.extracted.facts) record.resolved_otherwise.reset();
}

// Tokens are for facts and for the checks of the block; a document is kept for long, and most of its blocks never change.
void shrink(BlockRecord& record) {
  std::vector<syntax::Token>().swap(record.block.tokens);
}

}  // namespace

Live::Live(std::u16string units, const Settings& settings) : settings_(settings), analysis_{text::Text(std::u16string()), {}, {}, {}, {}, {}, 0, {}, {}, {}, {}, {}} {
  edit({0, 0}, units);
}

void Live::edit(text::Range range, std::u16string_view units) {
  const Splice spliced = splice(analysis_, range, units, settings_.lexicon);
  const std::size_t from = spliced.before.size(), to = spliced.from.size();
  move(contents_, spliced.first, from, to);
  for (auto* blocks : {&work_.read, &work_.changed, &unchecked_, &with_findings_}) {
    std::vector<std::uint32_t> kept;   // a block that stayed has still to be told
    for (std::size_t i = 0; i < to; ++i) {
      const bool was_told = spliced.from[i] >= 0 && std::find(blocks->begin(), blocks->end(), spliced.first + static_cast<std::size_t>(spliced.from[i])) != blocks->end();
      if (was_told) kept.push_back(static_cast<std::uint32_t>(spliced.first + i));
    }
    move(*blocks, spliced.first, from, to);
    blocks->insert(blocks->end(), kept.begin(), kept.end());
  }
  std::sort(with_findings_.begin(), with_findings_.end());
  compare(spliced);
}

// What the stages behind the blocks may keep.
void Live::compare(const Splice& spliced) {
  if (spliced.before.size() != spliced.from.size()) outlined_ = false;
  std::vector<bool> came_back(spliced.before.size(), false);
  for (const int from : spliced.from) {
    if (from >= 0) came_back[static_cast<std::size_t>(from)] = true;
  }
  for (std::size_t i = 0; i < spliced.from.size(); ++i) {
    if (spliced.from[i] == static_cast<int>(i)) continue;
    const auto block = static_cast<std::uint32_t>(spliced.first + i);
    BlockRecord& now = analysis_.blocks[block];
    const BlockRecord* before = i < spliced.before.size() && !came_back[i] ? &spliced.before[i] : nullptr;
    if (spliced.from[i] < 0) {
      now.extracted.shrink();   // at once: what is linked may point to the facts
      work_.read.push_back(block);
      unchecked_.push_back(block);
      if (!before || !same_facts(*before, now)) work_.changed.push_back(block);
    }
    outlined_ = outlined_ && before && same_for_outline(*before, now);
    if (!outlined_) continue;
    memory_.replace(block);
    if (!same_for_relations(*before, now)) {
      memory_.touch(block);
      linked_ = false;
    }
    parted_ = parted_ && same_for_parts(*before, now, block, asked_by_parts_, analysis_.parts.model, settings_.lexicon);
    checked_ = checked_ && linked_ && parted_ && same_for_checks(*before, now, block, asked_by_checks_);
    unresolved_.push_back(block);
  }
  if (!outlined_) linked_ = parted_ = checked_ = false;
}

// Lines of the contents, as they are now; those that were some and are none any more are read again.
void Live::find_contents() {
  const syntax::BlockRange now = engine::find_contents(analysis_);
  for (std::uint32_t i = contents_.begin; i < contents_.end; ++i) {
    BlockRecord& record = analysis_.blocks[i];
    if (!record.listed || (i >= now.begin && i < now.end)) continue;
    record = read_block(analysis_.printed(i), settings_.lexicon);
    work_.read.push_back(i);
    work_.changed.push_back(i);
    unchecked_.push_back(i);
    outlined_ = linked_ = parted_ = checked_ = false;
  }
  for (std::uint32_t i = now.begin; i < now.end; ++i) {
    BlockRecord& record = analysis_.blocks[i];
    if (record.listed) continue;
    record = read_block(analysis_.printed(i), settings_.lexicon);   // with its tokens
    make_contents(record);
    record.listed = true;
    unchecked_.push_back(i);
    outlined_ = linked_ = parted_ = checked_ = false;
  }
  contents_ = now;
}

// Outline, title, year and tables, and with them the facts of all blocks; or those of new blocks alone.
void Live::read_document() {
  if (outlined_) {
    for (const std::uint32_t block : unresolved_) resolve(analysis_, block, settings_.lexicon);
  } else {
    for (const BlockRecord& record : analysis_.blocks) record.block.folded.forget_reads();
    read_outline(analysis_);
    resolve(analysis_, settings_.lexicon);
    for (BlockRecord& record : analysis_.blocks) record.matters_to_outline = record.block.folded.was_read() || !record.block.cells.empty();
    memory_.forget();
    outlined_ = work_.outline = true;
  }
  unresolved_.clear();
}

void Live::link() {
  const bool from_scratch = memory_.is_forgotten();
  for (const BlockRecord& record : analysis_.blocks) from_scratch ? record.block.folded.take_note() : record.block.folded.take_more_note();
  relations::DocumentView document = view_of(analysis_, settings_.lexicon);
  document.memory = &memory_;
  memory_.take(std::move(analysis_.relations));
  analysis_.relations = relations::link(document);
  analysis_.findings = relations::find_culprits(document, analysis_.relations);
  for (BlockRecord& record : analysis_.blocks) record.matters_to_relations = record.block.folded.was_read() || (!from_scratch && record.matters_to_relations);
  linked_ = work_.relations = true;
  checked_ = false;
}

void Live::find_parts() {
  for (const BlockRecord& record : analysis_.blocks) record.block.folded.forget_reads();
  asked_by_parts_.clear();
  relations::DocumentView document = view_of(analysis_, settings_.lexicon);
  document.asked = &asked_by_parts_;
  engine::find_parts(analysis_, document, settings_);
  for (BlockRecord& record : analysis_.blocks) record.matters_to_parts = record.block.folded.was_read();
  parted_ = work_.parts = true;
  checked_ = false;
}

// Those of single blocks where these are new, those of the document where what they are about may be another.
void Live::check() {
  for (const std::uint32_t block : unchecked_) {
    std::vector<diagnostic::Diagnostic>& found = analysis_.blocks[block].found;
    found.clear();
    check_block(analysis_, block, found, settings_.translations);
    shrink(analysis_.blocks[block]);
    const auto at = std::lower_bound(with_findings_.begin(), with_findings_.end(), block);
    const bool known = at != with_findings_.end() && *at == block;
    if (known && found.empty()) with_findings_.erase(at);
    if (!known && !found.empty()) with_findings_.insert(at, block);
    work_.checked.push_back(block);
  }
  unchecked_.clear();
  if (!checked_) {
    for (const BlockRecord& record : analysis_.blocks) forget_reads(record);
    asked_by_checks_.clear();
    found_.clear();
    relations::DocumentView document = view_of(analysis_, settings_.lexicon);
    document.outline = &analysis_.numbering;
    document.asked = &asked_by_checks_;
    check_document(analysis_, document, found_, settings_.translations);
    for (BlockRecord& record : analysis_.blocks) record.matters_to_checks = was_read(record);
    checked_ = work_.checks = true;
  }
  analysis_.diagnostics.clear();
  for (const std::uint32_t block : with_findings_) {
    for (const diagnostic::Diagnostic& each : analysis_.blocks[block].found) analysis_.diagnostics.push_back(in_block(each, block));
  }
  analysis_.diagnostics.insert(analysis_.diagnostics.end(), found_.begin(), found_.end());
  sort(analysis_.diagnostics);
}

bool Live::settle(const std::atomic<std::uint64_t>& latest, std::uint64_t revision) {
  const auto superseded = [&] { return latest.load(std::memory_order_relaxed) != revision; };
  if (superseded()) return false;
  find_contents();
  read_document();
  if (superseded()) return false;
  if (!linked_) link();
  if (superseded()) return false;
  if (!parted_) find_parts();
  if (superseded()) return false;
  check();
  return true;
}

WorkLog Live::take_work() {
  sort_each_once(work_.read);
  sort_each_once(work_.changed);
  sort_each_once(work_.checked);
  return std::exchange(work_, {});
}

}  // namespace gouji::engine
