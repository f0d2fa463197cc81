#include "counterclaim/reconcile/day_interval.h"

#include <doctest/doctest.h>

using namespace counterclaim::reconcile;

TEST_CASE("days of dates") {
  CHECK(days_of("1970-01-01") == DayInterval{0, 0});
  CHECK(days_of("1970-01") == DayInterval{0, 30});
  CHECK(days_of("1970") == DayInterval{0, 364});
  CHECK(days_of("1970-01-01/1970-01-03") == DayInterval{0, 2});
  CHECK(days_of("1970-01-02/..") == DayInterval{1, DayInterval::kOpenEnd});
  CHECK(days_of("../1970-01-02") == DayInterval{DayInterval::kOpenBegin, 1});
  CHECK(days_of("1970-01~") == DayInterval{0, 30});
  CHECK(days_of("1970-01-01T06:00") == DayInterval{0, 0});
  for (const char* none : {"", "soon", "1970-13", "1970-02-30", "1970-01-03/1970-01-01", "../..", "197", "1970-1-1"}) {
    CAPTURE(none);
    CHECK_FALSE(days_of(none).has_value());
  }
  CHECK(iso_day(days_of("1932-09-15")->first) == "1932-09-15");
}

TEST_CASE("gaps") {
  const DayInterval day{10, 10}, week{12, 18};
  CHECK(day.gap_to(week) == 2);
  CHECK(week.gap_to(day) == 2);
  CHECK(week.gap_to({15, 30}) == 0);
}
