// What the words of an average say it is of: 人均 and 每人 of people, 车均 of cars.

#pragma once

#include <string_view>

#include "facts/facts.h"

namespace gouji::relations {

constexpr std::size_t longest_noun = 4;   // 每馆, 每社区

// 人均 of people, or of their visits; 次均 of visits; 车均 of cars.
inline bool is_counted_by(char16_t unit, std::u16string_view words, const facts::Quantity& count) {
  if (unit == u'生') return count.base_unit == u"人";
  if (unit == u'车') return count.base_unit == u"辆";
  if (unit == u'次' || unit == u'人') return count.base_unit.ends_with(unit) || (count.base_unit == u"人次" && (unit == u'人' || words.ends_with(u"次")));
  return count.base_unit == std::u16string_view(&unit, 1) || count.printed_unit == std::u16string_view(&unit, 1);
}

// 人均, 每人 with 人; 每户 with 户; 辆均 with 辆; 单价 with anything.
inline bool counts_what_it_is_of(const facts::Quantity& average, const facts::Quantity& count) {
  const std::u16string_view words = average.base;
  for (auto at = words.find(u'每'); at != std::u16string_view::npos; at = words.find(u'每', at + 1)) {
    const auto unit = words.substr(at + 1);
    if (!unit.empty() && !unit.starts_with(u"月") && (unit.starts_with(count.base_unit) || unit.starts_with(count.printed_unit) || (unit.front() == u'名' && count.base_unit == u"人"))) return true;
    if (!unit.empty() && unit.size() <= longest_noun && !count.after.empty() && count.after.find(unit) != std::u16string::npos) return true;   // 13个分馆, 平均每馆
  }
  for (auto at = words.find(u'均'); at != std::u16string_view::npos; at = words.find(u'均', at + 1)) {
    if (at > 0 && is_counted_by(words[at - 1], words.substr(0, at), count)) return true;
  }
  for (auto at = words.find(u'单'); at != std::u16string_view::npos; at = words.find(u'单', at + 1)) {   // 单车运行成本
    if (at + 1 < words.size() && (is_counted_by(words[at + 1], words.substr(0, at), count) || count.after.starts_with(words[at + 1]))) return true;   // 32个点，单点造价
  }
  return words.find(u"单价") != std::u16string_view::npos || words.find(u"均价") != std::u16string_view::npos;
}

}  // namespace gouji::relations
