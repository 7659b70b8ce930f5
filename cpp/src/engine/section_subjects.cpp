// Headings with what is below them.

#include <algorithm>
#include <iterator>

#include "engine/part_subjects.h"
#include "parts/wording.h"

namespace gouji::engine {
namespace {

using checks::SectionSubject;
using parts::PartState;

class SectionSubjects {
 public:
  SectionSubjects(const Analysis& analysis, const relations::DocumentView& view) : analysis_(analysis), view_(view) {}

  std::vector<SectionSubject> run() {
    const auto& headings = analysis_.numbering.headings;
    for (std::size_t i = 0; i < headings.size(); ++i) add_heading(static_cast<int>(i));
    for (const parts::Part& part : analysis_.parts.parts) {
      if (analysis_.parts.judged && stands(part) && part.heading < 0) add_part(part);
    }
    return std::move(subjects_);
  }

 private:
  static bool stands(const parts::Part& part) { return part.state == PartState::present || part.state == PartState::displaced; }

  const parts::Part* part_at(std::uint32_t block) const {
    if (!analysis_.parts.judged) return nullptr;
    const auto& all = analysis_.parts.parts;
    const auto found = std::find_if(all.begin(), all.end(), [&](const parts::Part& part) { return stands(part) && part.block == block; });
    return found == all.end() ? nullptr : &*found;
  }

  std::uint32_t end_of(int heading) const {
    const auto& headings = analysis_.numbering.headings;
    const int level = headings[static_cast<std::size_t>(heading)].level;
    for (std::size_t i = static_cast<std::size_t>(heading) + 1; i < headings.size(); ++i) {
      if (headings[i].level <= level) return headings[i].block;
    }
    return static_cast<std::uint32_t>(analysis_.blocks.size());
  }

  void add_heading(int index) {
    const syntax::OutlineHeading& heading = analysis_.numbering.headings[static_cast<std::size_t>(index)];
    if (const parts::Part* part = part_at(heading.block)) return add_part(*part);
    const std::uint32_t end = end_of(index);
    SectionSubject subject;
    subject.level = heading.level;
    subject.body = parts::read_body(view_, heading.block, heading.title.end, end, {}).kind;
    fill(subject, heading.block, heading.title, end);
  }

  void add_part(const parts::Part& part) {
    SectionSubject subject;
    subject.level = part.heading < 0 ? 0 : analysis_.numbering.headings[static_cast<std::size_t>(part.heading)].level;
    subject.is_part = analysis_.parts.section(part).importance != profile::Importance::optional;
    subject.none_is_answer = analysis_.parts.section(part).none_is_answer;
    subject.body = part.body.kind;
    subject.answer = {part.body.block, part.body.range};
    const auto absent_below = [&](const parts::Part& other) { return other.state == PartState::absent && other.parent >= 0 && &analysis_.parts.parts[static_cast<std::size_t>(other.parent)] == &part && analysis_.parts.section(other).importance != profile::Importance::optional; };
    subject.told_as_part = std::any_of(analysis_.parts.parts.begin(), analysis_.parts.parts.end(), absent_below);
    fill(subject, part.block, part.title, part.end);
  }

  void fill(SectionSubject& subject, std::uint32_t block, text::Range title, std::uint32_t end) {
    const syntax::Block& heading = analysis_.blocks[block].block;
    const auto printed = analysis_.printed(block);
    subject.heading = {block, title};
    const std::uint32_t begin = heading.kind == syntax::BlockKind::heading ? heading.content : title.begin;
    subject.printed = text::to_utf8(printed.substr(begin, title.end - begin));
    const auto folded_title = heading.folded.slice(title.begin, title.size());
    if (heading.run_in) {
      subject.unkept = text::to_utf8(parts::unkept_promise(view_, folded_title, block, end));
      if (!subject.unkept.empty() && std::u16string_view(heading.folded).substr(title.end).find(text::to_utf16(subject.unkept)) != std::u16string_view::npos) subject.unkept.clear();
    } else {
      subject.unkept = text::to_utf8(parts::unkept_promise(view_, folded_title, block + 1, end));
    }
    if (told_by_heading(subject.unkept, block)) subject.unkept.clear();
    if (subject.body == parts::BodyKind::text) subject.open_colon = open_colon_of(analysis_, block, end);
    subjects_.push_back(std::move(subject));
  }

  // 一、存在的问题及建议 … 二、改进建议
  bool told_by_heading(const std::string& word, std::uint32_t block) const {
    if (word.empty()) return false;
    const std::u16string wanted = text::to_utf16(word);
    const auto& headings = analysis_.numbering.headings;
    return std::any_of(headings.begin(), headings.end(), [&](const syntax::OutlineHeading& heading) {
      const auto title = analysis_.blocks[heading.block].block.folded.slice(heading.title.begin, heading.title.size());
      return heading.block > block && title.find(wanted) != std::u16string_view::npos;
    });
  }

  static diagnostic::Place open_colon_of(const Analysis& analysis, std::uint32_t block, std::uint32_t end) {
    const std::uint32_t last = end - 1;
    const text::Range colon = last <= block ? text::Range{} : engine::open_colon(analysis.blocks[last].block);
    return colon.empty() ? diagnostic::Place{} : diagnostic::Place{last, colon};
  }

  const Analysis& analysis_;
  const relations::DocumentView& view_;
  std::vector<SectionSubject> subjects_;
};

}  // namespace

text::Range open_colon(const syntax::Block& block) {
  if (block.kind == syntax::BlockKind::contents || block.kind == syntax::BlockKind::table_row) return {};
  const std::u16string_view folded = block.folded.without_note();
  auto size = static_cast<std::uint32_t>(folded.size());
  while (size > 0 && text::is_space(folded[size - 1])) --size;
  const auto words = folded.substr(0, size);
  constexpr std::u16string_view leads[]{u"如下:", u"下列:", u"其中:", u"包括:", u"方面:", u"以下:", u"分别为:", u"分别是:", u"主要有:", u"主要是:"};
  if (std::any_of(std::begin(leads), std::end(leads), [&](std::u16string_view lead) { return words.ends_with(lead); })) return {size - 3, size};
  return {};
}

std::vector<SectionSubject> section_subjects(const Analysis& analysis, const relations::DocumentView& view) { return SectionSubjects(analysis, view).run(); }

}  // namespace gouji::engine
