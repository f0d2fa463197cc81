// Days, weeks and months of the Gregorian calendar, carried backwards as ISO 8601 does. Years are astronomical: 1 BC is
// 0, 490 BC is -489.
//
// Layer: ground. Pure; every function is constant in time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace counterclaim::ground {

struct CalendarDay {
  int year = 0;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
  friend auto operator<=>(const CalendarDay&, const CalendarDay&) = default;
};

struct CalendarWeek {  // ISO 8601: weeks begin on Monday
  int year = 0;        // that the week belongs to
  int week = 1;
};

[[nodiscard]] int days_of_month(int year, int month);
[[nodiscard]] bool is_day(int year, int month, int day);

[[nodiscard]] std::int64_t day_number(CalendarDay day);  // of 1970-01-01: 0
[[nodiscard]] CalendarDay day_of_number(std::int64_t number);
[[nodiscard]] CalendarDay add_days(CalendarDay day, std::int64_t days);
// The same day of another month; the month's last one where it has fewer.
[[nodiscard]] CalendarDay add_months(CalendarDay day, std::int64_t months);

[[nodiscard]] int weekday(CalendarDay day);  // 1 Monday to 7 Sunday
[[nodiscard]] CalendarWeek week_of(CalendarDay day);
[[nodiscard]] CalendarDay monday_of(CalendarWeek week);
[[nodiscard]] CalendarDay easter(int year);  // Sunday, western reckoning

// "2022-09-13"; nullopt for anything else.
[[nodiscard]] std::optional<CalendarDay> parse_day(std::string_view iso);
[[nodiscard]] std::string iso_year(int year);  // "0476", "-0489"
[[nodiscard]] std::string iso_day(CalendarDay day);

}  // namespace counterclaim::ground
