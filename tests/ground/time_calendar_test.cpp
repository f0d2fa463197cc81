#include "counterclaim/ground/time_calendar.h"

#include <doctest/doctest.h>

using namespace counterclaim::ground;

TEST_CASE("days are numbered from 1970 on, back beyond year 1") {
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK(day_number({2000, 3, 1}) == 11017);
  for (const CalendarDay day :
       {CalendarDay{1600, 2, 29}, CalendarDay{1900, 2, 28}, CalendarDay{0, 1, 1}, CalendarDay{-489, 8, 12}})
    CHECK(day_of_number(day_number(day)) == day);
  CHECK(iso_day(add_days({1999, 12, 31}, 1)) == "2000-01-01");
  CHECK(iso_day({-489, 8, 12}) == "-0489-08-12");
}

TEST_CASE("months keep the day where they have it") {
  CHECK(iso_day(add_months({2022, 1, 31}, 1)) == "2022-02-28");
  CHECK(iso_day(add_months({2022, 1, 31}, -11)) == "2021-02-28");
  CHECK_FALSE(is_day(1900, 2, 29));
  CHECK(is_day(2000, 2, 29));
}

TEST_CASE("weeks of ISO 8601") {
  CHECK(weekday({1970, 1, 1}) == 4);
  CHECK(weekday({2022, 9, 13}) == 2);
  CHECK(week_of({2021, 1, 3}).year == 2020);
  CHECK(week_of({2021, 1, 3}).week == 53);
  CHECK(iso_day(monday_of({2020, 53})) == "2020-12-28");
}

TEST_CASE("Easter") {
  CHECK(iso_day(easter(1881)) == "1881-04-17");
  CHECK(iso_day(easter(2022)) == "2022-04-17");
  CHECK(iso_day(easter(2008)) == "2008-03-23");
}

TEST_CASE("days in ISO 8601") {
  CHECK(parse_day("2022-09-13") == CalendarDay{2022, 9, 13});
  CHECK_FALSE(parse_day("2022-02-30").has_value());
  CHECK_FALSE(parse_day("2022-9-13").has_value());
  CHECK_FALSE(parse_day("2022-09--3").has_value());
}
