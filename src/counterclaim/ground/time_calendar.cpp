#include "counterclaim/ground/time_calendar.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace counterclaim::ground {
namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::optional<int> parse_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

}  // namespace

int days_of_month(int year, int month) {
  static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_day(int year, int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= days_of_month(year, month);
}

// Years are counted from March, so that the leap day is the last, in eras of 400 years.
std::int64_t day_number(CalendarDay day) {
  const std::int64_t year = day.year - (day.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * ((day.month + 9) % 12) + 2) / 5 + day.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

CalendarDay day_of_number(std::int64_t number) {
  number += 719468;
  const std::int64_t era = floor_div(number, 146097);
  const std::int64_t day_of_era = number - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  CalendarDay day;
  day.day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  day.month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  day.year = static_cast<int>(year_of_era + era * 400 + (day.month <= 2 ? 1 : 0));
  return day;
}

CalendarDay add_days(CalendarDay day, std::int64_t days) { return day_of_number(day_number(day) + days); }

CalendarDay add_months(CalendarDay day, std::int64_t months) {
  const std::int64_t total = std::int64_t{day.year} * 12 + day.month - 1 + months;
  CalendarDay moved;
  moved.year = static_cast<int>(floor_div(total, 12));
  moved.month = static_cast<int>(total - std::int64_t{moved.year} * 12) + 1;
  moved.day = std::min(day.day, days_of_month(moved.year, moved.month));
  return moved;
}

int weekday(CalendarDay day) {
  const std::int64_t since_monday = day_number(day) + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(since_monday - floor_div(since_monday, 7) * 7) + 1;
}

CalendarWeek week_of(CalendarDay day) {
  const CalendarDay thursday = add_days(day, 4 - weekday(day));
  const std::int64_t first = day_number({thursday.year, 1, 1});
  return {thursday.year, static_cast<int>((day_number(thursday) - first) / 7) + 1};
}

CalendarDay monday_of(CalendarWeek week) {
  const CalendarDay fourth{week.year, 1, 4};  // always in week 1
  return add_days(fourth, 1 - weekday(fourth) + (week.week - 1) * 7);
}

// The algorithm of the "Anonymous Gregorian" computus (Nature, 20 April 1876).
CalendarDay easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return {year, sum / 31, sum % 31 + 1};
}

std::optional<CalendarDay> parse_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = parse_number(iso.substr(0, 4)), month = parse_number(iso.substr(5, 2)),
             day = parse_number(iso.substr(8, 2));
  if (!year || !month || !day || !is_day(*year, *month, *day)) return std::nullopt;
  return CalendarDay{*year, *month, *day};
}

std::string iso_year(int year) { return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year); }

std::string iso_day(CalendarDay day) { return fmt::format("{}-{:02}-{:02}", iso_year(day.year), day.month, day.day); }

}  // namespace counterclaim::ground
