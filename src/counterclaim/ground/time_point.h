// A place on the calendar of which some parts may be unknown: a day, a month of no known year, the 1990s, a morning.
//
//   {year 2022, month 9, day 13, part "MO"}  ->  value 2022-09-13TMO, bounds 2022-09-13T06:00 .. 2022-09-13T12:00
//   {month 9, day 17}                        ->  value XXXX-09-17, no bounds
//   {year 490, before_christ}                ->  value BC0490, bounds -0489-01-01 .. -0489-12-31
//
// Values are TIMEX3's (TimeML 1.2.1; decades as "199", centuries as "19", years BC as in TIDES 2005).
//
// Layer: ground. Pure; constant in time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "counterclaim/ground/time_calendar.h"

namespace counterclaim::ground {

struct TimePoint {
  std::optional<int> century;  // 21 for 2000 to 2099 (by custom; exactly: 2001 to 2100)
  std::optional<int> decade;   // 199 for the nineties of the 20th century
  std::optional<int> year;     // of its era, 1 or more
  bool before_christ = false;
  bool fiscal = false;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> week;     // ISO 8601
  std::optional<int> weekday;  // 1 Monday to 7 Sunday, where the day itself is not known
  bool weekend = false;        // of the week
  std::string_view season;     // SP SU FA WI
  std::string_view half;       // H1 H2 Q1 … Q4
  std::string_view part;       // of the day: MO AF EV NI MI DT; in static storage or of the vocabulary
  std::optional<int> hour;     // 0 to 24
  std::optional<int> minute;
  std::optional<int> second;
  std::string zone;          // "Z", "+03", "+05:30"
  bool unknown_day = false;  // some day of the month or year: 1943-07-XX

  [[nodiscard]] bool has_time() const { return hour.has_value() || !part.empty(); }
  [[nodiscard]] bool has_year() const { return year.has_value(); }
  [[nodiscard]] int astronomical_year() const { return before_christ ? 1 - *year : *year; }
  // The day where year, month and day are known and such a day exists.
  [[nodiscard]] std::optional<CalendarDay> calendar_day() const;

  void set_year(int astronomical);
  void set_day(CalendarDay day);
};

struct TimeBounds {
  std::optional<std::string> earliest;
  std::optional<std::string> latest;
};

// The TIMEX3 value; "" where nothing is known.
[[nodiscard]] std::string value_of(const TimePoint& point);

// The first and the last day, or the minutes from and to; narrowed by the TIMEX3 modifiers START, MID and END, widened
// by APPROX. Unset where the year is.
[[nodiscard]] TimeBounds bounds_of(const TimePoint& point, std::string_view mod);

}  // namespace counterclaim::ground
