// Reads dates from folded text, outwards from 月 or forwards from a year in digits.

#include "syntax/date.h"

#include <algorithm>
#include <string>

#include "syntax/numerals.h"
#include "text/text.h"

namespace gouji::syntax {
namespace {

constexpr std::u16string_view period_marks = u"至到—―–-~", list_marks = u"、和及与";

bool is_one_of(char16_t unit, std::u16string_view units) { return unit != u'\0' && units.find(unit) != std::u16string_view::npos; }
bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
bool is_latin(char16_t unit) { return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z'); }
bool is_han_digit(char16_t unit) { return is_one_of(unit, u"〇○零一二三四五六七八九十"); }
char16_t unit_at(std::u16string_view text, std::size_t position) { return position < text.size() ? text[position] : u'\0'; }
char16_t unit_before(std::u16string_view text, std::size_t position) { return position > 0 ? text[position - 1] : u'\0'; }

template <typename Predicate>
std::uint32_t begin_of(std::u16string_view text, std::uint32_t end, Predicate predicate) {
  while (end > 0 && predicate(text[end - 1])) --end;
  return end;
}

template <typename Predicate>
std::uint32_t end_of(std::u16string_view text, std::uint32_t begin, Predicate predicate) {
  while (begin < text.size() && predicate(text[begin])) ++begin;
  return begin;
}
std::uint32_t skip_blanks(std::u16string_view text, std::uint32_t position) { return end_of(text, position, text::is_space); }

struct Number {
  int value = 0;
  text::Range range;
};

// A year has four digits, a month or day at most two, or 十 among its numerals: 七八月 is no month.
std::optional<Number> parse(std::u16string_view text, text::Range range, bool year) {
  const auto printed = text.substr(range.begin, range.size());
  if (printed.empty()) return std::nullopt;
  const bool arabic = is_digit(printed.front());
  if (year ? printed.size() != 4 : printed.size() > (arabic ? 2u : 3u)) return std::nullopt;
  if (arabic) return Number{std::stoi(std::string(printed.begin(), printed.end())), range};
  const bool positional = printed.find(u'十') == std::u16string_view::npos;
  if (year ? !positional : positional && printed.size() > 1) return std::nullopt;
  const auto value = parse_numeral(printed);
  if (!value || value->is_zero()) return std::nullopt;  // ○月○日 is a blank
  return Number{std::stoi(value->to_string()), range};
}

std::optional<Number> number_before(std::u16string_view text, std::uint32_t position, bool year) {
  const std::uint32_t end = begin_of(text, position, text::is_space);
  const std::uint32_t begin = begin_of(text, end, end > 0 && is_digit(text[end - 1]) ? is_digit : is_han_digit);
  return parse(text, {begin, end}, year);
}

std::optional<Number> number_after(std::u16string_view text, std::uint32_t position) {
  const std::uint32_t begin = skip_blanks(text, position);
  return parse(text, {begin, end_of(text, begin, is_digit(unit_at(text, begin)) ? is_digit : is_han_digit)}, false);
}

std::vector<DayOfMonth> read_days(std::u16string_view text, std::uint32_t position) {
  std::vector<DayOfMonth> days;
  std::size_t certain = 0;  // days with a 日 at or behind them
  bool ends_period = false;
  while (const auto number = number_after(text, position)) {
    position = skip_blanks(text, number->range.end);
    days.push_back({number->value, number->range, number->range.end, ends_period});
    if (unit_at(text, position) == u'日') {
      days.back().end = ++position;
      certain = days.size();
    }
    position = skip_blanks(text, position);
    ends_period = is_one_of(unit_at(text, position), period_marks);
    if (!ends_period && !is_one_of(unit_at(text, position), list_marks)) break;
    while (is_one_of(unit_at(text, position), period_marks) || is_one_of(unit_at(text, position), list_marks)) ++position;
  }
  days.resize(certain);
  return days;
}

// The lunar second month has a thirtieth day.
bool is_lunar(std::u16string_view text, std::uint32_t begin) {
  const auto before = text.substr(begin > 8 ? begin - 8 : 0, std::min<std::uint32_t>(begin, 8));
  const auto has = [&](std::u16string_view word) { return before.find(word) != std::u16string_view::npos; };
  return has(u"农历") || has(u"阴历") || has(u"旧历") || before.ends_with(u'闰');
}

bool stands_alone(std::u16string_view behind, bool has_year) {
  if (behind.starts_with(u'龄')) return false;
  if (has_year || (!behind.empty() && is_one_of(behind.front(), u"份底初末"))) return true;
  return behind.starts_with(u"上旬") || behind.starts_with(u"中旬") || behind.starts_with(u"下旬");
}

// 编号：2024-02-30, 版本2024.2.30
bool names_code(std::u16string_view before) {
  while (!before.empty() && (text::is_space(before.back()) || before.back() == u':')) before.remove_suffix(1);
  return !before.empty() && is_one_of(before.back(), u"号码本版编");
}

}  // namespace

std::optional<MonthDays> read_month_days(std::u16string_view folded, std::uint32_t position) {
  const auto month = number_before(folded, position, false);
  if (!month) return std::nullopt;
  MonthDays result{Date::none, month->value, {month->range.begin, position + 1}, read_days(folded, position + 1)};
  const std::uint32_t year_end = begin_of(folded, month->range.begin, text::is_space);
  if (unit_before(folded, year_end) == u'年') {
    const auto year = number_before(folded, year_end - 1, true);
    if (year && (year->value / 100 == 19 || year->value / 100 == 20)) {
      result.year = year->value;
      result.head.begin = year->range.begin;
    }
  }
  const char16_t before = unit_before(folded, month->range.begin);
  if (is_latin(before) || before == u'第' || before == u'/' || is_lunar(folded, result.head.begin)) return std::nullopt;
  if (!result.days.empty()) return result;
  // 1.2月 is a decimal where no day follows.
  if (before == u'.' || !stands_alone(folded.substr(position + 1), result.year != Date::none)) return std::nullopt;
  return result;
}

std::optional<std::pair<Date, text::Range>> read_numeric_date(std::u16string_view folded, std::uint32_t position) {
  const char16_t before = unit_before(folded, position);
  if (is_digit(before) || is_latin(before) || before == u'_') return std::nullopt;
  const auto digits = [&](std::uint32_t begin) { return text::Range{begin, end_of(folded, begin, is_digit)}; };
  const text::Range years = digits(position);
  const char16_t separator = unit_at(folded, years.end);
  if (years.size() != 4 || !is_one_of(separator, u"-./")) return std::nullopt;
  // 2024.2.1-2024.2.30 is a period, 12-2024-02-30 a code.
  const std::u16string_view joints = separator == u'-' ? u"-./" : u"./";
  if (is_one_of(before, joints) || (before == u'-' && !is_digit(unit_before(folded, position - 1)))) return std::nullopt;
  const text::Range months = digits(years.end + 1), days = digits(months.end + 1);
  if (unit_at(folded, months.end) != separator) return std::nullopt;
  const auto year = parse(folded, years, true), month = parse(folded, months, false), day = parse(folded, days, false);
  if (!year || !month || !day || (year->value / 100 != 19 && year->value / 100 != 20)) return std::nullopt;
  const char16_t behind = unit_at(folded, days.end), next = unit_at(folded, days.end + 1);
  if (is_latin(behind) || behind == u'_' || behind == u'版' || (is_one_of(behind, joints) && (is_digit(next) || is_latin(next)))) return std::nullopt;
  // 2023-24-1 is a term of a school year; a date of that shape has two digits in each place.
  if (month->value > 12 && (months.size() != 2 || days.size() != 2)) return std::nullopt;
  if (names_code(folded.substr(0, position))) return std::nullopt;
  return std::pair(Date{year->value, month->value, day->value}, text::Range{position, days.end});
}

}  // namespace gouji::syntax
