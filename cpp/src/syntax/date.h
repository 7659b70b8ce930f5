// Dates as they are printed: 2024年2月29日, 二月二十九日, 5月20日至25日, 2024-02-29. They need not exist in the calendar.

#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/calendar.h"
#include "text/offsets.h"

namespace gouji::syntax {

/// A day behind its month: the 30 of 4月28日至30日.
struct DayOfMonth {
  int value = 0;
  text::Range digits;
  std::uint32_t end = 0;      // behind 日, or behind the digits where one 日 serves several days
  bool ends_period = false;   // 至, — or the like stands before it
};

/// One month and the days that share it. No days: the month alone, where its words say that it is one (2024年3月, 3月份).
struct MonthDays {
  int year = Date::none;
  int month = 0;
  text::Range head;           // up to 月
  std::vector<DayOfMonth> days;
};

/// What the 月 at `position` of a folded text belongs to. Nothing for lunar dates, lengths of time and ages.
std::optional<MonthDays> read_month_days(std::u16string_view folded, std::uint32_t position);

/// 2024.02.29, 2024-2-29 or 2024/02/29 at `position`, with its range. Nothing for codes, versions and decimals.
std::optional<std::pair<Date, text::Range>> read_numeric_date(std::u16string_view folded, std::uint32_t position);

}  // namespace gouji::syntax
