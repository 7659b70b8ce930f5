// Builds the outline from all headings and numbered list items of a document.

#include "syntax/outline.h"

#include <algorithm>

namespace gouji::syntax {
namespace {

struct Item {
  std::uint32_t block;
  MarkerStyle style;
  int number;
  bool spaced;
  bool heading;
  int markdown_level;
  bool given;
  text::Range title;
};

/// One open level of numbering.
struct Level {
  MarkerStyle style = MarkerStyle::none;
  int last = 0;          // number that the sequence has reached
  int heading = -1;      // the latest heading on this level
  int parent = -1;       // the heading that the level stands under
  int first = 1;         // the number that it began with
  bool nested = false;   // a run in the style of a level above it
};

class Builder {
 public:
  Builder(const std::vector<const Block*>& blocks, const std::vector<GivenNumber>& given) : blocks_(blocks) {
    outline_.heading_of_block.assign(blocks.size(), -1);
    int attachment = 0;   // the last number of a list of attachments
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const Block& block = *blocks[i];
      attachment = attachment_number(block, attachment);
      if (attachment > 0) continue;
      const auto number = std::find_if(given.begin(), given.end(), [&](const GivenNumber& each) { return each.block == i; });
      if (number != given.end()) {
        items_.push_back({i, number->style, number->number, false, true, 0, true, number->title});
        continue;
      }
      const bool heading = block.kind == BlockKind::heading;
      if (!heading && !(block.kind == BlockKind::list_item && block.marker.style < MarkerStyle::enumeration)) continue;
      items_.push_back({i, block.marker.style, block.marker.number, block.marker.spaced, heading, block.markdown_level, false, block.title});
    }
  }

  Outline run() {
    for (std::size_t i = 0; i < items_.size(); ++i) place(i);
    int current = -1;
    std::size_t next = 0;
    for (std::uint32_t block = 0; block < outline_.heading_of_block.size(); ++block) {
      if (next < outline_.headings.size() && outline_.headings[next].block == block) current = static_cast<int>(next++);
      outline_.heading_of_block[block] = current;
    }
    return std::move(outline_);
  }

 private:
  // 附件：1.整体支出绩效自评表 and the lines that count on behind it are no headings; 0 where there is no such list.
  static int attachment_number(const Block& block, int last) {
    if (last > 0 && block.marker.style == MarkerStyle::arabic && block.marker.number == last + 1) return last + 1;
    return block.lists_attachments ? 1 : 0;
  }

  void place(std::size_t index) {
    Item& item = items_[index];
    if (item.style == MarkerStyle::none) return place_unnumbered(item);
    const bool converted = resolve_converted(item);
    OutlineHeading heading;
    heading.block = item.block;
    heading.number = item.number;
    heading.converted = converted;
    heading.given = item.given;
    heading.title = item.title;
    const int level = find_level(item);
    if (level < 0) {
      while (!levels_.empty() && levels_.back().style > item.style) levels_.pop_back();
      open(item, false);
      if (item.heading && item.number == 2 && lacks_first(item)) {
        heading.fault = NumberingFault::gap;
        heading.expected = 1;
      }
    } else {
      continue_level(static_cast<std::size_t>(level), index, heading);
    }
    add(item, heading);
  }

  void place_unnumbered(const Item& item) {
    levels_.clear();
    OutlineHeading heading;
    heading.block = item.block;
    heading.level = std::max(1, item.markdown_level);
    heading.title = item.title;
    outline_.headings.push_back(heading);
  }

  // "（2） " and "7、 ": an Arabic number with a blank behind it that continues a Chinese sequence.
  bool resolve_converted(Item& item) const {
    if (!item.spaced || !item.heading) return false;
    const MarkerStyle meant = item.style == MarkerStyle::arabic_paren ? MarkerStyle::han_paren
                              : item.style == MarkerStyle::arabic     ? MarkerStyle::han
                                                                      : MarkerStyle::none;
    if (meant == MarkerStyle::none) return false;
    for (std::size_t i = levels_.size(); i-- > 0;) {
      if (levels_[i].style == item.style && levels_[i].last + 1 == item.number) return false;
      if (levels_[i].style == item.style) break;  // an Arabic list is open: the number belongs to it
      if (levels_[i].style == meant && item.number > 1) {  // no list begins at 2
        item.style = meant;
        return true;
      }
    }
    return false;
  }

  // The open level that the item continues: the innermost of its style, or one further out that expects its number.
  int find_level(const Item& item) const {
    int innermost = -1;
    for (std::size_t i = levels_.size(); i-- > 0;) {
      if (levels_[i].style < item.style) break;  // a level above: what lies further out is not its list
      if (levels_[i].style != item.style) continue;
      if (innermost < 0) innermost = static_cast<int>(i);
      if (levels_[i].last + 1 == item.number) return static_cast<int>(i);
      if (!levels_[i].nested) break;
    }
    return innermost;
  }

  void open(const Item& item, bool nested) {
    const int parent = levels_.empty() ? -1 : levels_.back().heading >= 0 ? levels_.back().heading : levels_.back().parent;
    levels_.push_back({item.style, item.number, -1, parent, item.number, nested});
  }

  // Below a heading the first number is 1, unless that stands within a line: 一、基本情况（一）职责…
  bool lacks_first(const Item& item) const {
    const int parent = levels_.back().parent;
    if (parent < 0) return false;
    const std::u16string first = text::fold_width(marker_label(item.style, 1));
    for (std::uint32_t block = outline_.headings[static_cast<std::size_t>(parent)].block; block < item.block; ++block) {
      if (contains_label(blocks_[block]->folded, first) || contains_label(blocks_[block]->folded, u"1、")) return false;
    }
    return true;
  }

  // 1. but not 11.5
  static bool contains_label(std::u16string_view text, std::u16string_view label) {
    const auto is_digit = [](char16_t unit) { return unit >= u'0' && unit <= u'9'; };
    for (auto at = text.find(label); at != std::u16string_view::npos; at = text.find(label, at + 1)) {
      const bool inside_number = (at > 0 && is_digit(text[at - 1])) || (at + label.size() < text.size() && is_digit(text[at + label.size()]));
      if (!inside_number) return true;
    }
    return false;
  }

  void continue_level(std::size_t level, std::size_t index, OutlineHeading& heading) {
    const Item& item = items_[index];
    const int last = levels_[level].last;
    if (item.number == last + 1) {
      levels_.resize(level + 1);
      levels_[level].last = item.number;
      return;
    }
    if (item.number == 1 && is_nested(level, index)) {
      heading.fault = NumberingFault::nested;
      open(item, true);
      return;
    }
    levels_.resize(level + 1);
    if (item.number == 1 && item.style >= MarkerStyle::arabic) {  // another list begins
      levels_[level].last = 1;
      levels_[level].heading = -1;
      return;
    }
    if (levels_[level].heading >= 0) {
      heading.fault = item.number > last ? NumberingFault::gap : NumberingFault::repeat;
      heading.expected = last + 1;
    }
    const bool next_expects = next_number(index) == last + 2;
    levels_[level].last = next_expects ? last + 1 : item.number;
  }

  // A restart at 1 is nested where it follows the first heading of its level and counts on (two headings numbered 一
  // with nothing else are a repeat), where it stands right below a sibling of an inner level and counts on, or where the
  // outer sequence goes on after the restarted run.
  bool is_nested(std::size_t level, std::size_t index) const {
    const int outer = levels_[level].last;
    if (levels_[level].first != 1) return false;   // 二、…一、: changed places
    if (!items_[index].heading || levels_[level].heading < 0) return false;
    if (outer == 1) return next_number(index) == 2;
    const bool below_its_sibling = items_[index].style > MarkerStyle::han && levels_.size() == level + 1 && items_[index - 1].heading;
    if (below_its_sibling && next_number(index) == 2) return true;
    int reached = 1;
    for (std::size_t i = index + 1; i < items_.size(); ++i) {
      if (items_[i].style < items_[index].style && items_[i].style != MarkerStyle::none) break;
      if (items_[i].style != items_[index].style) continue;
      if (items_[i].number == outer + 1 && items_[i].number != reached + 1) return true;
      if (items_[i].number != reached + 1) return false;
      reached = items_[i].number;
    }
    return false;
  }

  int next_number(std::size_t index) const {
    for (std::size_t i = index + 1; i < items_.size(); ++i) {
      if (items_[i].style == items_[index].style) return items_[i].number;
      if (items_[i].style < items_[index].style) break;
    }
    return 0;
  }

  void add(const Item& item, OutlineHeading heading) {
    Level& level = levels_.back();
    if (!item.heading) {
      level.heading = -1;
      return;
    }
    heading.style = item.style;
    heading.parent = level.parent;
    heading.previous = level.heading;
    heading.level = level.parent < 0 ? 1 : outline_.headings[static_cast<std::size_t>(level.parent)].level + 1;
    level.heading = static_cast<int>(outline_.headings.size());
    outline_.headings.push_back(heading);
  }

  const std::vector<const Block*>& blocks_;
  std::vector<Item> items_;
  std::vector<Level> levels_;
  Outline outline_;
};

}  // namespace

Outline build_outline(const std::vector<const Block*>& blocks, const std::vector<GivenNumber>& given) { return Builder(blocks, given).run(); }

}  // namespace gouji::syntax
