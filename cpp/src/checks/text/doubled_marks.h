// Marks too many: two where one belongs, or one that hugs a bracket from inside.

#pragma once

#include <optional>

#include "checks/text/characters.h"

namespace gouji::checks {

struct DoubledMarks {
  text::Range marks;
  text::Range range;             // the marks, with the bracket where they hug one
  std::u16string kept;           // the mark that stays, or nothing
  bool unclear = false;          // something may be missing behind a colon
};

namespace doubled_marks {

constexpr text::UnitSet by_strength(u"、,;.:");  // folded; a colon says most of what follows
constexpr std::size_t weak = 3;                         // 、，； have no place beside a bracket

constexpr std::size_t strength(char16_t folded) { return by_strength.find(folded == u'。' ? u'.' : folded); }

// A point is a full stop unless it belongs to a number, a Latin word or a row of points.
inline bool is_mark(std::u16string_view folded, std::uint32_t i) {
  if (folded[i] != u'.') return strength(folded[i]) != by_strength.npos;
  const char16_t before = unit_before(folded, i), after = unit_at(folded, i + 1);
  return before != u'.' && after != u'.' && !is_latin(before) && !is_latin(after) && !is_digit(after);
}

// The strongest mark, the full-width one of equals, printed as Chinese marks are where Chinese words precede.
inline std::u16string strongest(const BlockSubject& block, text::Range marks) {
  const std::u16string_view folded = block.block->folded;
  std::uint32_t best = marks.begin;
  for (std::uint32_t i = marks.begin; i < marks.end; ++i) {
    const std::size_t mine = strength(folded[i]), other = strength(folded[best]);
    if (mine > other || (mine == other && block.printed[best] < 0x80)) best = i;
  }
  if (!ends_chinese(unit_before(block.printed, marks.begin))) return {block.printed[best]};
  return {u"、，；。："[strength(folded[best])]};
}

inline std::optional<DoubledMarks> judge(const BlockSubject& block, text::Range marks) {
  const std::u16string_view printed = block.printed;
  const char16_t before = unit_before(printed, marks.begin), after = unit_at(printed, marks.end);
  constexpr text::UnitSet openers(u"（([［【〔《〈{｛"), closers(u"）)]］】〕》〉}｝");
  const bool opened = openers.contains(before), closed = closers.contains(after);
  if (!opened && !closed && marks.size() < 2) return std::nullopt;
  if (opened && closed) return std::nullopt;  // （；） is about the mark itself
  const bool ascii = std::all_of(printed.begin() + marks.begin, printed.begin() + marks.end, [](char16_t unit) { return unit < 0x80; });
  if (ascii && !ends_chinese(before) && !(opened && text::is_han(after))) return std::nullopt;
  std::u16string kept = strongest(block, marks);
  const bool hugs = (opened || closed) && strength(text::fold_width(kept).front()) < weak;
  if (hugs) return DoubledMarks{marks, {marks.begin - (opened ? 1 : 0), marks.end + (closed ? 1 : 0)}, {}, false};
  if (marks.size() < 2) return std::nullopt;  // beside a bracket, where it belongs
  const auto folded = std::u16string_view(block.block->folded).substr(marks.begin, marks.size());
  const bool unclear = folded.front() == u':' && folded.find_first_not_of(u':') != std::u16string_view::npos;
  return DoubledMarks{marks, marks, std::move(kept), unclear};
}

}  // namespace doubled_marks

inline std::vector<DoubledMarks> find_doubled_marks(const BlockSubject& block) {
  std::vector<DoubledMarks> found;
  if (block.block->kind == syntax::BlockKind::table_row || block.block->kind == syntax::BlockKind::contents) return found;
  const std::u16string_view folded = block.block->folded;
  for (std::uint32_t i = 0; i < folded.size(); ++i) {
    text::Range marks{i, i};
    while (marks.end < folded.size() && doubled_marks::is_mark(folded, marks.end)) ++marks.end;
    if (marks.empty()) continue;
    if (auto doubled = doubled_marks::judge(block, marks)) found.push_back(std::move(*doubled));
    i = marks.end - 1;
  }
  return found;
}

}  // namespace gouji::checks
