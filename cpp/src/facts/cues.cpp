// Finds the cue words of a clause, left to right.

#include "facts/cues.h"

#include <algorithm>
#include <array>

#include "facts/label.h"
#include "text/text.h"
#include "text/unit_set.h"

namespace gouji::facts {
namespace {

using profile::Entry;
using profile::Lexicon;
using profile::WordClass;

constexpr std::size_t longest_verb_of_change = 3;   // units of 多收了

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

// A year at `position`: 2024年, 2024年度, but not 2024年5月, which dates an event.
std::optional<std::pair<int, std::size_t>> year_at(std::u16string_view words, std::size_t position) {
  if (!is_digit(words[position])) return std::nullopt;
  if (position + 5 > words.size() || (position > 0 && is_digit(words[position - 1]))) return std::nullopt;
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!is_digit(words[position + i])) return std::nullopt;
    year = year * 10 + (words[position + i] - u'0');
  }
  if (words[position + 4] != u'年' || year < 1949 || year > 2100) return std::nullopt;
  const std::size_t end = position + 5 + (position + 5 < words.size() && std::u16string_view(u"度底末").find(words[position + 5]) != std::u16string_view::npos ? 1 : 0);
  if (end < words.size() && is_digit(words[end])) return std::nullopt;
  return std::pair(year, end);
}

/// Calls use(position, entry, year, length) for every word and year of `words`, left to right.
template <typename Use>
void scan(std::u16string_view words, const Lexicon& lexicon, Use use) {
  for (std::size_t i = 0; i < words.size();) {
    if (const auto year = year_at(words, i)) {
      use(i, nullptr, year->first, year->second - i);
      i = year->second;
      continue;
    }
    const Entry* entry = lexicon.word_at(words, i);
    const std::size_t length = entry ? entry->word.size() : 1;
    use(i, entry, 0, length);
    i += length;
  }
}

bool is_single_cue_in_place(std::u16string_view words, std::size_t position, std::size_t length) {
  return length > 1 || trim(words.substr(position + length)).empty();
}

// 多收, 少花了, 降: the last word before the number, of a unit that says which way, and what was done so.
std::size_t find_verb_of_change(std::u16string_view words) {
  constexpr text::UnitSet ways(u"多少增减升降添涨跌"), others(u"最至许众很更甚不好诸大较居");
  while (!words.empty() && text::is_space(words.back())) words.remove_suffix(1);
  for (std::size_t length = 1; length <= longest_verb_of_change && length <= words.size(); ++length) {
    const std::size_t at = words.size() - length;
    if (!ways.contains(words[at])) continue;
    const bool other = (at > 0 && others.contains(words[at - 1])) || words.back() == u'到' || words.back() == u'至' || words.back() == u'为' || words.back() == u'达';
    return other ? std::u16string_view::npos : at;
  }
  return std::u16string_view::npos;
}

void read_period(Period& period, const Entry& entry) {
  if (entry.is(WordClass::previous_period)) period = {PeriodKind::previous, 0};
  else if (entry.begins_current && period.kind == PeriodKind::unstated) period = {PeriodKind::current, 0};
}

void read_basis(Cues& cues, const Entry& entry) {
  if (entry.is(WordClass::adjusted_budget)) cues.basis = Basis::adjusted_budget;
  else if (entry.is(WordClass::budget) && cues.basis != Basis::adjusted_budget) cues.basis = Basis::budget;
  else if (entry.is(WordClass::actual)) cues.basis = Basis::actual;
  else if (entry.is(WordClass::cumulative)) cues.basis = Basis::cumulative;
  else if (entry.is(WordClass::forecast) && cues.basis == Basis::unknown) cues.basis = Basis::target;
}

// 每部, 每公里; 单点造价; 站均成本: of one of what a unit counts.
bool is_per_unit(std::u16string_view words, std::size_t position, const Lexicon& lexicon) {
  const char16_t unit = words[position];
  if (unit == u'每') return lexicon.unit_at(words, position + 1) != nullptr;
  if (unit == u'单') {
    constexpr std::u16string_view prices[]{u"价", u"成本", u"费用", u"造价", u"投资", u"投入", u"价格"};
    return position == 0 && lexicon.unit_at(words, 1) && std::any_of(std::begin(prices), std::end(prices), [&](std::u16string_view price) { return trim(words).ends_with(price); });
  }
  if (unit != u'均' || position == 0 || (position + 1 == words.size() && position > 1)) return false;
  const bool counted = position > 1 && (is_digit(words[position - 2]) || std::u16string_view(u"一二两三四五六七八九十几各").find(words[position - 2]) != std::u16string_view::npos);
  const Entry* entry = lexicon.unit_at(words, position - 1);
  return !counted && entry && entry->word.size() == 1 && lexicon.vocabulary().units[entry->unit].kind == profile::UnitKind::count;
}

// Says nothing of what is measured.
bool is_silent(const Entry& entry) {
  static const profile::WordClasses classes = [] {
    profile::WordClasses silent;
    for (const WordClass each : {WordClass::neutral, WordClass::budget, WordClass::adjusted_budget, WordClass::actual, WordClass::current_period, WordClass::previous_period,
                                 WordClass::announce, WordClass::announce_open, WordClass::announce_partial, WordClass::total, WordClass::cumulative, WordClass::besides}) {
      silent.set(static_cast<std::size_t>(each));
    }
    return silent;
  }();
  return (entry.classes & classes).any();
}

}  // namespace

std::u16string_view trim(std::u16string_view words) {
  constexpr text::UnitSet marks(u",。;:、—-•·●◆■*");
  while (!words.empty() && (text::is_space(words.front()) || marks.contains(words.front()))) words.remove_prefix(1);
  while (!words.empty() && (text::is_space(words.back()) || marks.contains(words.back()))) words.remove_suffix(1);
  return words;
}

bool is_conjunction(char16_t unit) { return unit == u'和' || unit == u'及' || unit == u'与'; }

Period find_period(std::u16string_view words, const Lexicon& lexicon) {
  Period period;
  bool compared = false;
  scan(words, lexicon, [&](std::size_t, const Entry* entry, int year, std::size_t) {
    if (compared) return;
    if (year != 0) period = {PeriodKind::year, year};
    if (!entry) return;
    read_period(period, *entry);
    compared = entry->is(WordClass::compare);
  });
  return period;
}

Cues find_cues(std::u16string_view words, const Lexicon& lexicon) {
  Cues cues;
  scan(words, lexicon, [&](std::size_t position, const Entry* entry, int year, std::size_t length) {
    const bool compared = cues.compare != std::u16string_view::npos;
    if (year != 0) {
      if (!compared) cues.period = {PeriodKind::year, year};
      return;
    }
    if (!entry) {
      cues.average = cues.average || is_per_unit(words, position, lexicon);
      return;
    }
    if (entry->is(WordClass::compare)) {
      cues.compare = position;
      cues.compare_end = position + length;
    }
    if (!compared) {
      read_period(cues.period, *entry);
      read_basis(cues, *entry);
    }
    const bool reaches = position + length < words.size() && (words[position + length] == u'到' || words[position + length] == u'至');
    if ((entry->is(WordClass::increase) || entry->is(WordClass::decrease)) && !reaches && is_single_cue_in_place(words, position, length)) {
      cues.change = position;
      cues.change_end = position + length;
      cues.increase = entry->is(WordClass::increase);
    }
    if (entry->is(WordClass::besides) && length > 1) cues.besides = true;
    if (entry->is(WordClass::share) && cues.share == std::u16string_view::npos) {
      cues.share = position;
      const bool arrives = length > 1 && words[position + length - 1] == u'到' && position + length < words.size() && words[position + length] == u'位';   // 占[到位]资金
      cues.share_end = position + length - (arrives ? 1 : 0);
    }
    if (entry->is(WordClass::at_least) && length > 1) cues.approximation = Approximation::at_least;  // 每月至少巡查4次
    if (entry->is(WordClass::at_most) && length > 1) cues.approximation = Approximation::at_most;
    if (entry->is(WordClass::average)) cues.average = true;
    if (entry->is(WordClass::rate)) cues.rate = true;
    if (entry->is(WordClass::target)) cues.target = true;
    if (entry->is(WordClass::total)) cues.total = true;
    if (entry->is(WordClass::allotted)) cues.allotted = true;
    if (entry->is(WordClass::remainder)) cues.remainder = true;
    if (entry->is(WordClass::net)) cues.net = true;
    if (entry->is(WordClass::listing) || entry->word == u"共" || entry->is(WordClass::total)) cues.announced = true;
    if (entry->is(WordClass::beyond)) cues.limit = 1;
    if (entry->is(WordClass::below)) cues.limit = -1;
    if (entry->is(WordClass::within)) cues.limit = -2;
    if (entry->is(WordClass::beyond) || entry->is(WordClass::below) || entry->is(WordClass::within)) cues.limit_at = position;
  });
  if (cues.change == std::u16string_view::npos) cues.verb_of_change = find_verb_of_change(words);
  return cues;
}

void take_verb_of_change(Cues& cues, std::u16string_view words, bool compared) {
  const bool behind = cues.compare != std::u16string_view::npos && cues.compare < cues.verb_of_change;
  if (cues.verb_of_change == std::u16string_view::npos || (!behind && !(compared && cues.compare == std::u16string_view::npos))) return;
  cues.change = cues.verb_of_change;
  cues.change_end = words.size();
  cues.increase = std::u16string_view(u"多增升添涨").find(words[cues.change]) != std::u16string_view::npos;
}

std::u16string content_words(std::u16string_view words, const Lexicon& lexicon) {
  std::array<char16_t, 64> shorter;   // for most words: the result is made at once, of its own length
  std::u16string longer(words.size() > shorter.size() ? words.size() : 0, u'\0');
  char16_t* const begin = longer.empty() ? shorter.data() : longer.data();
  char16_t* end = begin;
  scan(words, lexicon, [&](std::size_t position, const Entry* entry, int year, std::size_t length) {
    if (year != 0) return;
    if (entry) {
      if (!is_silent(*entry)) end = std::copy(entry->word.begin(), entry->word.end(), end);
      return;
    }
    const char16_t unit = words[position];
    const bool silent = length != 1 || text::is_space(unit) || unit < 0x80 || (unit >= 0x2010 && unit <= 0x206F) ||
                        (unit >= 0x3000 && unit <= 0x301F) || (position > 0 && is_digit(words[position - 1]) && (unit == u'月' || unit == u'日')) || unit == u'的' || unit == u'了' || is_conjunction(unit);
    if (!silent) *end++ = unit;
  });
  return {begin, end};
}

}  // namespace gouji::facts
