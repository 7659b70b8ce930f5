// date-invalid: every date is a day of the calendar.

#include "checks/check.h"
#include "checks/text/characters.h"
#include "syntax/address.h"
#include "syntax/date.h"

namespace gouji::checks {
namespace {

using syntax::Date;

std::string reason(const Date& date, const Collector& report) {
  if (date.month == 0) return report.text("月份从1月算起");
  if (date.month > 12) return report.text("一年只有12个月");
  if (date.day == 0) return report.text("日期从1日算起");
  if (date.month != 2) return report.text("{}月只有{}天", date.month, last_day(date));
  if (date.year == Date::none) return report.text("2月最多有29天");
  if (last_day(date) == 28) return report.text("{}年不是闰年，2月只有28天", date.year);
  return report.text("{}年2月只有29天", date.year);
}

void report_missing(const BlockSubject& block, Collector& report, const Date& date, text::Range range, const std::string& quoted) {
  report.at(block.place(range)).message("“{}”不存在：{}，请核对", quoted, reason(date, report)).identity(around(block, range));
}

// Reports the first day that is wrong, or the first two that run backwards: what follows hangs on them.
void judge(const BlockSubject& block, Collector& report, const syntax::MonthDays& month) {
  Date date{month.year, month.month, Date::none};
  if (month.days.empty() && !exists(date)) report_missing(block, report, date, month.head, block.quote(month.head));
  for (std::size_t i = 0; i < month.days.size(); ++i) {
    const syntax::DayOfMonth& day = month.days[i];
    const text::Range range{month.head.begin, day.end};
    date.day = day.value;
    if (!exists(date)) {
      report_missing(block, report, date, range, block.quote(month.head) + block.quote(day.digits) + "日");
      return;
    }
    if (!day.ends_period || day.value >= month.days[i - 1].value) continue;
    report.at(block.place(range))
        .severity(Severity::warning)
        .message("“{}”起止颠倒：{}日在{}日之前，请核对起止日期，跨月的补上月份", block.quote(range), day.value, month.days[i - 1].value)
        .identity(around(block, range));
    return;
  }
}

void run(const BlockSubject& block, Collector& report) {
  const std::u16string_view folded = block.block->folded;
  const auto addresses = syntax::find_addresses(block.printed);
  for (std::uint32_t i = 0; i < folded.size(); ++i) {
    if ((folded[i] != u'月' && !is_digit(folded[i])) || covers(addresses, i)) continue;
    if (folded[i] == u'月') {
      if (const auto month = syntax::read_month_days(folded, i)) judge(block, report, *month);
    } else {
      const auto found = syntax::read_numeric_date(folded, i);
      if (!found || exists(found->first)) continue;
      report_missing(block, report, found->first, found->second, block.quote(found->second));
    }
  }
}

}  // namespace

extern const Check date_invalid{
    .code = "date-invalid",
    .summary = "日期必须是日历上有的日期",
    .severity = Severity::error,
    .run = on_block(run),
};

}  // namespace gouji::checks
