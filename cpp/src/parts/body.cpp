// Judges bodies by their words; that a number stands in them makes them an answer.

#include "parts/body.h"

#include <algorithm>

namespace gouji::parts {
namespace {

using syntax::Block;
using syntax::BlockKind;

constexpr std::u16string_view marks = u"。,;:、.!?()[]【】“”\"";
constexpr std::size_t longest_none = 60;      // units of an answer that only says that there is nothing
constexpr std::size_t longest_subject = 14;   // of a clause before it

bool is_mark_or_space(char16_t unit) { return text::is_space(unit) || marks.find(unit) != std::u16string_view::npos; }

// 【请填写：…】, （待填写）
bool is_prompt(std::u16string_view text) {
  constexpr std::u16string_view words[]{u"请填写", u"待填写", u"此处填写", u"待补充", u"请补充"};
  const bool bracketed = text.starts_with(u"【") || text.starts_with(u"(") || text.starts_with(u"[");
  return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return text.starts_with(word) || (bracketed && text.substr(1).starts_with(word)); });
}

bool ends_sentence(char16_t unit) { return unit == u'。' || unit == u',' || unit == u';' || unit == u':'; }

bool says_none(std::u16string_view clause, const profile::PartWords& words) {
  return std::any_of(words.none.begin(), words.none.end(), [&](const std::u16string& word) {
    const auto found = clause.find(word);
    if (found == std::u16string_view::npos) return false;
    const auto rest = clause.substr(found + word.size());
    if (rest.empty()) return true;
    return rest.front() != u'法' && std::any_of(words.none_objects.begin(), words.none_objects.end(), [&](const std::u16string& object) { return rest.find(object) != std::u16string_view::npos; });
  });
}

// 无, 暂无, /, 本单位2024年无政府性基金预算支出: every clause says so, without an amount but 0; a short one may name who
// speaks. 无重大问题，但台账登记不及时 says something.
bool is_none(std::u16string_view text, std::size_t quantities, const profile::PartWords& words) {
  if (text.size() > longest_none || quantities > 0) return false;
  if (text.find_first_not_of(u"/—-－") == std::u16string_view::npos) return true;
  bool none = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = static_cast<std::size_t>(std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), ends_sentence) - text.begin());
    const auto clause = text.substr(begin, end - begin);
    const bool says = says_none(clause, words);
    if (!says && (none || clause.size() > longest_subject)) return false;
    none = none || says;
    begin = end + 1;
  }
  return none;
}

}  // namespace

text::Range trimmed(const Block& block, std::uint32_t begin) {
  const std::u16string_view words = block.folded.without_note();
  auto end = static_cast<std::uint32_t>(words.size());
  while (begin < end && is_mark_or_space(words[begin]) && words[begin] != u'(' && words[begin] != u'【' && words[begin] != u'[') ++begin;
  while (end > begin && (text::is_space(words[end - 1]) || std::u16string_view(u"。;,.").find(words[end - 1]) != std::u16string_view::npos)) --end;
  return {begin, end};
}

namespace {

// Of the words in `range`, which are all that a section says.
BodyKind kind_of(const Block& block, const facts::Facts& facts, text::Range range, const profile::PartWords& words) {
  const auto zero = [](const facts::Quantity& quantity) { return quantity.number == number::Decimal(0, 0); };
  const auto amounts = static_cast<std::size_t>(std::count_if(facts.quantities.begin(), facts.quantities.end(), [&](const facts::Quantity& each) { return !zero(each); }));
  const auto answer = block.folded.without_note().substr(range.begin, range.size());
  if (is_prompt(answer)) return BodyKind::prompt;
  return is_none(answer, amounts, words) ? BodyKind::none : BodyKind::text;
}

}  // namespace

bool same_as_body(const Block& before, const Block& now, const facts::Facts& facts, const profile::PartWords& words) {
  const auto kind = [&](const Block& block, std::uint32_t begin) {
    const text::Range range = trimmed(block, begin);
    return range.empty() ? BodyKind::empty : kind_of(block, facts, range, words);
  };
  const auto same = [&](std::uint32_t begin) { return kind(before, begin) == kind(now, begin); };
  return same(before.content) && (before.marker.end == before.content || same(before.marker.end)) && (before.title.end == before.content || same(before.title.end));
}

Body read_body(const relations::DocumentView& document, std::uint32_t heading, std::uint32_t title_end, std::uint32_t end, const std::vector<std::uint32_t>& own_headings) {
  Body body{BodyKind::empty, heading, {title_end, title_end}};
  std::size_t texts = 0;
  for (std::uint32_t i = heading; i < end; ++i) {
    const Block& block = *document.blocks[i].block;
    if (i != heading && std::find(own_headings.begin(), own_headings.end(), i) != own_headings.end() && !block.run_in) continue;
    const std::uint32_t begin = i == heading ? title_end : std::max(block.content, block.kind == BlockKind::heading ? block.marker.end : block.content);
    if (i == heading && title_end != block.title.end) block.folded.view();   // words that lead it, or a line without a number
    const text::Range range = trimmed(block, begin);
    if (range.empty() || block.kind == BlockKind::contents) continue;
    if (++texts == 1) body = {BodyKind::text, i, range};
    if (texts > 1) return {BodyKind::text, heading, {title_end, title_end}};
  }
  if (texts == 0) return body;
  const Block& only = *document.blocks[body.block].block;
  body.kind = kind_of(only, *document.blocks[body.block].facts, body.range, document.lexicon->vocabulary().parts);
  if (body.kind == BodyKind::text) return {BodyKind::text, heading, {title_end, title_end}};
  only.folded.view();   // where it ends is told too
  return body;
}

}  // namespace gouji::parts
