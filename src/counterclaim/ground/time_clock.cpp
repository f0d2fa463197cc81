#include "counterclaim/ground/time_clock.h"

namespace counterclaim::ground {

void TimeClock::tell(const TimePoint& point) {
  if (!point.has_year()) {
    if (point.decade) last.decade = point.decade;
    return;
  }
  if (point.month || !last.has_year() || last.astronomical_year() != point.astronomical_year())
    last_month = point.month;
  last = point;
  paragraph_year = point.astronomical_year();
  if (const auto day = point.calendar_day()) last_day = day;
}

}  // namespace counterclaim::ground
