// Blocks: the logical lines of a text, each parsed from its own characters alone.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/lexicon.h"
#include "syntax/cells.h"
#include "syntax/folded_text.h"
#include "syntax/marker.h"
#include "syntax/token.h"
#include "text/offsets.h"
#include "text/text.h"

namespace gouji::syntax {

enum class BlockKind : std::uint8_t { paragraph, heading, list_item, table_row, contents };

/// A logical line with ranges relative to its first unit. Blank lines are no blocks.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  FoldedText folded;              // width-folded text, the same length as the printed text
  std::uint32_t content = 0;      // first unit that is neither blank nor residue nor Markdown heading sign
  Marker marker;
  int markdown_level = 0;         // number of leading '#'
  text::Range title;              // heading only: the words after the marker, up to a run-in body
  bool run_in = false;            // heading only: body text follows on the line
  bool lists_attachments = false; // 附件：1.整体支出绩效自评表 begins a list that other lines go on with
  bool flattened_table = false;   // a row of numbers whose columns are lost
  CellStyle cell_style = CellStyle::none;
  std::vector<text::Range> cells; // without separators and blanks; of another kind than table_row: as rows around it may read it
  std::vector<Token> tokens;

  /// The words of `title`; part of the block's shape.
  std::u16string_view title_words() const { return folded.without_note().substr(title.begin, title.size()); }
};

/// The blocks are alike in all but their tokens and words, of which only those of the title are alike.
bool same_shape(const Block& a, const Block& b);

/// Where the blocks of a text are. A block spans more than one line only where a line is broken inside a word or a
/// number (looks at most two lines ahead).
std::vector<text::Range> split_blocks(const text::Text& text);

/// The block that begins in line `line` (0-based) or behind it; `line` becomes the first one behind it. What it answers
/// depends on the block's lines and the two behind them.
std::optional<text::Range> next_block(const text::Text& text, std::size_t& line);

Block parse_block(std::u16string_view printed, const profile::Lexicon& lexicon);

}  // namespace gouji::syntax
