#include "counterclaim/publish/figure_words.h"

#include <doctest/doctest.h>

namespace {

using namespace counterclaim;
using record::Bound;

record::Figure figure_of(std::optional<double> value, Bound bound) {
  record::Figure figure;
  figure.value = value;
  figure.bound = bound;
  return figure;
}

void check(std::optional<double> value, Bound bound, const std::string& expected) {
  CHECK(publish::how_many(figure_of(value, bound)) == expected);
}

void check_source(const record::Source& source, const std::string& expected) {
  record::Figure figure;
  figure.source = source;
  CHECK(publish::who_says(figure) == expected);
}

}  // namespace

TEST_CASE("how many") {
  check(12, Bound::kExact, "12");
  check(0, Bound::kExact, "0");
  check(1, Bound::kExact, "1");
  check(999, Bound::kExact, "999");
  check(7600, Bound::kExact, "7,600");
  check(136'000, Bound::kExact, "136,000");
  check(1'234'567, Bound::kExact, "1,234,567");
  check(7.5, Bound::kExact, "7.5");
  check(12, Bound::kAtLeast, "at least 12");
  check(12, Bound::kMoreThan, "more than 12");
  check(12, Bound::kAtMost, "up to 12");
  check(300, Bound::kLessThan, "under 300");
  check(12, Bound::kAbout, "about 12");
  check(12, Bound::kRange, "12");
  check(std::nullopt, Bound::kExact, "?");
  check(std::nullopt, Bound::kVague, "?");
}

TEST_CASE("ranges, vague words, units, denials") {
  record::Figure figure = figure_of(50, Bound::kRange);
  figure.value_high = 1215;
  CHECK(publish::how_many(figure) == "50–1,215");
  figure.unit = "km2";
  figure.polarity = record::Polarity::kDenied;
  CHECK(publish::how_many(figure) == "denied: 50–1,215 km2");
  figure = figure_of(std::nullopt, Bound::kVague);
  figure.word = "dozens";
  CHECK(publish::how_many(figure) == "dozens");
}

TEST_CASE("what happened") {
  record::Figure figure;
  figure.measure = record::Measure::kKilledOrMissing;
  CHECK(publish::what_happened(figure) == "killed or missing");
}

TEST_CASE("who says it") {
  CHECK(publish::who_says({}) == "(the report)");
  check_source({{}, "the PM", "Nikol Pashinyan", "Armenia", "PM", {}, {}}, "Nikol Pashinyan (Armenia)");
  check_source({{}, "the PM", {}, {}, {}, {}, "Reuters"}, "the PM, via Reuters");
  check_source({{}, "the Armenian Defence Ministry", {}, "Armenia", {}, {}, {}}, "the Armenian Defence Ministry");
  check_source({{}, "Iran", {}, "Iran", {}, {}, {}}, "Iran");
}
