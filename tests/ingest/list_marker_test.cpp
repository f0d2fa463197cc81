#include "counterclaim/ingest/list_marker.h"

#include <doctest/doctest.h>

namespace {

void check(std::string_view line, std::string_view expected_marker) {
  CAPTURE(line);
  CHECK(line.substr(0, counterclaim::ingest::list_marker_bytes(line)) == expected_marker);
}

}  // namespace

TEST_CASE("markers") {
  check("• Two launchers", "• ");
  check("•Two launchers", "•");
  check("•\u00A0\tTwo", "•\u00A0\t");
  check("* Two", "* ");
  check("- Two", "- ");
  check("– Two", "– ");
  check("1. Two", "1. ");
  check("12) Two", "12) ");
  check("(3) Two", "(3) ");
  check("b) Two", "b) ");
  check("(b) Two", "(b) ");
}

TEST_CASE("what is no marker") {
  for (const char* line : {"", "Two", "-Two", "*", "* ", "•", "1.", "1. ", "2.5 km", "2022. A year", "1 Two", "a. Two",
                           "A) Two", "— Freedom House", "--Updated", "(a Two", "(12. Two", "1.Two", "200+ killed"}) {
    check(line, "");
  }
}
