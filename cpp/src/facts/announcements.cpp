// Words that announce a list, and the words that name what it divides.

#include <algorithm>

#include "facts/cues.h"
#include "facts/extractor.h"
#include "facts/label.h"
#include "text/text.h"

namespace gouji::facts {

using profile::WordClass;
using syntax::MarkerStyle;
using syntax::Token;
using syntax::TokenKind;

// 行政、事业、工勤编制分别为32名、28名和1名: the names in order.
void Extractor::collect_names(std::uint32_t end) {
  names_.clear();
  names_.emplace_back(text_.substr(clause_begin_, end - std::min(clause_begin_, end)));
  for (std::size_t i = out_.facts.elements.size(); i >= 2; i -= 2) {
    if (out_.facts.elements[i - 1].kind != ElementKind::pause || out_.facts.elements[i - 2].kind != ElementKind::phrase) break;
    const text::Range range = out_.places.elements[i - 2];
    names_.insert(names_.begin(), std::u16string(text_.substr(range.begin, range.size())));
  }
  if (names_.size() < 2) names_.clear();
}

// 保养费、保险费分别[占运行费的]26%、13%: each share has a name of its own
void Extractor::collect_share_names(std::uint32_t end) {
  const auto words = trim(text_.substr(clause_begin_, end - std::min(clause_begin_, end)));
  const auto behind = text_.substr(end);
  for (const std::u16string_view adverb : {u"占比分别", u"占比依次", u"比重分别", u"比重依次"}) {   // 甲、乙占比分别为40%、60%
    if (!behind.starts_with(adverb)) continue;
    collect_names(end);
    if (names_.empty()) split_names(words);
    if (!names_.empty()) share_begin_ = end;
    return;
  }
  for (const std::u16string_view adverb : {u"分别", u"依次", u"各自", u"各"}) {
    if (!words.ends_with(adverb)) continue;
    collect_names(end - static_cast<std::uint32_t>(adverb.size()));
    if (names_.empty()) split_names(trim(words.substr(0, words.size() - adverb.size())));
    if (!names_.empty()) share_begin_ = end;
    return;
  }
}

// 甲和乙分别占: two names, each of which an indicator ends
void Extractor::split_names(std::u16string_view words) {
  const auto joint = words.find_first_of(u"和与及");
  if (joint == std::u16string_view::npos || words.find_first_of(u"和与及", joint + 1) != std::u16string_view::npos) return;
  const auto first = trim(words.substr(0, joint)), second = trim(words.substr(joint + 1));
  const profile::Entry* whole = lexicon_.concept_suffix(words);
  if (first.size() < 2 || second.size() < 2 || (whole && whole->word.size() > second.size())) return;
  names_ = {std::u16string(first), std::u16string(second)};
}

// 由…构成: the parts stand between the two words.
bool Extractor::is_composed(std::uint32_t position) const {
  const auto stop = std::min(text_.find_first_of(u"。;", position), text_.size());
  for (auto i = static_cast<std::size_t>(position); i < stop; ++i) {
    const profile::Entry* entry = lexicon_.word_at(text_, i);
    if (entry && entry->is(WordClass::composed)) return true;
  }
  return false;
}

bool Extractor::starts_with_conjunction(std::uint32_t end) const {
  std::uint32_t i = clause_begin_;
  while (i < end && text::is_space(text_[i])) ++i;
  return i < end && (is_conjunction(text_[i]) || text_.substr(i).starts_with(u"以及"));
}

// 决算数中公务接待费…: the words before 中 name the total of what follows.
std::u16string_view Extractor::announce_within(std::u16string_view before) {
  if (const auto from = before.find(u'由'); from != std::u16string_view::npos && (from > 0 || has_quantity_) && is_composed(clause_begin_)) {  // 资金由…构成
    add(ElementKind::announce, 0, {clause_begin_, clause_begin_ + 1});
    return before.substr(from + 1);
  }
  if (has_quantity_ && !out_.facts.quantities.empty()) {  // 93名在职干警中有员额法官32人
    const auto inside = before.find(u"中有");
    if (inside != std::u16string_view::npos) {
      announce_named({}, 0, {clause_begin_, clause_begin_ + 1});
      out_.facts.elements.back().kind = ElementKind::announce_partial;
      out_.facts.quantities.back().after.resize(std::min(out_.facts.quantities.back().after.size(), inside));
      return before.substr(inside + 2);
    }
  }
  const auto middle = before.rfind(u'中');
  if (middle != std::u16string_view::npos && before.find(u'在') < middle && lexicon_.contains(before.substr(middle + 1), WordClass::share)) return before;   // 在“三公”经费中的比重
  if (middle == std::u16string_view::npos || middle < 2 || middle + 1 >= before.size()) return before;
  const auto name = before.substr(0, middle);
  const bool named_before = name.size() >= 2 && std::any_of(out_.facts.quantities.begin(), out_.facts.quantities.end(), [&](const Quantity& quantity) { return quantity.label.ends_with(name); });   // 专职教师11人。教师中…
  if (!named_before && !lexicon_.concept_suffix(name) && !lexicon_.suffix(name, WordClass::actual)) return before;
  announce_named(name, 3, {clause_begin_, clause_begin_ + 1});
  const auto behind = before.substr(middle + 1);
  const bool some = (named_before && !lexicon_.concept_suffix(name)) || behind.find(u'较') != std::u16string_view::npos || behind.find(u'最') != std::u16string_view::npos || behind.find(u"主要") != std::u16string_view::npos;
  if (some) out_.facts.elements.back().kind = ElementKind::announce_partial;  // 公用经费中开支较大的是…
  return before.substr(middle + 1);
}

void Extractor::announce_named(std::u16string_view name, int form, text::Range range) {
  add(ElementKind::announce, form, range);
  out_.facts.elements.back().name = static_cast<int>(out_.facts.names.size());
  out_.facts.names.emplace_back(content_words(name, lexicon_).empty() && !lexicon_.concept_suffix(name) ? std::u16string() : std::u16string(name));
}

// 基本支出包括: the words before it name the total
void Extractor::announce_open(text::Range range, int form) {
  announce_named(has_quantity_ ? std::u16string_view() : text_.substr(clause_begin_, range.begin - std::min(clause_begin_, range.begin)), form, range);
  out_.facts.elements.back().kind = ElementKind::announce_open;
}

// 来源如下：; 中央资金分三批到县：
void Extractor::name_colon(std::uint32_t begin, std::uint32_t end, bool plain) {
  const bool counts = !plain && !out_.facts.quantities.empty() && out_.facts.quantities.back().kind == profile::UnitKind::count;
  if (!plain && !counts) return;
  out_.facts.elements.back().name = static_cast<int>(out_.facts.names.size());
  out_.facts.names.push_back(plain ? std::u16string(text_.substr(begin, end - begin)) : out_.facts.quantities.back().label);
}

// 人员经费中，…; 17人中，…; 按资金来源分，…
void Extractor::announce_by_phrase(std::u16string_view words, bool plain, bool colon, text::Range range) {
  while (!words.empty() && text::is_space(words.back())) words.remove_suffix(1);
  while (!words.empty() && text::is_space(words.front())) words.remove_prefix(1);
  constexpr std::u16string_view groupings[]{u"分", u"划分", u"分类", u"分布", u"看", u"区分", u"统计"};
  if (!plain && words.size() <= 12 && !words.empty() && (words.back() == u'中' || words.back() == u'里')) return announce_named({}, 0, range);  // 54处供水工程中，
  if (!plain || words.size() < 2) return;
  const bool seen = words.size() <= 8 && words.back() == u'看' && (words.front() == u'分' || words.front() == u'从');   // 分级次看
  if (words.front() == u'按' || seen) {
    const bool grouped = std::any_of(std::begin(groupings), std::end(groupings), [&](std::u16string_view ending) { return words.ends_with(ending); });
    if (colon || grouped) announce_named({}, 2, range);
  } else if (const auto by = words.rfind(u'按'); by != std::u16string_view::npos && by >= 2 && std::any_of(std::begin(groupings), std::end(groupings), [&](std::u16string_view ending) { return words.ends_with(ending); })) {
    announce_named(words.substr(0, by), 3, range);
  } else if ((words.back() == u'中' || words.back() == u'里') && !words.ends_with(u"其中")) {
    announce_named(words.substr(0, words.size() - 1), 3, range);
  }
}

}  // namespace gouji::facts
