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

class RunFinder {
 public:
  explicit RunFinder(const DocumentView& document) : document_(document) {}

  std::vector<ItemRun> run() {
    const auto count = static_cast<std::uint32_t>(document_.blocks.size());
    for (std::uint32_t block = 0; block < count; ++block) {
      if (!is_prose(block)) continue;
      add_marked_lines(block);
      add_plain_lines(block);
      add_clauses(block);
    }
    return std::move(runs_);
  }

 private:
  const syntax::Block& block_of(std::uint32_t block) const { return *document_.blocks[block].block; }
  const Facts& facts_of(std::uint32_t block) const { return *document_.blocks[block].facts; }
  bool is_prose(std::uint32_t block) const { return block_of(block).kind != BlockKind::table_row && block_of(block).kind != BlockKind::contents && !facts_of(block).crowded; }

  // Amounts outside brackets between two elements; with brackets where `inside`.
  std::vector<QuantityRef> amounts(std::uint32_t block, std::size_t begin, std::size_t end, bool inside) const {
    std::vector<QuantityRef> result;
    int depth = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Element& element = facts_of(block).elements[i];
      if (element.kind == ElementKind::open) ++depth;
      if (element.kind == ElementKind::close) depth = std::max(depth - 1, 0);
      if (element.kind == ElementKind::quantity && (inside || depth == 0)) result.push_back({block, static_cast<std::uint32_t>(element.value)});
    }
    return result;
  }

  std::vector<QuantityRef> amounts_of(std::uint32_t block, bool inside) const { return amounts(block, 0, facts_of(block).elements.size(), inside); }

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
        run.items.push_back({block, amounts_of(block, false)});
        ++expected;
      } else if (run.items.back().amounts.empty() && is_prose(block)) {
        run.items.back() = {block, amounts_of(block, false)};
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
    for (; block < document_.blocks.size() && is_plain(block) && run.items.size() < most_items; ++block) run.items.push_back({block, amounts_of(block, false)});
    finish(std::move(run), before + 1, block);
  }

  // Clauses of one block: （1）…；（2）…, or parts between semicolons behind a colon, a stop or the words before them.
  void add_clauses(std::uint32_t block) {
    const auto& elements = facts_of(block).elements;
    ItemRun marked, parted;
    std::size_t marked_begin = 0, part = 0, parted_begin = 0;
    MarkerStyle style = MarkerStyle::none;
    const auto close_marked = [&](std::size_t end) {
      if (!marked.items.empty()) marked.items.back().amounts = amounts(block, marked_begin, end, false);
      finish_clauses(std::move(marked), block, parted_begin, end);
      marked = {};
      style = MarkerStyle::none;
    };
    const auto close_parted = [&](std::size_t end, bool all) {
      parted.items.push_back({block, amounts(block, part, end, false)});
      if (all) {
        finish_clauses(std::move(parted), block, parted_begin, end);
        parted = {};
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
        const bool goes_on = style == element.style && element.value == static_cast<int>(marked.items.size()) + 1;
        if (goes_on) marked.items.back().amounts = amounts(block, marked_begin, i, false);
        else if (element.value == 1) {
          begin_of_marked = i;
          marked = {};
          style = element.style;
        } else continue;
        marked.items.push_back({block, {}});
        marked_begin = i;
      } else if (element.kind == ElementKind::semicolon) {
        close_parted(i, false);
      } else if (element.kind == ElementKind::colon && parted.items.empty()) {
        part = parted_begin = i;
      } else if (element.kind == ElementKind::stop) {
        close_parted(i, true);
        part = parted_begin = i + 1;
      }
    }
    if (!marked.items.empty()) {
      std::size_t end = elements.size();
      for (std::size_t i = marked_begin; i < elements.size(); ++i) {
        if (elements[i].kind != ElementKind::stop) continue;
        end = i;
        break;
      }
      parted_begin = begin_of_marked;
      close_marked(end);
    } else {
      close_parted(elements.size(), true);
    }
  }

  void finish_clauses(ItemRun run, std::uint32_t block, std::size_t begin, std::size_t end) {
    if (run.items.size() < 2) return;
    run.clauses = true;
    const auto& elements = facts_of(block).elements;
    const std::vector<QuantityRef> behind = amounts(block, end, elements.size(), true);
    if (!behind.empty()) run.texts.push_back({block, behind, true, true, false});
    const std::vector<QuantityRef> ahead = amounts(block, 0, begin, true);
    if (!ahead.empty()) run.texts.push_back({block, ahead, false, true, false});
    add_texts_before(run, block);
    runs_.push_back(std::move(run));
  }

  void finish(ItemRun run, std::uint32_t first, std::uint32_t end) {
    if (run.items.size() < 2) return;
    if (end < document_.blocks.size() && is_prose(end) && block_of(end).kind != BlockKind::heading) run.texts.push_back({end, amounts_of(end, true), true, true, recalls(end) || counts(end, run.items.size())});
    add_texts_before(run, first);
    runs_.push_back(std::move(run));
  }

  void add_texts_before(ItemRun& run, std::uint32_t first) const {
    std::size_t found = 0;
    for (std::uint32_t block = first; block-- > 0 && block + blocks_looked_back >= first && found < most_texts;) {
      if (!is_prose(block)) break;
      std::vector<QuantityRef> told = amounts_of(block, true);
      if (told.empty()) continue;
      run.texts.push_back({block, std::move(told), false, found == 0, false});
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
  std::vector<ItemRun> runs_;
};

}  // namespace

std::vector<ItemRun> find_runs(const DocumentView& document) { return RunFinder(document).run(); }

}  // namespace gouji::relations
