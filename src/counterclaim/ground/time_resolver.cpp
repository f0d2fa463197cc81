#include "counterclaim/ground/time_resolver.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace counterclaim::ground {
namespace {

using record::TimeType;
using Slot = TimeSlot;

bool is_before_christ(const TimeParts& parts, const TimeClock& clock) {
  if (parts.has(Slot::kEra)) return parts.text(Slot::kEra) == "BC";
  // "August 480" without "BC" in a narrative of such years.
  return (parts.has(Slot::kYear3) || parts.has(Slot::kDecade3)) && clock.last.before_christ;
}

// A year of two digits: of the century before the report, or by custom of the 20th.
int full_year(int two_digits, const TimeClock& clock) {
  if (clock.report && two_digits <= clock.report->year % 100 + 1) return clock.report->year / 100 * 100 + two_digits;
  if (!clock.report && clock.last.has_year() && !clock.last.before_christ) {
    const int century = *clock.last.year / 100 * 100;
    return century + two_digits;
  }
  return (clock.report ? clock.report->year / 100 * 100 - 100 : 1900) + two_digits;
}

// Of all years in which the day or month could lie, the one nearest to the report, on the side that the tense points
// to.
int year_near_report(CalendarDay report, int month, std::optional<int> day, TimeTense tense) {
  constexpr int kHalfAYear = 183, kJustPast = 60;  // days; "will meet in March" may be told at the end of March
  const CalendarDay guess{report.year, month, std::min(day.value_or(report.day), days_of_month(report.year, month))};
  const std::int64_t ahead = day_number(guess) - day_number(report);
  if (month == report.month && !day) return report.year;
  switch (tense) {
    case TimeTense::kFuture: return ahead < -kJustPast ? report.year + 1 : report.year;
    case TimeTense::kPast: return ahead > (day ? 1 : 0) ? report.year - 1 : report.year;
    default: break;
  }
  if (ahead > kHalfAYear) return report.year - 1;
  return ahead < -kHalfAYear ? report.year + 1 : report.year;
}

// A month so much earlier than the last one is of the next year: "in December … in January".
constexpr int kMonthsBack = 9;

// The year of a month or day that is told without one.
void infer_year(TimePoint& point, const TimeClock& clock, TimeTense tense) {
  if (clock.report && !clock.paragraph_year) {
    point.set_year(year_near_report(*clock.report, *point.month, point.day, tense));
    return;
  }
  if (!clock.last.has_year()) return;
  int year = clock.last.astronomical_year();
  if (clock.last_month && *clock.last_month - *point.month >= kMonthsBack) ++year;
  point.set_year(year);
}

// The day of the week nearest to the anchor on the side that the tense points to.
CalendarDay day_of_week(int wanted, CalendarDay anchor, TimeTense tense) {
  const int ahead = (wanted - weekday(anchor) + 7) % 7;
  if (tense == TimeTense::kFuture) return add_days(anchor, ahead);
  if (tense == TimeTense::kPresent && ahead <= 2) return add_days(anchor, ahead);
  return add_days(anchor, ahead == 0 ? 0 : ahead - 7);
}

void set_weekday(TimePoint& point, int wanted, const TimeClock& clock, TimeTense tense) {
  if (clock.report) {
    point.set_day(day_of_week(wanted, *clock.report, tense));
  } else if (clock.last_day && clock.last.day) {
    // A narrative goes on: the next such day.
    point.set_day(add_days(*clock.last_day, (wanted - weekday(*clock.last_day) + 7) % 7));
  } else {
    point.weekday = wanted;
  }
}

// "1225": the 25th of December; other holidays move, and have a name for the rule that finds them.
void set_holiday(TimePoint& point, const TimePart& holiday) {
  if (holiday.text.empty()) {
    point.month = static_cast<int>(holiday.number) / 100;
    point.day = static_cast<int>(holiday.number) % 100;
  }
  if (!point.year) return;
  const int year = point.astronomical_year();
  if (holiday.text.starts_with("easter") && year > 1582) {
    int days = 0;
    const std::string_view shift = holiday.text.substr(6);
    std::from_chars(shift.data() + (shift.starts_with('+') ? 1 : 0), shift.data() + shift.size(), days);
    point.set_day(add_days(easter(year), days));
  } else if (holiday.text.size() == 6) {
    // "11-4-4": the fourth Thursday of November.
    const int month = (holiday.text[0] - '0') * 10 + holiday.text[1] - '0';
    const int wanted = holiday.text[3] - '0', nth = holiday.text[5] - '0';
    const CalendarDay first{year, month, 1};
    point.set_day(add_days(first, (wanted - weekday(first) + 7) % 7 + 7 * (nth - 1)));
  }
}

void set_year(const TimeParts& parts, const TimeClock& clock, TimePoint& point) {
  point.before_christ = is_before_christ(parts, clock);
  point.fiscal = parts.text(Slot::kEra) == "FY";
  if (parts.has(Slot::kYear)) point.year = parts.integer(Slot::kYear);
  if (parts.has(Slot::kYear3)) point.year = parts.integer(Slot::kYear3);
  if (parts.has(Slot::kYear2) && !point.year) point.year = full_year(parts.integer(Slot::kYear2), clock);
  if (parts.has(Slot::kDecade4)) point.decade = parts.integer(Slot::kDecade4) / 10;
  if (parts.has(Slot::kDecade3)) point.decade = parts.integer(Slot::kDecade3) / 10;
  if (parts.has(Slot::kDecade2)) point.decade = full_year(parts.integer(Slot::kDecade2), clock) / 10;
  if (parts.has(Slot::kDecadeWord)) point.decade = full_year(parts.integer(Slot::kDecadeWord), clock) / 10;
}

// "on the 20th": of the month told last, else of the report's or the one before or behind it.
void set_day_of_month(TimePoint& point, const TimeClock& clock, TimeTense tense) {
  if (clock.last.month && (!clock.report || clock.paragraph_year)) {
    point.month = clock.last.month;
  } else if (clock.report) {
    const int ahead = *point.day - clock.report->day;
    const int months = tense == TimeTense::kFuture ? (ahead < 0 ? 1 : 0) : (ahead > 0 ? -1 : 0);
    const CalendarDay month = add_months({clock.report->year, clock.report->month, 1}, months);
    point.set_year(month.year);
    point.month = month.month;
  }
}

// "the first Monday of April"
void set_nth_weekday(const TimeParts& parts, TimePoint& point) {
  if (!point.year || !point.month) return;
  const CalendarDay first{point.astronomical_year(), *point.month, 1};
  const int days = (parts.integer(Slot::kWeekday) - weekday(first) + 7) % 7 + 7 * (parts.integer(Slot::kOrdinal) - 1);
  if (days < days_of_month(first.year, first.month)) point.set_day(add_days(first, days));
}

int month_of(const TimeParts& parts) {
  return parts.has(Slot::kMonth) ? parts.integer(Slot::kMonth) : parts.integer(Slot::kMonth2);
}

// The time words of a calendar: years, months, days, seasons, parts of the year.
TimePoint calendar_point(const TimeParts& parts, const TimeClock& clock, TimeTense tense) {
  TimePoint point;
  set_year(parts, clock, point);
  if (parts.has(Slot::kMonth) || parts.has(Slot::kMonth2)) point.month = month_of(parts);
  if (parts.has(Slot::kDay)) point.day = parts.integer(Slot::kDay);
  const bool nth_weekday = point.month && parts.has(Slot::kOrdinal) && parts.has(Slot::kWeekday) && !point.day;
  if (!point.day && point.month && parts.has(Slot::kOrdinal) && !nth_weekday) point.day = parts.integer(Slot::kOrdinal);
  if (parts.has(Slot::kSeason)) point.season = parts.text(Slot::kSeason);
  if (point.day && !point.month && !point.year) set_day_of_month(point, clock, tense);
  const bool of_the_clock =
      point.month || parts.has(Slot::kSeason) || parts.has(Slot::kHoliday) || parts.has(Slot::kHalf);
  if (const auto year = parts.has(Slot::kWhich) ? year_pointed_to(parts.text(Slot::kWhich), clock) : std::nullopt)
    point.set_year(*year);
  if (!point.year && point.month) infer_year(point, clock, tense);
  if (nth_weekday) set_nth_weekday(parts, point);
  if (!point.year && of_the_clock && !point.month) {
    if (clock.report && !clock.paragraph_year) {
      point.set_year(clock.report->year);
    } else if (clock.last.has_year()) {
      point.set_year(clock.last.astronomical_year());
    }
  }
  if (parts.has(Slot::kHoliday)) set_holiday(point, parts[Slot::kHoliday]);
  if (parts.has(Slot::kWeekday) && !point.month && !point.day)
    set_weekday(point, parts.integer(Slot::kWeekday), clock, tense);
  return point;
}

ResolvedTime resolve_half(const TimeParts& parts, const TimeClock& clock, TimeTense tense, TimePoint point) {
  static constexpr std::string_view kHalves = "H1H2Q1Q2Q3Q4";
  const int n = parts.has(Slot::kOrdinal) ? parts.integer(Slot::kOrdinal) : 0;
  const bool quarter = parts.text(Slot::kHalf) == "Q";
  if (n < 1 || n > (quarter ? 4 : 2)) return {};
  point.half = kHalves.substr(static_cast<std::size_t>(quarter ? 2 + n : n) * 2 - 2, 2);
  // Without a year: the last one that has begun, or the next where it is told of the future.
  const bool told = parts.has(Slot::kYear) || parts.has(Slot::kWhich);
  if (clock.report && point.year == clock.report->year && !told) {
    const int first_month = (n - 1) * (quarter ? 3 : 6) + 1;
    if (first_month > clock.report->month && tense != TimeTense::kFuture) point.year = clock.report->year - 1;
  }
  return resolved_point(point, mod_of(parts));
}

ResolvedTime resolve_century(const TimeParts& parts, const TimeClock& clock) {
  TimePoint point;
  point.century = parts.integer(Slot::kOrdinal);
  point.before_christ = is_before_christ(parts, clock);
  return resolved_point(point, mod_of(parts));
}

ResolvedTime resolve_relative_day(const TimeParts& parts, const TimeClock& clock) {
  TimePoint point;
  add_time_of_day(parts, point);
  if (clock.report) {
    point.set_day(add_days(*clock.report, parts.integer(Slot::kRelativeDay)));
    return resolved_point(point, mod_of(parts));
  }
  if (point.has_time()) return resolved_point(point, mod_of(parts));
  ResolvedTime time;
  if (parts.integer(Slot::kRelativeDay) == 0) time.value = "PRESENT_REF";
  return time;
}

ResolvedTime resolve_date(const TimeParts& parts, const TimeClock& clock, TimeTense tense) {
  if (parts.has(Slot::kRelativeDay)) return resolve_relative_day(parts, clock);
  if (parts.has(Slot::kCentury)) return resolve_century(parts, clock);
  TimePoint point = calendar_point(parts, clock, tense);
  if (parts.has(Slot::kHalf)) return resolve_half(parts, clock, tense, point);
  add_time_of_day(parts, point);
  const bool no_date = !point.year && !point.decade && !point.month && !point.day && !point.weekday;
  if (point.has_time() && no_date) {
    if (clock.report && point.hour)
      point.set_day(*clock.report);
    else if (clock.last_day && clock.last.day && point.hour)
      point.set_day(*clock.last_day);
  }
  if (point.year && point.month && point.day && !point.calendar_day()) return {};  // the 31st of June
  ResolvedTime time = resolved_point(point, mod_of(parts));
  if (no_date) time.point.reset();
  return time;
}

std::optional<int> hour_of(const TimeParts& parts) {
  if (parts.has(Slot::kClock4)) return parts.integer(Slot::kClock4) / 100;
  if (!parts.has(Slot::kHour) && !parts.has(Slot::kNumber)) return std::nullopt;
  int hour = parts.integer(parts.has(Slot::kHour) ? Slot::kHour : Slot::kNumber);  // "nine o'clock"
  if (hour > 24) return std::nullopt;
  const std::string_view meridiem = parts.text(Slot::kMeridiem), part = parts.text(Slot::kPart);
  const bool afternoon = meridiem == "PM" || part == "AF" || part == "EV" || (part == "NI" && hour >= 6);
  if (afternoon && hour < 12) hour += 12;
  if (meridiem == "AM" && hour == 12) hour = 0;
  return hour;
}

}  // namespace

std::string_view mod_of(const TimeParts& parts) {
  for (const Slot slot : {Slot::kBound, Slot::kModNoun, Slot::kMod}) {
    if (parts.has(slot)) return parts.text(slot);
  }
  return {};
}

void add_time_of_day(const TimeParts& parts, TimePoint& point) {
  point.hour = hour_of(parts);
  if (point.hour) {
    point.minute = parts.has(Slot::kMinute) ? parts.integer(Slot::kMinute)
                                            : (parts.has(Slot::kClock4) ? parts.integer(Slot::kClock4) % 100 : 0);
    if (parts.has(Slot::kSecond)) point.second = parts.integer(Slot::kSecond);
    if (parts.has(Slot::kZone)) point.zone = std::string(parts.text(Slot::kZone));
    return;
  }
  const std::string_view part = parts.text(Slot::kPart);
  if (part.empty()) return;
  if (part.size() == 5) {  // "12:00", "24:00"
    point.hour = part[0] == '2' ? 24 : 12;
    point.minute = 0;
  } else {
    point.part = part;
  }
}

ResolvedTime resolved_point(const TimePoint& point, std::string_view mod) {
  ResolvedTime time;
  time.type = point.has_time() ? TimeType::kTime : TimeType::kDate;
  time.value = value_of(point);
  time.mod = std::string(mod);
  time.bounds = bounds_of(point, mod);
  time.point = point;
  return time;
}

ResolvedTime resolve_time(TimeMeaning meaning, const TimeParts& parts, const TimeClock& clock, TimeTense tense) {
  switch (meaning) {
    case TimeMeaning::kDate: return resolve_date(parts, clock, tense);
    case TimeMeaning::kWhich: return resolve_which(parts, clock, tense);
    case TimeMeaning::kShift: return resolve_shift(parts, clock);
    case TimeMeaning::kDuration: return resolve_duration(parts, clock);
    case TimeMeaning::kSet: return resolve_set(parts);
    case TimeMeaning::kReference: {
      ResolvedTime time;
      time.value = std::string(parts.text(Slot::kReference));
      return time;
    }
    case TimeMeaning::kUnset: break;
  }
  return {};
}

}  // namespace counterclaim::ground
