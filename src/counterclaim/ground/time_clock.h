// Where a narrative stands: the report's date and the dates told so far.
//
// Layer: ground. Plain values.
#pragma once

#include <optional>

#include "counterclaim/ground/time_calendar.h"
#include "counterclaim/ground/time_point.h"

namespace counterclaim::ground {

struct TimeClock {
  std::optional<CalendarDay> report;    // its date; without it the narrative's own dates are all there is
  TimePoint last;                       // the date told last; has_year() is false before the first
  std::optional<int> last_month;        // that the narrative has reached in that year
  std::optional<CalendarDay> last_day;  // the last one that named a day
  std::optional<int> paragraph_year;    // astronomical; named in this block

  // What "this", "last" and "ago" count from.
  [[nodiscard]] std::optional<CalendarDay> here() const { return report ? report : last_day; }
  // Takes a date that has been resolved.
  void tell(const TimePoint& point);
};

}  // namespace counterclaim::ground
