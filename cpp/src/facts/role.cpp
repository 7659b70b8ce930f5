// How a quantity is used in its clause: as an amount, a change, a share, a rate or an average.

#include "facts/role.h"

#include <algorithm>

#include "facts/ratio.h"
#include "text/text.h"

namespace gouji::facts {

using profile::Entry;
using profile::Lexicon;
using profile::WordClass;

namespace {

// 办结率, 普及率达到: whatever ends in 率 or 度 is a rate
bool names_rate(std::u16string_view words, const Lexicon& lexicon) {
  words = trim(words);
  while (!words.empty() && words.back() != u'率' && words.back() != u'度' && !words.ends_with(u"比例")) {
    const Entry* tail = lexicon.suffix(words, WordClass::tail);
    if (!tail) return false;
    words = trim(words.substr(0, words.size() - tail->word.size()));
  }
  return words.size() >= 3 && !words.ends_with(u"年度") && !words.ends_with(u"季度");
}

// 计划育苗864万株，出圃821万株，只完成了95.07%; 安排资金11.75万元，只花掉52.3%: the rate is told by its verb
bool tells_what_was_done(Quantity& quantity, std::u16string_view words) {
  words = trim(words);
  if (words.ends_with(u"了")) words.remove_suffix(1);
  const bool done = words.ends_with(u"完成");
  constexpr std::u16string_view verbs[]{u"执行", u"支出", u"花掉", u"花去", u"用掉", u"用去", u"使用", u"支付", u"消化", u"兑付", u"拨付"};
  const bool spent = std::any_of(std::begin(verbs), std::end(verbs), [&](std::u16string_view verb) { return words.ends_with(verb); });
  if (!done && !spent) return false;
  quantity.label = done ? u"完成率" : u"执行率";
  return true;
}

}  // namespace

bool is_per(const Quantity& quantity) { return quantity.after.size() >= 2 && quantity.after.front() == u'/' && text::is_han(quantity.after[1]); }

Role read_role(Quantity& quantity, std::u16string_view words, const Cues& cues, const LabelContext& context, const Lexicon& lexicon) {
  const bool percent = quantity.kind == profile::UnitKind::percent || quantity.kind == profile::UnitKind::permille;
  if (const std::u16string_view beyond = trim(words); !percent && quantity.limit == 0 && (beyond == u"超出" || beyond == u"高出" || beyond == u"短少")) {
    quantity.direction = beyond == u"短少" ? -1 : 1;   // 完成预算的106%，超出48万元: by how much
    return Role::change;
  }
  const bool compares_a_change = cues.compare != std::u16string_view::npos && cues.change != std::u16string_view::npos && cues.change > cues.compare;
  const bool begins_with_change = cues.change == 0;  // 压减一般性支出5万元
  if (quantity.kind == profile::UnitKind::point && cues.change == std::u16string_view::npos && (cues.limit == 1 || cues.limit == -1)) {   // 高于目标2.71个百分点
    quantity.direction = cues.limit;
    return Role::change;
  }
  const bool rate_of_change = percent && cues.change != std::u16string_view::npos && words.substr(cues.change_end).starts_with(u"率");   // 节约率
  const bool bounds = quantity.limit != 0 && quantity.after.starts_with(u"的");   // 高出90%的年初目标
  if (cues.change != std::u16string_view::npos && !rate_of_change && !bounds && (quantity.indicator == profile::no_concept || compares_a_change || begins_with_change)) {
    const bool compared = cues.compare != std::u16string_view::npos || context.comparing;
    const std::u16string_view between = trim(words.substr(cues.change_end));
    const bool names_a_thing = !compared && !percent && lexicon.suffix(between, WordClass::topic) && !content_words(words.substr(0, cues.change), lexicon).empty();   // 产业巩固提升经费
    if (names_a_thing) return Role::level;
    const bool adjacent = between.empty() || lexicon.suffix(between, WordClass::tail) || between == u"约";
    if (compared || adjacent || percent || (begins_with_change && quantity.indicator != profile::no_concept && lexicon.vocabulary().concepts[quantity.indicator].id.find("adjust_") != 0)) {
      quantity.direction = cues.increase ? 1 : -1;
      return Role::change;
    }
  }
  const bool compared_with = cues.compare != std::u16string_view::npos && (cues.change == std::u16string_view::npos || cues.change < cues.compare);
  const bool earlier = percent && compared_with && words.ends_with(u"的") && (lexicon.prefix(quantity.after, WordClass::increase) || lexicon.prefix(quantity.after, WordClass::decrease));
  if (earlier) return Role::base;   // 比上年的22.96%提高0.22个百分点
  if (percent && tells_what_was_done(quantity, words)) return Role::rate;
  if (percent && (words.ends_with(u"的") || cues.rate || names_rate(words, lexicon))) {
    if (words.ends_with(u"的")) read_ratio(quantity, words, lexicon);
    return Role::rate;
  }
  if (compared_with || lexicon.prefix(quantity.after, WordClass::compare)) return Role::base;  // 较上年 302 万元增加…
  if (words.size() > 1 && (words.back() == u'由' || words.back() == u'从') && lexicon.prefix(quantity.after, WordClass::arrive)) return Role::base;   // 由112万元增至上述数额
  if (cues.average || is_per(quantity)) return Role::average;
  if (cues.total && content_words(words, lexicon).empty()) return Role::total;
  return Role::level;
}

}  // namespace gouji::facts
