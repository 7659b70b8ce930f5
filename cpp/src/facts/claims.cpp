// Claims without a number: 未突破年初预算, 决算数小于预算数的主要原因是…, 与上年持平.

#include <algorithm>
#include <iterator>

#include "facts/cues.h"
#include "facts/extractor.h"
#include "facts/label.h"

namespace gouji::facts {
namespace {

using profile::Entry;
using profile::Lexicon;
using profile::WordClass;

// What begins with these words: the budget (1), the year before (2).
std::int8_t named_by(std::u16string_view words, const Lexicon& lexicon) {
  if (words.starts_with(u"的")) words.remove_prefix(1);
  const Entry* entry = lexicon.word_at(words, 0);
  if (!entry) return 0;
  if (entry->is(WordClass::budget) || entry->is(WordClass::adjusted_budget)) return 1;
  return entry->is(WordClass::previous_period) ? 2 : 0;
}

// 决算数, 支出数, 均: whoever is compared is what was spent, told before.
bool speaks_of_spending(std::u16string_view words, const Lexicon& lexicon) {
  words = trim(words);
  if (content_words(words, lexicon).empty()) return true;
  constexpr std::u16string_view subjects[]{u"决算", u"决算数", u"支出数", u"支出决算", u"支出决算数", u"实际支出", u"实际支出数", u"执行数", u"全年支出", u"支出"};
  return std::find(std::begin(subjects), std::end(subjects), words) != std::end(subjects);
}

}  // namespace

void Extractor::note_claim(std::u16string_view words) {
  words = trim(words);
  if (out_.facts.quantities.empty() || words.size() < 4 || out_.facts.elements.empty()) return;
  std::int8_t claim = 0, claimed = 0;
  if (words.ends_with(u"持平") && words.find(u"基本") == std::u16string_view::npos && words.find(u"大体") == std::u16string_view::npos) {
    for (std::size_t i = 0; i < words.size() && claimed == 0; ++i) {
      if (words[i] == u'与' || words[i] == u'和' || words[i] == u'同' || words[i] == u'较') claimed = speaks_of_spending(words.substr(0, i), lexicon_) ? named_by(words.substr(i + 1), lexicon_) : std::int8_t{0};
    }
    claim = 3;
  }
  for (std::size_t i = 0; i < words.size() && claimed == 0 && claim == 0;) {
    const Entry* entry = lexicon_.word_at(words, i);
    if (entry && (entry->is(WordClass::within) || entry->is(WordClass::below) || entry->is(WordClass::beyond))) {
      claim = entry->is(WordClass::within) ? -2 : entry->is(WordClass::below) ? -1 : 1;
      claimed = speaks_of_spending(words.substr(0, i), lexicon_) ? named_by(words.substr(i + entry->word.size()), lexicon_) : std::int8_t{0};
    }
    i += entry ? entry->word.size() : 1;
  }
  if (claimed == 0) return;
  const auto& elements = out_.facts.elements;
  int stops = 0;   // 完成年初预算的76%。决算数小于预算数的主要原因是…
  for (auto element = elements.rbegin(); element != elements.rend() && stops < 2; ++element) {
    stops += element->kind == ElementKind::stop ? 1 : 0;
    if (element->kind != ElementKind::quantity) continue;
    Quantity& last = out_.facts.quantities[static_cast<std::size_t>(element->value)];
    last.claim = claim;
    last.claimed = claimed;
    return;
  }
}

}  // namespace gouji::facts
