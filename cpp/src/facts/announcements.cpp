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

// 甲、乙和丙分别占总额的20%、30%和50%; 货物、服务、工程依次成交17万元、9万元、3万元: the names in order, each with what is told of it.
void Extractor::collect_names_in_order(std::u16string_view before, std::uint32_t number) {
  std::size_t at = std::u16string_view::npos, length = 0;
  for (const std::u16string_view order : {u"分别", u"依次", u"各"}) {
    const auto found = before.rfind(order);
    if (found == std::u16string_view::npos || (at != std::u16string_view::npos && found < at)) continue;
    at = found;
    length = order.size();
  }
  if (at == std::u16string_view::npos || at == 0) return;
  const auto begin = static_cast<std::uint32_t>(number - before.size());
  if (text_.substr(begin, before.size()) != before) return;
  collect_names(begin + static_cast<std::uint32_t>(at));
  const std::size_t numbers = numbers_in_row();
  if (names_.empty()) names_.emplace_back(before.substr(0, at));
  const auto conjunction = names_.back().find_last_of(u"和及与");
  if (names_.size() + 1 == numbers && conjunction != std::u16string::npos && conjunction > 0 && conjunction + 1 < names_.back().size()) {
    const std::u16string last = names_.back().substr(conjunction + 1);
    names_.back().resize(conjunction);
    names_.push_back(last);
  }
  if (names_.size() < 2 || names_.size() != numbers) return names_.clear();
  order_words_ = before.substr(at + length);
}

// 26.14%、12.85%和5.70%: how many measures follow each other from here.
std::size_t Extractor::numbers_in_row() const {
  std::size_t numbers = 0;
  for (std::size_t i = token_; i < block_.tokens.size();) {
    const auto measure = read_measure(block_, i, lexicon_);
    if (!measure) break;
    ++numbers;
    i = measure->next_token;
    const auto mark = i < block_.tokens.size() ? text_.substr(block_.tokens[i].range.begin, block_.tokens[i].range.size()) : std::u16string_view();
    if (mark != u"、" && mark != u"和" && mark != u"及" && mark != u"与" && mark != u"以及") break;
    ++i;
  }
  return numbers;
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
