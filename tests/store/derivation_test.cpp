// What is derived from records, kept and read back.
#include <string>

#include <doctest/doctest.h>

#include "counterclaim/store/case.h"
#include "store/samples.h"

namespace counterclaim::store {
namespace {

using test::small_record;

constexpr ReportStamp kStamp{"counterclaim 0", "sha256:0"};

Case open(const test::TemporaryFolder& folder) {
  return std::move(*Case::open(folder.file("a.case"), {.access = Case::Access::kCreate}));
}

// Everything once, between the reports "a" and "b".
record::Derivation everything() {
  using namespace record;
  Derivation derivation;
  derivation.reports = {"a", "b"};
  const ItemRef a{0, ItemKind::kFigure, 0, {0, 4}};
  const ItemRef b{1, ItemKind::kStatement, 0, {0, 5}};
  derivation.relations = {{a, b, RelationType::kDenial, -1500, {{"prior", -2000, "few do"}, {"side", 500, "of Peru"}}},
                          {b, a, RelationType::kSame, 0, {}}};
  derivation.incidents = {{"00ff",
                           EventType::kShelling,
                           "1932-09-09",
                           {},
                           "Boquerón",
                           {"Bolivia", "Paraguay"},
                           {a, b},
                           2,
                           {{"place", 3000, "both at Boquerón"}},
                           {{1, 700}}},
                          {"01ff", EventType::kOther, {}, {}, {}, {}, {b}, 0, {}, {}}};
  derivation.copies = {{1, 0, 930}};
  derivation.series = {{"Bolivia",
                        Measure::kKilled,
                        PersonKind::kMilitary,
                        "persons",
                        "Paraguay",
                        false,
                        "1932-09-09",
                        12.0,
                        14.0,
                        Bound::kRange,
                        {},
                        2,
                        a},
                       {{}, Measure::kOther, {}, "tanks", "", true, {}, {}, {}, Bound::kVague, "dozens", 0, a}};
  return derivation;
}

TEST_CASE("a derivation comes back as it was, until reports come") {
  const test::TemporaryFolder folder;
  Case file = open(folder);
  CHECK(!file.derivation()->has_value());
  // In another order than that of the ids.
  REQUIRE(file.save(small_record("b", "Denied."), kStamp).has_value());
  REQUIRE(file.save(small_record("a", "Told."), kStamp).has_value());
  CHECK(!file.derivation()->has_value());
  REQUIRE(file.replace_derivation(everything(), kStamp).has_value());
  const bool same = file.derivation().value() == everything();
  CHECK(same);
  record::Derivation less = everything();
  less.relations.pop_back();
  less.incidents[0].near.clear();
  less.incidents.pop_back();
  REQUIRE(file.replace_derivation(less, kStamp).has_value());
  const bool replaced = file.derivation().value() == less;
  CHECK(replaced);
  REQUIRE(file.save(small_record("c", "More."), kStamp).has_value());
  CHECK(!file.derivation()->has_value());
}

TEST_CASE("a derivation from a report that is not there is refused, and the old one stays") {
  const test::TemporaryFolder folder;
  Case file = open(folder);
  for (const char* id : {"a", "b"}) REQUIRE(file.save(small_record(id, id), kStamp).has_value());
  REQUIRE(file.replace_derivation(everything(), kStamp).has_value());
  record::Derivation wrong = everything();
  wrong.reports[1] = "z";
  CHECK(file.replace_derivation(wrong, kStamp).error().code == ErrorCode::kRecordInconsistent);
  const bool same = file.derivation().value() == everything();
  CHECK(same);
}

}  // namespace
}  // namespace counterclaim::store
