// Expressions that count from somewhere: "last week", "two days later", "the past three months", "every Monday".
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/ground/time_resolver.h"

namespace counterclaim::ground {
namespace {

using record::TimeType;
using Slot = TimeSlot;

bool is_any(std::string_view text, std::initializer_list<std::string_view> of) {
  return std::find(of.begin(), of.end(), text) != of.end();
}

// -1, 0, +1 for "last", "this", "next".
int steps_of(std::string_view which) {
  if (is_any(which, {"last", "previous", "past"})) return -1;
  return is_any(which, {"next", "following", "coming"}) ? 1 : 0;
}

// "that", "the same", "the previous" and "the following" refer to what was told; the others to here and now, which an
// undated narrative does not have.
bool is_told(std::string_view which, const TimeClock& clock) {
  return !clock.report || is_any(which, {"that", "same", "previous", "following"});
}

bool is_known(const TimePoint& point) { return point.year || point.decade || point.century; }

// The point that "which" counts from.
TimePoint anchor(std::string_view which, const TimeClock& clock) {
  if (is_told(which, clock) && is_known(clock.last)) {
    TimePoint told = clock.last;
    told.hour.reset();
    told.minute.reset();
    told.part = {};
    return told;
  }
  TimePoint here;
  if (clock.report) here.set_day(*clock.report);
  return here;
}

std::optional<CalendarDay> anchor_day(std::string_view which, const TimeClock& clock) {
  if (is_told(which, clock))
    return clock.last_day && clock.last.day ? clock.last_day : (clock.report ? clock.report : std::nullopt);
  return clock.report;
}

// The anchor moved by so many units, as precise as the unit is.
TimePoint moved(const TimePoint& from, std::string_view unit, std::int64_t steps) {
  TimePoint to;
  const auto day = from.calendar_day();
  if (unit == "D") {
    if (day) {
      to.set_day(add_days(*day, steps));
    } else if (from.year && from.month) {
      to.set_year(from.astronomical_year());
      to.month = from.month;
      to.unknown_day = true;
    }
  } else if (unit == "W" || unit == "WE") {
    if (day) {
      const CalendarWeek week = week_of(add_days(*day, steps * 7));
      to.set_year(week.year);
      to.week = week.week;
      to.weekend = unit == "WE";
    }
  } else if (unit == "M" && from.year && from.month) {
    const CalendarDay month = add_months({from.astronomical_year(), *from.month, 1}, steps);
    to.set_year(month.year);
    to.month = month.month;
  } else if (unit == "Y" && from.year) {
    to.set_year(from.astronomical_year() + static_cast<int>(steps));
  } else if (unit == "DE" && (from.year || from.decade)) {
    const int decade = from.decade ? *from.decade : *from.year / 10;
    to.before_christ = from.before_christ;
    to.decade = from.before_christ ? decade - static_cast<int>(steps) : decade + static_cast<int>(steps);
  } else if (unit == "CE" && (from.year || from.century)) {
    const int century = from.century ? *from.century : (*from.year - 1) / 100 + 1;
    to.before_christ = from.before_christ;
    to.century = from.before_christ ? century - static_cast<int>(steps) : century + static_cast<int>(steps);
  } else if (unit == "Q" && from.year && from.month) {
    static constexpr std::string_view kQuarters = "Q1Q2Q3Q4";
    const CalendarDay month = add_months({from.astronomical_year(), *from.month, 1}, steps * 3);
    to.set_year(month.year);
    to.half = kQuarters.substr(static_cast<std::size_t>((month.month - 1) / 3) * 2, 2);
  }
  return to;
}

// What is told of a day whose date is not known: "XXXX-XX-XX".
ResolvedTime unknown_point(const TimeParts& parts) {
  TimePoint point;
  add_time_of_day(parts, point);
  ResolvedTime time;
  if (point.has_time()) {
    time = resolved_point(point, mod_of(parts));
    time.point.reset();
  }
  return time;
}

ResolvedTime which_weekday(const TimeParts& parts, std::string_view which, const TimeClock& clock) {
  const auto from = anchor_day(which, clock);
  TimePoint point;
  const int wanted = parts.integer(Slot::kWeekday);
  if (!from) {
    point.weekday = wanted;
  } else {
    const int ahead = (wanted - weekday(*from) + 7) % 7;
    const int steps = steps_of(which);
    int days = steps < 0 ? (ahead == 0 ? -7 : ahead - 7) : (ahead == 0 && steps > 0 ? 7 : ahead);
    if (which == "that" || which == "same") days = ahead == 0 ? 0 : ahead - 7;
    if (which == "this" && ahead > 3) days = ahead - 7;
    point.set_day(add_days(*from, days));
  }
  add_time_of_day(parts, point);
  return resolved_point(point, mod_of(parts));
}

// "last March", "next summer", "that spring", "last Christmas".
ResolvedTime which_of_year(const TimeParts& parts, std::string_view which, const TimeClock& clock) {
  const TimePoint from = anchor(which, clock);
  TimePoint point;
  if (parts.has(Slot::kUnit)) {  // "the spring of next year"
    point = moved(from, parts.text(Slot::kUnit), steps_of(which));
    if (parts.has(Slot::kMonth)) point.month = parts.integer(Slot::kMonth);
    if (parts.has(Slot::kSeason)) point.season = parts.text(Slot::kSeason);
    return resolved_point(point, mod_of(parts));
  }
  const bool month = parts.has(Slot::kMonth);
  if (month) point.month = parts.integer(Slot::kMonth);
  if (parts.has(Slot::kDay)) point.day = parts.integer(Slot::kDay);
  if (parts.has(Slot::kSeason)) point.season = parts.text(Slot::kSeason);
  if (from.year) {
    const int steps = steps_of(which);
    int year = from.astronomical_year();
    // The month or season of this year may be the one that is meant.
    static constexpr std::array<std::pair<std::string_view, int>, 4> kMiddles{
        {{"SP", 4}, {"SU", 7}, {"FA", 10}, {"WI", 12}}};
    int wanted = month ? *point.month : 0;
    for (const auto& [season, middle] : kMiddles) {
      if (season == point.season) wanted = middle;
    }
    if (from.month && steps < 0 && wanted >= *from.month) --year;
    if (from.month && steps > 0 && wanted <= *from.month) ++year;
    if (!from.month) year += steps;
    point.set_year(year);
  }
  add_time_of_day(parts, point);
  return resolved_point(point, mod_of(parts));
}

// "that evening", "last night", "the next morning"; also "the same day".
ResolvedTime which_day(const TimeParts& parts, std::string_view which, const TimeClock& clock) {
  const auto from = anchor_day(which, clock);
  TimePoint point;
  if (from) {
    point.set_day(add_days(*from, steps_of(which)));
  } else if (clock.last.has_year() && is_told(which, clock)) {
    point = moved(anchor(which, clock), "D", 0);
  }
  if (!is_known(point)) return unknown_point(parts);
  add_time_of_day(parts, point);
  return resolved_point(point, mod_of(parts));
}

// The number of units; nullopt for "several".
std::optional<double> amount_of(const TimeParts& parts) {
  if (parts.has(Slot::kVague)) return std::nullopt;
  double amount = parts.has(Slot::kNumber) ? parts[Slot::kNumber].number : 0;
  if (parts.has(Slot::kMass)) amount += parts[Slot::kMass].number;
  return amount > 0 ? std::optional(amount) : std::nullopt;
}

std::string number_text(double amount) { return fmt::format("{:.6g}", amount); }

// "P3D", "PT2H", "PXW"; units of less than a day have a T in front.
std::string period(const TimeParts& parts) {
  std::string_view unit = parts.text(Slot::kUnit);
  auto amount = amount_of(parts);
  if (amount) *amount *= std::max(1.0, parts[Slot::kUnit].number);
  if (unit == "TH" && amount && *amount < 1) {
    unit = "TM";
    *amount *= 60;
  }
  const bool clock = unit.starts_with('T');
  if (clock) unit.remove_prefix(1);
  return fmt::format("P{}{}{}", clock ? "T" : "", amount ? number_text(*amount) : "X", unit);
}

// The length of a unit in days, for bounds.
std::optional<double> days_of(std::string_view unit) {
  static constexpr std::array<std::pair<std::string_view, double>, 7> kDays{
      {{"D", 1}, {"NI", 1}, {"W", 7}, {"M", 30.4375}, {"Y", 365.25}, {"DE", 3652.5}, {"CE", 36525}}};
  for (const auto& [known, days] : kDays) {
    if (known == unit) return days;
  }
  return std::nullopt;
}

// "in the last three days" of a dated report: from there to here.
TimeBounds bounds_of_period(const TimeParts& parts, const TimeClock& clock) {
  const auto amount = amount_of(parts);
  const auto days = days_of(parts.text(Slot::kUnit));
  const int steps = parts.has(Slot::kWhich) ? steps_of(parts.text(Slot::kWhich)) : 0;
  const auto from = steps == 0 ? std::nullopt : anchor_day(parts.text(Slot::kWhich), clock);
  if (!amount || !days || !from || *amount * *days > 1e6) return {};
  const CalendarDay other = add_days(*from, steps * std::llround(*amount * *days));
  return steps < 0 ? TimeBounds{iso_day(other), iso_day(*from)} : TimeBounds{iso_day(*from), iso_day(other)};
}

// "a year ago", "two weeks later" without a date to count from, or without a number.
ResolvedTime vague_shift(bool back, std::string_view unit) {
  ResolvedTime time;
  if (unit.starts_with('T')) time.type = TimeType::kTime;
  time.value = back ? "PAST_REF" : "FUTURE_REF";
  return time;
}

// "ten years ago today": to the day.
TimePoint same_day(const TimePoint& from, TimePoint to, int steps, std::string_view unit) {
  const auto day = from.calendar_day();
  if (!day) return to;
  if (unit == "Y") to.set_day(add_months(*day, steps * 12LL));
  if (unit == "M") to.set_day(add_months(*day, steps));
  if (unit == "W") to = moved(from, "D", steps * 7LL);
  return to;
}

TimeBounds open_bounds(const ResolvedTime& time, std::string_view mod) {
  if (mod == "BEFORE") return {std::nullopt, time.bounds.latest};
  if (mod == "AFTER") return {time.bounds.earliest, std::nullopt};
  return time.bounds;
}

}  // namespace

std::optional<int> year_pointed_to(std::string_view which, const TimeClock& clock) {
  const TimePoint from = anchor(which, clock);
  return from.year ? std::optional(from.astronomical_year() + steps_of(which)) : std::nullopt;
}

ResolvedTime resolve_which(const TimeParts& parts, const TimeClock& clock, TimeTense tense) {
  const std::string_view which = parts.text(Slot::kWhich);
  if (parts.has(Slot::kWeekday)) return which_weekday(parts, which, clock);
  if (parts.has(Slot::kMonth) || parts.has(Slot::kSeason)) return which_of_year(parts, which, clock);
  const std::string_view unit = parts.text(Slot::kUnit);
  if (parts.has(Slot::kPart) || unit == "D") return which_day(parts, which, clock);
  int steps = steps_of(which);
  // "the weekend" of a report from a weekday is the last one, unless it is told of the future.
  if (unit == "WE" && steps == 0 && clock.report && weekday(*clock.report) < 6 && tense != TimeTense::kFuture)
    steps = -1;
  const TimePoint point = moved(anchor(which, clock), unit, steps);
  if (!is_known(point)) return {};
  ResolvedTime time = resolved_point(point, mod_of(parts));
  if (which == "this" || which == "last") time.point.reset();  // counted from here, not from the narrative
  return time;
}

ResolvedTime resolve_shift(const TimeParts& parts, const TimeClock& clock) {
  const std::string_view shift = parts.text(Slot::kShift);
  const bool back = shift == "ago" || shift == "earlier";
  const auto amount = amount_of(parts);
  std::string_view unit = parts.text(Slot::kUnit);
  if (!amount) return vague_shift(back, unit);
  double steps = *amount * std::max(1.0, parts[Slot::kUnit].number) * (back ? -1 : 1);
  const bool here = shift == "ago" || shift == "hence";
  const TimePoint from = anchor(here ? "this" : "that", clock);
  if (steps != std::floor(steps)) {  // "one and a half years ago"
    if (unit == "Y") {
      unit = "M";
      steps = std::round(steps * 12);
    } else if (unit == "DE") {
      unit = "Y";
      steps = std::round(steps * 10);
    } else {
      return vague_shift(back, unit);
    }
  }
  if (std::abs(steps) > 100000) return vague_shift(back, unit);
  TimePoint to = moved(from, unit, static_cast<std::int64_t>(steps));
  if (parts.has(Slot::kRelativeDay)) to = same_day(from, to, static_cast<int>(steps), unit);
  std::string_view mod = mod_of(parts);
  if (mod == "MORE_THAN" || mod == "EQUAL_OR_MORE") mod = back ? "BEFORE" : "AFTER";
  if (mod == "LESS_THAN" || mod == "EQUAL_OR_LESS") mod = back ? "AFTER" : "BEFORE";
  if (!is_known(to) || to.year.value_or(0) > 9999) return vague_shift(back, unit);
  ResolvedTime time = resolved_point(to, mod);
  time.bounds = open_bounds(time, mod);
  if (here) time.point.reset();
  return time;
}

ResolvedTime resolve_duration(const TimeParts& parts, const TimeClock& clock) {
  ResolvedTime time;
  time.type = TimeType::kDuration;
  time.value = period(parts);
  time.mod = std::string(mod_of(parts));
  time.bounds = bounds_of_period(parts, clock);
  return time;
}

ResolvedTime resolve_set(const TimeParts& parts) {
  ResolvedTime time;
  time.type = TimeType::kSet;
  time.quant = std::string(parts.text(Slot::kEvery));
  if (parts.has(Slot::kTimes)) {
    time.freq = fmt::format("{}X", parts.integer(Slot::kTimes));
  }
  TimePoint point;
  if (parts.has(Slot::kFrequency)) {
    time.value = std::string(parts.text(Slot::kFrequency));
    return time;
  }
  if (parts.has(Slot::kWeekday)) point.weekday = parts.integer(Slot::kWeekday);
  if (parts.has(Slot::kMonth)) point.month = parts.integer(Slot::kMonth);
  if (parts.has(Slot::kSeason)) point.season = parts.text(Slot::kSeason);
  add_time_of_day(parts, point);
  time.value = value_of(point);
  if (time.value.empty()) {
    TimeParts one = parts;
    if (!amount_of(parts)) one[Slot::kMass] = {true, 1, {}};
    time.value = period(one);
  }
  return time;
}

}  // namespace counterclaim::ground
