// Finds runs of sibling items, and the texts around them that may tell their totals.

#include "relations/item_runs.h"

#include <algorithm>

#include "facts/label.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;
using facts::Facts;
using syntax::BlockKind;
using syntax::MarkerStyle;

namespace {

constexpr std::size_t most_texts = 5;                // with amounts, before a run
constexpr std::uint32_t blocks_looked_back = 12;
constexpr std::size_t longest_plain_line = 80;       // in units
constexpr std::size_t most_items = 60;

bool is_prose(const BlockView& view) { return view.block->kind != BlockKind::table_row && view.block->kind != BlockKind::contents && !view.facts->crowded; }

/// From one element of a block up to another one.
struct ElementRange {
  std::size_t begin = 0, end = 0;
};

class RunFinder {
 public:
  RunFinder(const DocumentView& document, const ProseAmounts& all) : document_(document), all_(all) {}

  std::vector<ItemRun> run(std::uint32_t block) {
    if (!is_prose(block)) return {};
    add_marked_lines(block);
    add_plain_lines(block);
    add_clauses(block);
    return std::move(runs_);
  }

 private:
  const syntax::Block& block_of(std::uint32_t block) const { return *document_.blocks[block].block; }
  const Facts& facts_of(std::uint32_t block) const { return *document_.blocks[block].facts; }
  bool is_prose(std::uint32_t block) const { return relations::is_prose(document_.blocks[block]); }

  // All amounts of a block of prose.
  std::span<const QuantityRef> told(std::uint32_t block) const { return {all_.told.data() + all_.begins[block], all_.begins[block + 1] - all_.begins[block]}; }

  // How many of them stand before an element.
  std::size_t count_before(std::uint32_t block, std::size_t element) const {
    const auto& elements = facts_of(block).elements;
    return static_cast<std::size_t>(std::count_if(elements.begin(), elements.begin() + static_cast<std::ptrdiff_t>(element), [](const Element& each) { return each.kind == ElementKind::quantity; }));
  }

  // Amounts outside brackets between two elements.
  std::vector<QuantityRef> amounts(std::uint32_t block, ElementRange range) const {
    std::vector<QuantityRef> result;
    int depth = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const Element& element = facts_of(block).elements[i];
      if (element.kind == ElementKind::open) ++depth;
      if (element.kind == ElementKind::close) depth = std::max(depth - 1, 0);
      if (element.kind == ElementKind::quantity && depth == 0) result.push_back({block, static_cast<std::uint32_t>(element.value)});
    }
    return result;
  }

  std::vector<QuantityRef> amounts_of(std::uint32_t block) const { return amounts(block, {0, facts_of(block).elements.size()}); }

  // 1.…; 2.…; 3.…: the first block with amounts of each item.
  void add_marked_lines(std::uint32_t first) {
    const syntax::Marker& marker = block_of(first).marker;
    if (marker.style == MarkerStyle::none || marker.style == MarkerStyle::bullet || marker.number != 1) return;
    ItemRun run;
    int expected = 1;
    std::uint32_t block = first;
    for (; block < document_.blocks.size() && run.items.size() < most_items; ++block) {
      const syntax::Marker& here = block_of(block).marker;
      const bool begins = here.style == marker.style && here.number == expected;
      if (!begins && here.style != MarkerStyle::none && here.style <= marker.style) break;
      if (!begins && (here.style == MarkerStyle::none && block_of(first).kind != BlockKind::heading)) break;
      if (begins) {
        run.items.push_back({block, amounts_of(block)});
        ++expected;
      } else if (run.items.back().amounts.empty() && is_prose(block)) {
        run.items.back() = {block, amounts_of(block)};
      }
    }
    const std::uint32_t last = run.items.back().block;
    const bool body_of_last = last + 1 < block && !run.items.back().amounts.empty();   // behind what the last item tells
    finish(std::move(run), first, body_of_last ? last + 1 : block);
  }

  // 科级干部进修班3期148人次；: short lines without markers behind a line with amounts.
  void add_plain_lines(std::uint32_t before) {
    ItemRun run;
    std::uint32_t block = before + 1;
    const auto is_plain = [&](std::uint32_t line) { return is_prose(line) && block_of(line).kind == BlockKind::paragraph && block_of(line).marker.style == MarkerStyle::none && !block_of(line).folded.longer_than(longest_plain_line) && !facts_of(line).quantities.empty(); };
    if (facts_of(before).quantities.empty() || is_plain(before)) return;
    for (; block < document_.blocks.size() && is_plain(block) && run.items.size() < most_items; ++block) run.items.push_back({block, amounts_of(block)});
    finish(std::move(run), before + 1, block);
  }

  // Clauses of one block: （1）…；（2）…, or parts between semicolons behind a colon, a stop or the words before them.
  void add_clauses(std::uint32_t block) {
    const auto& elements = facts_of(block).elements;
    std::vector<ElementRange> marked, parted;   // items
    std::size_t part = 0, parted_begin = 0;
    MarkerStyle style = MarkerStyle::none;
    const auto close_parted = [&](std::size_t end, bool all) {
      parted.push_back({part, end});
      if (all) {
        finish_clauses(parted, block, parted_begin);
        parted.clear();
      }
      part = end;
    };
    std::size_t begin_of_marked = 0;
    int depth = 0;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const Element& element = elements[i];
      if (element.kind == ElementKind::open) ++depth;
      if (element.kind == ElementKind::close) depth = std::max(depth - 1, 0);
      if (depth > 0) continue;
      if (element.kind == ElementKind::item && i > 0) {
        const bool goes_on = style == element.style && element.value == static_cast<int>(marked.size()) + 1 && !marked.empty();
        if (goes_on) marked.back().end = i;
        else if (element.value == 1) {
          begin_of_marked = i;
          marked.clear();
          style = element.style;
        } else continue;
        marked.push_back({i, elements.size()});
      } else if (element.kind == ElementKind::semicolon) {
        close_parted(i, false);
      } else if (element.kind == ElementKind::colon && parted.empty()) {
        part = parted_begin = i;
      } else if (element.kind == ElementKind::stop) {
        close_parted(i, true);
        part = parted_begin = i + 1;
      }
    }
    if (!marked.empty()) {
      for (std::size_t i = marked.back().begin; i < elements.size(); ++i) {
        if (elements[i].kind != ElementKind::stop) continue;
        marked.back().end = i;
        break;
      }
      finish_clauses(marked, block, begin_of_marked);
    } else {
      close_parted(elements.size(), true);
    }
  }

  // The run begins at `begin`, with the words before its first item.
  void finish_clauses(const std::vector<ElementRange>& items, std::uint32_t block, std::size_t begin) {
    if (items.size() < 2) return;
    ItemRun run;
    run.clauses = true;
    for (const ElementRange item : items) run.items.push_back({block, amounts(block, item)});
    const auto behind = told(block).subspan(count_before(block, items.back().end));
    if (!behind.empty()) run.texts.push_back({block, behind, true, true, false});
    const auto ahead = told(block).first(count_before(block, begin));
    if (!ahead.empty()) run.texts.push_back({block, ahead, false, true, false});
    add_texts_before(run, block);
    runs_.push_back(std::move(run));
  }

  void finish(ItemRun run, std::uint32_t first, std::uint32_t end) {
    if (run.items.size() < 2) return;
    if (end < document_.blocks.size() && is_prose(end) && block_of(end).kind != BlockKind::heading) run.texts.push_back({end, told(end), true, true, recalls(end) || counts(end, run.items.size())});
    add_texts_before(run, first);
    runs_.push_back(std::move(run));
  }

  void add_texts_before(ItemRun& run, std::uint32_t first) const {
    std::size_t found = 0;
    for (std::uint32_t block = first; block-- > 0 && block + blocks_looked_back >= first && found < most_texts;) {
      if (!is_prose(block)) break;
      if (told(block).empty()) continue;
      run.texts.push_back({block, told(block), false, found == 0, false});
      ++found;
    }
  }

  // 以上5个项目…: the first words behind the run take it up.
  bool recalls(std::uint32_t block) const {
    const std::u16string_view words = block_of(block).folded.slice(block_of(block).content, 2);
    constexpr std::u16string_view recalling[]{u"以上", u"上述", u"前述", u"合计", u"总计"};
    return std::any_of(std::begin(recalling), std::end(recalling), [&](std::u16string_view word) { return words.starts_with(word); });
  }

  // 三类项目支出共计…: its first number is that of the items.
  bool counts(std::uint32_t block, std::size_t items) const {
    const auto& quantities = facts_of(block).quantities;
    return quantities.size() >= 2 && quantities[0].kind == profile::UnitKind::count && quantities[1].announced && quantities[0].value() == number::Decimal(static_cast<std::int64_t>(items), 0);
  }

  const DocumentView& document_;
  const ProseAmounts& all_;
  std::vector<ItemRun> runs_;
};

}  // namespace

ProseAmounts amounts_of_prose(const DocumentView& document) {
  ProseAmounts all;
  all.begins.reserve(document.blocks.size() + 1);
  std::uint32_t block = 0;
  for (const BlockView& view : document.blocks) {
    all.begins.push_back(all.told.size());
    if (is_prose(view)) {
      for (const Element& element : view.facts->elements) {
        if (element.kind == ElementKind::quantity) all.told.push_back({block, static_cast<std::uint32_t>(element.value)});
      }
    }
    ++block;
  }
  all.begins.push_back(all.told.size());
  return all;
}

std::vector<ItemRun> find_runs(const DocumentView& document, const ProseAmounts& amounts, std::uint32_t block) { return RunFinder(document, amounts).run(block); }

}  // namespace gouji::relations
