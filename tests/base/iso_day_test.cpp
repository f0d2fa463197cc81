#include "counterclaim/base/iso_day.h"

#include <doctest/doctest.h>

TEST_CASE("days from their ISO 8601 form") {
  using counterclaim::day_of;
  CHECK(day_of("1970-01-02")->time_since_epoch().count() == 1);
  CHECK(day_of("2024-02-29").has_value());
  for (const char* none :
       {"", "2022", "2022-09", "2022-02-30", "2022-13-01", "2022-9-013", "20x2-09-13", "2022-09-13T06"})
    CHECK_MESSAGE(!day_of(none), none);
}
