#include "counterclaim/ground/time_point.h"

#include <array>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

namespace counterclaim::ground {
namespace {

constexpr std::int64_t kMinutesOfHour = 60;
constexpr std::int64_t kMinutesOfDay = 24 * kMinutesOfHour;

// Minutes from the beginning of a day, [begin, end).
struct DayPart {
  std::string_view code;
  std::int64_t begin, end;
};

// The bounds of the parts of a day. Nights go on behind midnight.
constexpr std::array<DayPart, 6> kDayParts{{{"MO", 6 * kMinutesOfHour, 12 * kMinutesOfHour},
                                            {"MI", 12 * kMinutesOfHour, 13 * kMinutesOfHour},
                                            {"AF", 12 * kMinutesOfHour, 18 * kMinutesOfHour},
                                            {"EV", 18 * kMinutesOfHour, 24 * kMinutesOfHour},
                                            {"NI", 18 * kMinutesOfHour, 30 * kMinutesOfHour},
                                            {"DT", 6 * kMinutesOfHour, 18 * kMinutesOfHour}}};

// Half-open, in minutes since 1970.
struct Stretch {
  std::int64_t begin, end;
};

Stretch days(CalendarDay first, CalendarDay last) {
  return {day_number(first) * kMinutesOfDay, (day_number(last) + 1) * kMinutesOfDay};
}

std::optional<Stretch> stretch_of_day(const TimePoint& point, CalendarDay day) {
  Stretch whole = days(day, day);
  if (point.hour == 24) return whole;  // midnight: of the night before or behind, which its words leave open
  if (point.hour) {
    const std::int64_t minute = whole.begin + *point.hour * kMinutesOfHour + point.minute.value_or(0);
    return Stretch{minute, minute + (point.minute ? 1 : kMinutesOfHour)};
  }
  for (const DayPart& part : kDayParts) {
    if (part.code == point.part) return Stretch{whole.begin + part.begin, whole.begin + part.end};
  }
  return whole;
}

// Which hemisphere is meant is not known, so that a season may lie in either half of the year.
Stretch stretch_of_season(std::string_view season, int year) {
  if (season == "SP" || season == "FA") return days({year, 3, 1}, {year, 11, 30});
  return days({year, 1, 1}, {year + 1, 2, days_of_month(year + 1, 2)});
}

Stretch stretch_of_months(int year, int first, int last) {
  return days({year, first, 1}, {year, last, days_of_month(year, last)});
}

std::optional<Stretch> stretch_of_year(const TimePoint& point) {
  const int year = point.astronomical_year();
  if (point.month && *point.month >= 1 && *point.month <= 12)
    return stretch_of_months(year, *point.month, *point.month);
  if (point.week) {
    const CalendarDay monday = monday_of({year, *point.week});
    return days(add_days(monday, point.weekend ? 5 : 0), add_days(monday, 6));
  }
  if (!point.season.empty()) return stretch_of_season(point.season, year);
  if (point.half.size() == 2) {
    const int n = point.half[1] - '0', months = point.half[0] == 'H' ? 6 : 3;
    return stretch_of_months(year, (n - 1) * months + 1, n * months);
  }
  if (point.fiscal) return std::nullopt;  // whose year it is, is not known
  return stretch_of_months(year, 1, 12);
}

std::optional<Stretch> stretch_of(const TimePoint& point) {
  const auto years = [](int first, int last) { return days({first, 1, 1}, {last, 12, 31}); };
  if (point.year) {
    if (const auto day = point.calendar_day()) return stretch_of_day(point, *day);
    if (point.day) return std::nullopt;
    return stretch_of_year(point);
  }
  if (point.decade) {
    const int first = *point.decade * 10;
    return point.before_christ ? years(-first - 8, 1 - first) : years(first, first + 9);
  }
  if (point.century) {
    const int last = *point.century * 100;
    return point.before_christ ? years(1 - last, 100 - last) : years(last - 100, last);
  }
  return std::nullopt;
}

Stretch modified(Stretch stretch, std::string_view mod) {
  const std::int64_t third = (stretch.end - stretch.begin) / 3;
  if (mod == "START") return {stretch.begin, stretch.begin + third};
  if (mod == "MID") return {stretch.begin + third, stretch.end - third};
  if (mod == "END") return {stretch.end - third, stretch.end};
  if (mod == "APPROX") return {stretch.begin - third * 3, stretch.end + third * 3};
  return stretch;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::string minute_text(std::int64_t minute, const std::string& zone) {
  const std::int64_t day = floor_div(minute, kMinutesOfDay);
  const std::int64_t rest = minute - day * kMinutesOfDay;
  return fmt::format("{}T{:02}:{:02}{}", iso_day(day_of_number(day)), rest / 60, rest % 60, zone);
}

std::string year_text(const TimePoint& point) {
  const char* era = point.before_christ ? "BC" : "";
  if (point.year) return fmt::format("{}{}{:04}", point.fiscal ? "FY" : "", era, *point.year);
  if (point.decade) return fmt::format("{}{:03}", era, *point.decade);
  if (point.century) return fmt::format("{}{:02}", era, *point.century - 1);
  return fmt::format("{}XXXX", era);
}

std::string time_text(const TimePoint& point) {
  if (!point.hour) return point.part.empty() ? "" : fmt::format("T{}", point.part);
  std::string text = fmt::format("T{:02}", *point.hour);
  if (point.minute) text += fmt::format(":{:02}", *point.minute);
  if (point.second) text += fmt::format(":{:02}", *point.second);
  return text + point.zone;
}

// What stands behind the year, before the time of day.
std::string date_text(const TimePoint& point) {
  const bool needs_day = point.has_time() || point.unknown_day;
  if (point.weekday && !point.day)
    return fmt::format("-W{}-{}", point.week ? fmt::format("{:02}", *point.week) : "XX", *point.weekday);
  if (point.week) return fmt::format("-W{:02}{}", *point.week, point.weekend ? "-WE" : "");
  if (point.weekend) return "-WXX-WE";
  if (!point.season.empty()) return fmt::format("-{}", point.season);
  if (!point.half.empty()) return fmt::format("-{}", point.half);
  if (point.month) {
    const std::string month = fmt::format("-{:02}", *point.month);
    if (point.day) return month + fmt::format("-{:02}", *point.day);
    return needs_day ? month + "-XX" : month;
  }
  if (point.day) return fmt::format("-XX-{:02}", *point.day);
  return needs_day ? "-XX-XX" : "";
}

}  // namespace

std::optional<CalendarDay> TimePoint::calendar_day() const {
  if (!year || !month || !day) return std::nullopt;
  const int in_era = astronomical_year();
  if (!is_day(in_era, *month, *day)) return std::nullopt;
  return CalendarDay{in_era, *month, *day};
}

void TimePoint::set_year(int astronomical) {
  before_christ = astronomical < 1;
  year = before_christ ? 1 - astronomical : astronomical;
}

void TimePoint::set_day(CalendarDay calendar_day) {
  set_year(calendar_day.year);
  month = calendar_day.month;
  day = calendar_day.day;
}

std::string value_of(const TimePoint& point) {
  std::string text = year_text(point) + date_text(point) + time_text(point);
  return text == "XXXX" || text == "BCXXXX" ? "" : text;
}

TimeBounds bounds_of(const TimePoint& point, std::string_view mod) {
  const auto stretch = stretch_of(point);
  if (!stretch) return {};
  const Stretch bounds = modified(*stretch, mod);
  if (point.has_time() && point.calendar_day())
    return {minute_text(bounds.begin, point.zone), minute_text(bounds.end, point.zone)};
  return {iso_day(day_of_number(floor_div(bounds.begin, kMinutesOfDay))),
          iso_day(day_of_number(floor_div(bounds.end - 1, kMinutesOfDay)))};
}

}  // namespace counterclaim::ground
