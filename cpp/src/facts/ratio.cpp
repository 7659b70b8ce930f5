// The words of a share or a rate: what is measured, and against what.

#include "facts/ratio.h"

#include "facts/cues.h"
#include "facts/label.h"

namespace gouji::facts {

using profile::Entry;
using profile::Lexicon;
using profile::WordClass;

namespace {

std::u16string denominator(std::u16string_view words, const Lexicon& lexicon) {
  words = trim(words);
  constexpr std::u16string_view endings[]{u"的", u"依次", u"分别", u"各", u"是", u"比例", u"比重", u"为", u"达", u"到", u"约", u"百分比", u"权重", u"之"};
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto ending : endings) {
      if (!words.ends_with(ending)) continue;
      words = trim(words.substr(0, words.size() - ending.size()));
      changed = true;
    }
  }
  for (const Entry* lead = lexicon.prefix(words, WordClass::actual); lead && lead->word.size() < words.size() && !lead->word.ends_with(u"到位"); lead = lexicon.prefix(words, WordClass::actual)) words = trim(words.substr(lead->word.size()));
  return std::u16string(words);
}

// 总支出[完成]年初预算的96%: what stands between the part and its base
std::size_t verb_of_ratio(std::u16string_view words, std::size_t& length) {
  constexpr std::u16string_view verbs[]{u"相当于", u"等于", u"达到", u"完成", u"执行", u"为", u"是", u"达"};
  std::size_t first = std::u16string_view::npos;
  for (const std::u16string_view verb : verbs) {
    const auto at = words.find(verb);
    if (at >= first) continue;
    first = at;
    length = verb.size();
  }
  return first;
}

}  // namespace

// 公务接待费完成预算的75%: the words before the verb name what is measured, those behind it the base
void read_ratio(Quantity& quantity, std::u16string_view words, const Lexicon& lexicon) {
  std::size_t length = 0;
  const auto verb = verb_of_ratio(words, length);
  const std::u16string_view part = verb == std::u16string_view::npos ? std::u16string_view() : trim(words.substr(0, verb));
  quantity.base = denominator(words, lexicon);
  if (verb == std::u16string_view::npos || trim(words.substr(verb + length)).size() < 2) return;
  quantity.base = denominator(words.substr(verb + length), lexicon);
  quantity.label.clear();
  if (content_words(part, lexicon).empty()) return;
  const profile::UnitKind kind = quantity.kind;
  quantity.kind = profile::UnitKind::money;
  read_indicator(quantity, part, lexicon);
  quantity.kind = kind;
}

namespace {

// 公用经费在[基本支出]中占比: the words that name the whole
std::u16string_view words_within(std::u16string_view words) {
  words = trim(words);
  while (words.ends_with(u"所") || words.ends_with(u"的")) words.remove_suffix(1);
  if (!words.ends_with(u"中") && !words.ends_with(u"里")) return {};
  words.remove_suffix(words.ends_with(u"当中") ? 2 : 1);
  for (auto at = words.find(u'在'); at != std::u16string_view::npos; at = words.find(u'在', at + 1)) {
    if (at + 2 < words.size() && std::u16string_view(u"职岗编建册校籍").find(words[at + 1]) == std::u16string_view::npos) return words.substr(at + 1);
  }
  return {};
}

}  // namespace

// 基本支出占总支出的83%: the words before 占 name the part, those behind it the base
void read_share(Quantity& quantity, std::u16string_view part, std::u16string_view base, const Lexicon& lexicon) {
  quantity.role = Role::share;
  quantity.base = denominator(base, lexicon);
  if (const auto within = words_within(part); quantity.base.empty() && !within.empty()) {   // 在“三公”经费中的比重为92%
    quantity.base = within;
    part = part.substr(0, part.find(within) - 1);
  }
  const profile::UnitKind kind = quantity.kind;
  quantity.kind = profile::UnitKind::money;  // the part is an amount; its indicator is looked up as one
  read_indicator(quantity, part, lexicon);
  quantity.kind = kind;
}

}  // namespace gouji::facts
