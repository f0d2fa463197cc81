// From the words of a time expression to its TIMEX3 attributes, against the report's date and the narrative so far.
//
//   "two days later" after "On 12 May 1902"  ->  DATE 1902-05-14, bounds 1902-05-14 .. 1902-05-14
//
// Layer: ground. Pure; constant in time.
#pragma once

#include <optional>
#include <string>

#include "counterclaim/ground/time_clock.h"
#include "counterclaim/ground/time_grammar.h"
#include "counterclaim/ground/time_parts.h"
#include "counterclaim/ground/time_pattern.h"
#include "counterclaim/ground/time_point.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::ground {

struct ResolvedTime {
  record::TimeType type = record::TimeType::kDate;
  std::string value;  // "": unset
  std::string mod, quant, freq;
  TimeBounds bounds;
  std::optional<TimePoint> point;  // where it moves the narrative to
};

[[nodiscard]] ResolvedTime resolve_time(TimeMeaning meaning, const TimeParts& parts, const TimeClock& clock,
                                        TimeTense tense);

// Parts of it, for time_relative.cpp.
[[nodiscard]] ResolvedTime resolve_which(const TimeParts& parts, const TimeClock& clock, TimeTense tense);
[[nodiscard]] ResolvedTime resolve_shift(const TimeParts& parts, const TimeClock& clock);
[[nodiscard]] ResolvedTime resolve_duration(const TimeParts& parts, const TimeClock& clock);
[[nodiscard]] ResolvedTime resolve_set(const TimeParts& parts);

// The year that "of that year", "of last year" name, astronomical; unset where the narrative does not tell it.
[[nodiscard]] std::optional<int> year_pointed_to(std::string_view which, const TimeClock& clock);

// The TIMEX3 modifier that the words name; "" for none.
[[nodiscard]] std::string_view mod_of(const TimeParts& parts);

// Adds the part of the day, the clock time and the zone that the words name.
void add_time_of_day(const TimeParts& parts, TimePoint& point);
// The result for a point: type, value and bounds.
[[nodiscard]] ResolvedTime resolved_point(const TimePoint& point, std::string_view mod);

}  // namespace counterclaim::ground
