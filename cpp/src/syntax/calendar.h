// The calendar: which dates exist.

#pragma once

namespace gouji::syntax {

struct Date {
  static constexpr int none = -1;
  int year = none;
  int month = 0;
  int day = none;
};

/// The last day of the date's month, which is one of 1..12; 29 for February of an unknown year.
constexpr int last_day(const Date& date) {
  constexpr int days[]{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = date.year == Date::none || (date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0));
  return date.month == 2 && !leap ? 28 : days[date.month - 1];
}

/// Whether the calendar has the date, or the month where the day is unknown.
constexpr bool exists(const Date& date) {
  if (date.month < 1 || date.month > 12) return false;
  return date.day == Date::none || (date.day >= 1 && date.day <= last_day(date));
}

}  // namespace gouji::syntax
