// Runs the stages in order, from scratch.

#include "engine/analysis.h"

#include "engine/subjects.h"
#include "relations/resolve.h"

namespace gouji::engine {
namespace {

void read_blocks(Analysis& analysis, const profile::Lexicon& lexicon) {
  for (const text::Range range : syntax::split_blocks(analysis.text)) {
    BlockRecord record;
    record.range = range;
    record.block = syntax::parse_block(analysis.text.units().substr(range.begin, range.size()), lexicon);
    record.extracted = facts::extract(record.block, lexicon);
    analysis.blocks.push_back(std::move(record));
  }
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

// The nearest heading gives general words their meaning.
void resolve_scopes(Analysis& analysis, const profile::Lexicon& lexicon) {
  for (std::uint32_t i = 0; i < analysis.blocks.size(); ++i) {
    BlockRecord& record = analysis.blocks[i];
    const int heading = analysis.outline.heading_of_block[i];
    relations::HeadingScope scope;
    if (heading >= 0) {
      const syntax::Block& block = analysis.blocks[analysis.outline.headings[static_cast<std::size_t>(heading)].block].block;
      scope = relations::heading_scope(std::u16string_view(block.folded).substr(block.title.begin, block.title.size()), lexicon);
    }
    record.resolved = relations::resolve(record.extracted.facts, scope, lexicon);
  }
}

relations::DocumentView view_of(const Analysis& analysis, const profile::Lexicon& lexicon) {
  relations::DocumentView view;
  for (const BlockRecord& record : analysis.blocks) view.blocks.push_back({&record.block, &record.resolved});
  view.outline = &analysis.outline;
  view.title = analysis.title.text;
  view.year = analysis.year;
  view.lexicon = &lexicon;
  return view;
}

}  // namespace

Analysis analyze(std::u16string units, const profile::Lexicon& lexicon) {
  Analysis analysis{text::Text(std::move(units)), {}, {}, {}, 0, {}, {}};
  read_blocks(analysis, lexicon);
  read_outline(analysis);
  resolve_scopes(analysis, lexicon);
  const relations::DocumentView view = view_of(analysis, lexicon);
  analysis.relations = relations::link(view);
  run_checks(analysis, view);
  return analysis;
}

}  // namespace gouji::engine
