// The stages between text and diagnostics, one call for each; `analysis.h` tells what each fills.

#pragma once

#include "engine/analysis.h"

namespace gouji::engine {

/// What the characters of one block say, without its range.
BlockRecord read_block(std::u16string_view printed, const profile::Lexicon& lexicon);

/// The blocks of a list of contents.
syntax::BlockRange find_contents(const Analysis& analysis);

/// A line of the contents repeats the text and says nothing of its own.
void make_contents(BlockRecord& record);

/// Outline, title and year.
void read_outline(Analysis& analysis);

/// The facts of all blocks under their headings, and in their tables.
void resolve(Analysis& analysis, const profile::Lexicon& lexicon);

/// The document as linkers, parts and checks see it; it points into `analysis`.
relations::DocumentView view_of(const Analysis& analysis, const profile::Lexicon& lexicon);

/// Parts, and the outline with the headings that lost their numbers. Afterwards `view` reads that outline.
void find_parts(Analysis& analysis, relations::DocumentView& view, const Settings& settings);

}  // namespace gouji::engine
