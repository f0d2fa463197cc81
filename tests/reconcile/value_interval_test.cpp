#include "counterclaim/reconcile/value_interval.h"

#include <doctest/doctest.h>

using namespace counterclaim;
using reconcile::interval_of;
using record::Bound;

namespace {

record::Figure count(Bound bound, double value, std::optional<double> high = {}) {
  record::Figure figure;
  figure.bound = bound;
  figure.value = value;
  figure.value_high = high;
  return figure;
}

record::Figure vague(const char* word) {
  record::Figure figure;
  figure.bound = Bound::kVague;
  figure.word = word;
  return figure;
}

const reconcile::VagueCounts kVague = {{"dozens", {12, 99}}};

bool both_can_be_true(const record::Figure& a, const record::Figure& b) {
  return interval_of(a, kVague).overlaps(interval_of(b, kVague));
}

}  // namespace

TEST_CASE("what two counts allow at once") {
  struct Row {
    record::Figure a, b;
    bool both;
  };
  const Row rows[] = {
      {count(Bound::kExact, 49), count(Bound::kExact, 49), true},
      {count(Bound::kExact, 49), count(Bound::kExact, 50), false},
      {count(Bound::kAtLeast, 49), count(Bound::kExact, 105), true},
      {count(Bound::kAtLeast, 49), count(Bound::kExact, 48), false},
      {count(Bound::kMoreThan, 50), count(Bound::kExact, 50), false},
      {count(Bound::kMoreThan, 50), count(Bound::kExact, 75), true},
      {count(Bound::kMoreThan, 50), count(Bound::kExact, 80), false},
      {count(Bound::kMoreThan, 50), count(Bound::kLessThan, 50), false},
      {count(Bound::kLessThan, 70000), count(Bound::kExact, 100), false},
      {count(Bound::kLessThan, 300), count(Bound::kExact, 280), true},
      {count(Bound::kAbout, 100), count(Bound::kExact, 110), true},
      {count(Bound::kAbout, 100), count(Bound::kExact, 111), false},
      {count(Bound::kAtMost, 40), count(Bound::kExact, 20), true},
      {count(Bound::kAtMost, 40), count(Bound::kExact, 19), false},
      {count(Bound::kRange, 10, 15), count(Bound::kExact, 12), true},
      {count(Bound::kRange, 10, 15), count(Bound::kExact, 16), false},
      {vague("Dozens"), count(Bound::kExact, 40), true},
      {vague("dozens"), count(Bound::kExact, 5), false},
      {vague("a great many"), count(Bound::kExact, 5), true},
  };
  for (const Row& row : rows) {
    CAPTURE(*row.b.value);
    CHECK(both_can_be_true(row.a, row.b) == row.both);
    CHECK(both_can_be_true(row.b, row.a) == row.both);
  }
}
