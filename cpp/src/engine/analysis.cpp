// The stages in order, from scratch.

#include "engine/analysis.h"

#include <algorithm>

#include "engine/stages.h"
#include "engine/subjects.h"
#include "relations/resolve.h"

namespace gouji::engine {
namespace {

void read_blocks(Analysis& analysis, const profile::Lexicon& lexicon) {
  for (const text::Range range : syntax::split_blocks(analysis.text)) {
    analysis.blocks.push_back(read_block(analysis.text.units().substr(range.begin, range.size()), lexicon));
    analysis.ranges.push_back(range);
  }
  const syntax::BlockRange contents = find_contents(analysis);
  for (std::uint32_t i = contents.begin; i < contents.end; ++i) make_contents(analysis.blocks[i]);
}

// Facts of a row hold bare numbers; its table says what they are.
void resolve_tables(Analysis& analysis, const profile::Lexicon& lexicon) {
  std::vector<relations::BlockView> blocks;
  blocks.reserve(analysis.blocks.size());
  for (const BlockRecord& record : analysis.blocks) blocks.push_back({&record.block, &record.extracted.facts});
  analysis.tables = relations::find_tables(blocks, lexicon);
  std::vector<facts::Facts*> resolved(analysis.blocks.size(), nullptr);
  for (const relations::Table& table : analysis.tables) {
    for (const relations::TableRow& row : table.rows) {
      BlockRecord& record = analysis.blocks[row.block];
      if (!record.resolved_otherwise) record.resolved_otherwise = record.extracted.facts;
      resolved[row.block] = &*record.resolved_otherwise;
    }
  }
  for (const relations::Table& table : analysis.tables) {
    for (const relations::TablePart& part : table.parts) relations::resolve_rows(table, part, resolved, lexicon);
    relations::drop_shared_names(table, resolved);
  }
}

relations::HeadingScope scope_of(const Analysis& analysis, int heading, const profile::Lexicon& lexicon) {
  if (heading < 0) return {};
  return relations::heading_scope(analysis.blocks[analysis.outline.headings[static_cast<std::size_t>(heading)].block].block.title_words(), lexicon);
}

// The nearest heading gives general words their meaning.
void resolve_scopes(Analysis& analysis, const profile::Lexicon& lexicon) {
  int last = -1;
  relations::HeadingScope scope;   // of the last heading
  for (std::uint32_t i = 0; i < analysis.blocks.size(); ++i) {
    const int heading = analysis.outline.heading_of_block[i];
    if (heading != last) scope = scope_of(analysis, heading, lexicon);
    last = heading;
    analysis.blocks[i].resolved_otherwise = relations::resolve(analysis.blocks[i].extracted.facts, scope, lexicon);
  }
}

}  // namespace

BlockRecord read_block(std::u16string_view printed, const profile::Lexicon& lexicon) {
  BlockRecord record;
  record.block = syntax::parse_block(printed, lexicon);
  facts::Extracted extracted = facts::extract(record.block, lexicon);
  record.extracted = {std::move(extracted.facts), std::move(extracted.places)};
  record.signals = facts::read_signals(record.block);
  return record;
}

syntax::BlockRange find_contents(const Analysis& analysis) {
  std::vector<const syntax::Block*> blocks;
  for (std::size_t i = 0; i < std::min(analysis.blocks.size(), syntax::most_of_contents); ++i) blocks.push_back(&analysis.blocks[i].block);
  return syntax::find_contents(blocks);
}

void make_contents(BlockRecord& record) {
  record.block.kind = syntax::BlockKind::contents;
  record.extracted = {};
  record.signals.clear();
}

void read_outline(Analysis& analysis) {
  std::vector<const syntax::Block*> blocks;
  std::vector<std::u16string_view> printed;
  for (std::uint32_t i = 0; i < analysis.blocks.size(); ++i) {
    blocks.push_back(&analysis.blocks[i].block);
    printed.push_back(analysis.printed(i));
  }
  analysis.outline = syntax::build_outline(blocks);
  analysis.title = syntax::find_title(blocks, printed);
  analysis.year = syntax::report_year(analysis.title, blocks);
}

void resolve(Analysis& analysis, const profile::Lexicon& lexicon) {
  resolve_scopes(analysis, lexicon);
  resolve_tables(analysis, lexicon);
}

relations::DocumentView view_of(const Analysis& analysis, const profile::Lexicon& lexicon) {
  relations::DocumentView view;
  for (const BlockRecord& record : analysis.blocks) view.blocks.push_back({&record.block, &record.resolved()});
  view.outline = &analysis.outline;
  view.title = analysis.title.text;
  view.year = analysis.year;
  view.lexicon = &lexicon;
  view.tables = &analysis.tables;
  return view;
}

// A heading that lost its number would leave what stands below it without a parent: with its number given, the parts
// are found once more.
void find_parts(Analysis& analysis, relations::DocumentView& view, const Settings& settings) {
  const auto find = [&] { return parts::find_parts(view, analysis.text.units(), analysis.title.blocks, settings.families, settings.forced); };
  analysis.parts = find();
  analysis.numbering = analysis.outline;
  view.outline = &analysis.numbering;
  if (analysis.parts.unnumbered.empty()) return;
  std::vector<const syntax::Block*> blocks;
  for (const BlockRecord& record : analysis.blocks) blocks.push_back(&record.block);
  std::vector<syntax::GivenNumber> given;
  for (const parts::Unnumbered& each : analysis.parts.unnumbered) {
    given.push_back({each.block, analysis.outline.headings[static_cast<std::size_t>(each.sibling)].style, each.number, each.title});
  }
  analysis.numbering = syntax::build_outline(blocks, given);
  analysis.parts = find();
}

Analysis analyze(std::u16string units, const Settings& settings) {
  Analysis analysis{text::Text(std::move(units)), {}, {}, {}, {}, {}, 0, {}, {}, {}, {}, {}};
  read_blocks(analysis, settings.lexicon);
  read_outline(analysis);
  resolve(analysis, settings.lexicon);
  relations::DocumentView view = view_of(analysis, settings.lexicon);
  analysis.relations = relations::link(view);
  analysis.findings = relations::find_culprits(view, analysis.relations);
  find_parts(analysis, view, settings);
  run_checks(analysis, view, settings.translations);
  return analysis;
}

}  // namespace gouji::engine
