#include "counterclaim/ingest/iso_date.h"

#include <doctest/doctest.h>

namespace {

void check(std::string_view text, std::optional<std::string> expected) {
  CAPTURE(text);
  CHECK(counterclaim::ingest::iso_date(text) == expected);
}

}  // namespace

TEST_CASE("dates") {
  check("2022-09-13", "2022-09-13");
  check(" 2022-09-13\n", "2022-09-13");
  check("2024-02-29", "2024-02-29");
  check("2022-09-13T08:15:00Z", "2022-09-13");
  check("2022-09-13T08:15:00.123+04:00", "2022-09-13");
  check("2022-09-13 08:15", "2022-09-13");
}

TEST_CASE("what is no date") {
  for (const char* text : {"", "2022", "2022-09", "2022-9-13", "13.09.2022", "2022-02-29", "2022-13-01", "2022-00-10",
                           "2022-09-00", "2022-09-13x", "2022-09-13T", "2022-09-13T25:00", "2022-09-13T08:15 noon",
                           "yesterday", "2022–09–13", "-2022-9-1"}) {
    check(text, std::nullopt);
  }
}
