// Heading scopes.

#include "relations/resolve.h"

#include <algorithm>

#include "facts/label.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using profile::WordClass;

constexpr std::size_t shortest_topic = 4;

// 总支出 below 基本支出情况 is still the total of everything.
bool speaks_of_the_whole(std::u16string_view label) {
  constexpr std::u16string_view words[]{u"总", u"合计", u"整体", u"部门", u"单位", u"一般公共预算", u"财政拨款"};
  return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return label.find(word) != std::u16string_view::npos; });
}

/// What a quantity is under a heading.
struct Reading {
  facts::Basis basis;
  std::uint16_t indicator, general;
  bool of_topic = false;   // that of the heading
  bool differs = false;    // from what its block says
};

Reading read(const Quantity& quantity, const HeadingScope& scope, const profile::Lexicon& lexicon) {
  Reading reading{quantity.basis, quantity.indicator, quantity.general};
  const bool may_be_set = quantity.indicator == profile::no_concept || quantity.kind == profile::UnitKind::percent || quantity.kind == profile::UnitKind::permille;
  if (scope.targets && may_be_set && quantity.basis == facts::Basis::unknown) {
    reading.basis = facts::Basis::target;
    reading.differs = true;
  }
  if (quantity.indicator == profile::no_concept || !quantity.qualifier.empty() || !quantity.topic.empty()) return reading;
  const profile::Concept& indicator = lexicon.vocabulary().concepts[quantity.indicator];
  reading.of_topic = scope.of_source && (indicator.stock || indicator.generic) && !indicator.source && !speaks_of_the_whole(quantity.label);
  if (indicator.generic && quantity.general == profile::no_concept && !speaks_of_the_whole(quantity.label)) {
    if (scope.indicator != profile::no_concept && indicator.of_spending && quantity.kind == lexicon.vocabulary().concepts[scope.indicator].kind) {
      reading.general = quantity.indicator;
      reading.indicator = scope.indicator;
      reading.differs = true;
    } else if (!scope.topic.empty()) {
      reading.of_topic = true;
    }
  }
  reading.differs = reading.differs || (reading.of_topic && !scope.topic.empty());
  return reading;
}

}  // namespace

HeadingScope heading_scope(std::u16string_view title, const profile::Lexicon& lexicon) {
  HeadingScope scope;
  scope.targets = title.ends_with(u"目标") || title.ends_with(u"任务") || title.ends_with(u"目标情况");
  constexpr std::u16string_view topic_words[]{u"项目", u"经费", u"资金", u"工程"};
  for (auto words = title; !words.empty();) {
    const profile::Entry* entry = lexicon.concept_suffix(words);
    if (entry && facts::content_words(words.substr(0, words.size() - entry->word.size()), lexicon).empty()) {
      const profile::Concept& indicator = lexicon.vocabulary().concepts[entry->concept_index];
      if (indicator.source) {
        scope.topic = indicator.name;
        scope.of_source = true;
      }
      if (!indicator.generic && !indicator.stock) scope.indicator = entry->concept_index;
      return scope;
    }
    const bool names_topic = std::any_of(std::begin(topic_words), std::end(topic_words), [&](std::u16string_view word) { return words.ends_with(word); });
    if (names_topic) {
      const std::u16string topic = facts::content_words(words, lexicon);
      if (topic.size() >= shortest_topic) scope.topic = topic;
      return scope;
    }
    const profile::Entry* tail = lexicon.suffix(words, WordClass::tail);
    if (!tail) return scope;
    words.remove_suffix(tail->word.size());
  }
  return scope;
}

std::optional<facts::Facts> resolve(const facts::Facts& facts, const HeadingScope& scope, const profile::Lexicon& lexicon) {
  std::optional<facts::Facts> resolved;
  if (scope == HeadingScope{}) return resolved;
  for (std::size_t i = 0; i < facts.quantities.size(); ++i) {
    const Reading reading = read(facts.quantities[i], scope, lexicon);
    if (!reading.differs) continue;
    if (!resolved) resolved = facts;
    Quantity& quantity = resolved->quantities[i];
    quantity.basis = reading.basis;
    quantity.indicator = reading.indicator;
    quantity.general = reading.general;
    if (reading.of_topic) quantity.topic = scope.topic;
  }
  return resolved;
}

}  // namespace gouji::relations
