// Worked examples of the coding rules. UCDP's codebook asks for three numbers: the most conservative of the sources'
// estimates, the most reliable one (the lower where sources are equally reliable), and the highest that is reliable.
// ACLED's asks for one: the most conservative of the differing reports, with tens coded as 10, dozens as 12 and
// hundreds as 100.
#include "counterclaim/reconcile/coding_rules.h"

#include <utility>

#include <doctest/doctest.h>

using namespace counterclaim;
using record::Bound;
using record::SeriesPoint;

namespace {

struct Claim {
  std::string claimant;  // "Peru" counts its own, "Chile" is the enemy, "" the reports
  std::string day;
  double value = 0;
  std::string word;  // of a vague count
  double value_high = 0;

  Claim(std::string who, std::string when, double count, std::string vague = "", double high = 0)
      : claimant(std::move(who)), day(std::move(when)), value(count), word(std::move(vague)), value_high(high) {}
};

const reconcile::CodingRules& rules() {
  static const auto loaded = reconcile::CodingRules::load(COUNTERCLAIM_RESOURCE_DIR "/reconcile");
  REQUIRE_MESSAGE(loaded.has_value(), loaded.error().message);
  return *loaded;
}

std::vector<SeriesPoint> series_of(const std::vector<Claim>& claims) {
  std::vector<SeriesPoint> series;
  SeriesPoint enemy;  // Chile has a toll of its own, so it is a party to the fight
  enemy.side = "Chile";
  enemy.claimant = "Chile";
  enemy.own_count = true;
  enemy.value = 1;
  series.push_back(enemy);
  for (const Claim& claim : claims) {
    SeriesPoint point;
    point.side = "Peru";
    point.claimant = claim.claimant;
    point.own_count = claim.claimant == "Peru";
    if (!claim.day.empty()) point.as_of = claim.day;
    if (claim.word.empty()) {
      point.value = claim.value;
    } else {
      point.word = claim.word;
      point.bound = Bound::kVague;
    }
    if (claim.value_high > 0) {
      point.value_high = claim.value_high;
      point.bound = Bound::kRange;
    }
    series.push_back(point);
  }
  return series;
}

struct Numbers {
  std::optional<double> low, best, high;
  friend bool operator==(const Numbers&, const Numbers&) = default;
};

std::optional<Numbers> estimate(const std::vector<Claim>& claims, std::string_view rule) {
  const auto estimates = rules().estimate(series_of(claims), rule);
  REQUIRE(estimates.has_value());
  for (const record::TollEstimate& e : *estimates) {
    if (e.side == "Peru") return Numbers{e.low, e.best, e.high};
  }
  return std::nullopt;
}

const std::string kEarly = "1932-09-12", kLate = "1932-09-14";

}  // namespace

TEST_CASE("ucdp: twenty worked examples") {
  struct Row {
    const char* why;
    std::vector<Claim> claims;
    std::optional<Numbers> expected;
  };
  const Row rows[] = {
      {"one source gives all three", {{"", kEarly, 5}}, Numbers{5, 5, 5}},
      {"a side's own count alone", {{"Peru", kEarly, 80}}, Numbers{80, 80, 80}},
      {"the enemy alone is all there is", {{"Chile", kEarly, 431}}, Numbers{431, 431, 431}},
      {"own count over the enemy's claim", {{"Chile", kEarly, 431}, {"Peru", kEarly, 80}}, Numbers{80, 80, 80}},
      {"a third party over both",
       {{"Chile", kEarly, 431}, {"Peru", kEarly, 80}, {"the Red Cross", kEarly, 120}},
       Numbers{80, 120, 120}},
      {"two third parties: the lower is best",
       {{"the Red Cross", kEarly, 120}, {"Bolivia", kEarly, 150}},
       Numbers{120, 120, 150}},
      {"own count over the report's voice", {{"", kEarly, 90}, {"Peru", kEarly, 80}}, Numbers{80, 80, 90}},
      {"the report's voice over the enemy", {{"", kEarly, 90}, {"Chile", kEarly, 300}}, Numbers{90, 90, 90}},
      {"the enemy's lower claim is the low", {{"", kEarly, 90}, {"Chile", kEarly, 30}}, Numbers{30, 90, 90}},
      {"of one claimant the latest", {{"Peru", kEarly, 49}, {"Peru", kLate, 105}}, Numbers{105, 105, 105}},
      {"of one day the greatest", {{"Peru", kEarly, 49}, {"Peru", kEarly, 60}}, Numbers{60, 60, 60}},
      {"a corrected number replaces the earlier",
       {{"Peru", kEarly, 105}, {"Peru", kLate, 100}},
       Numbers{100, 100, 100}},
      {"a range gives low and high", {{"", kEarly, 50, "", 215}}, Numbers{50, 50, 215}},
      {"a range beside an own count", {{"", kEarly, 50, "", 215}, {"Peru", kEarly, 80}}, Numbers{50, 80, 215}},
      {"vague words are not weighed", {{"", kEarly, 0, "dozens"}}, std::nullopt},
      {"vague words beside a number", {{"", kEarly, 0, "dozens"}, {"Peru", kEarly, 8}}, Numbers{8, 8, 8}},
      {"no deaths", {{"Peru", kEarly, 0}}, Numbers{0, 0, 0}},
      {"none by their own count, some by a third party",
       {{"Peru", kEarly, 0}, {"Bolivia", kEarly, 4}},
       Numbers{0, 4, 4}},
      {"undated counts give way to dated ones", {{"Peru", "", 49}, {"Peru", kLate, 105}}, Numbers{105, 105, 105}},
      {"all four classes",
       {{"Peru", kEarly, 80}, {"Chile", kEarly, 431}, {"", kEarly, 100}, {"Bolivia", kEarly, 90}},
       Numbers{80, 90, 100}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(estimate(row.claims, "ucdp") == row.expected);
  }
}

TEST_CASE("acled: twenty worked examples") {
  struct Row {
    const char* why;
    std::vector<Claim> claims;
    std::optional<double> expected;
  };
  const Row rows[] = {
      {"one source", {{"", kEarly, 5}}, 5},
      {"own count under the enemy's", {{"Peru", kEarly, 80}, {"Chile", kEarly, 431}}, 80},
      {"the enemy's under the own", {{"Peru", kEarly, 80}, {"Chile", kEarly, 60}}, 60},
      {"the least of three", {{"Peru", kEarly, 80}, {"", kEarly, 75}, {"Bolivia", kEarly, 90}}, 75},
      {"dozens are 12", {{"", kEarly, 0, "dozens"}}, 12},
      {"tens are 10", {{"", kEarly, 0, "tens"}}, 10},
      {"hundreds are 100", {{"", kEarly, 0, "hundreds"}}, 100},
      {"a dozen is 12", {{"", kEarly, 0, "dozen"}}, 12},
      {"dozens over a lower number", {{"", kEarly, 0, "dozens"}, {"Peru", kEarly, 7}}, 7},
      {"dozens under a higher number", {{"", kEarly, 0, "dozens"}, {"Peru", kEarly, 40}}, 12},
      {"other vague words are not coded", {{"", kEarly, 0, "several"}}, std::nullopt},
      {"other vague words beside a number", {{"", kEarly, 0, "several"}, {"Peru", kEarly, 7}}, 7},
      {"Capital letters", {{"", kEarly, 0, "Dozens"}}, 12},
      {"the lower end of a range", {{"", kEarly, 10, "", 15}}, 10},
      {"a claimant's later number", {{"Peru", kEarly, 49}, {"Peru", kLate, 105}}, 105},
      {"a claimant's corrected number", {{"Peru", kEarly, 105}, {"Peru", kLate, 100}}, 100},
      {"one claimant grew, the other is least", {{"Peru", kEarly, 49}, {"Peru", kLate, 105}, {"", kEarly, 60}}, 60},
      {"no deaths by one", {{"Peru", kEarly, 0}, {"Chile", kEarly, 12}}, 0},
      {"equal counts", {{"Peru", kEarly, 12}, {"Chile", kEarly, 12}}, 12},
      {"one victim", {{"Bolivia", kEarly, 1}}, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const auto numbers = estimate(row.claims, "acled");
    CHECK((numbers ? numbers->best : std::nullopt) == row.expected);
  }
}

TEST_CASE("own, enemy and latest") {
  const std::vector<Claim> claims = {
      {"Peru", kEarly, 49}, {"Peru", kLate, 80}, {"Chile", kEarly, 431}, {"", kEarly, 90}};
  CHECK(estimate(claims, "own") == Numbers{std::nullopt, 80, std::nullopt});
  CHECK(estimate(claims, "enemy") == Numbers{std::nullopt, 431, std::nullopt});
  std::vector<SeriesPoint> series = series_of(claims);
  const auto latest = rules().estimate(series, "latest");
  REQUIRE(latest.has_value());
  CHECK(latest->size() == 4);  // a row for each claimant
  const auto own = rules().estimate(series, "ucdp");
  REQUIRE(own->size() == 2);
  CHECK((*own)[1].working == std::vector<std::string>{"the reports (reports, 1932-09-12): 90",
                                                      "Chile (enemy, 1932-09-12): 431", "Peru (own, 1932-09-14): 80"});
  CHECK(rules().estimate(series, "mine").error().code == ErrorCode::kUsage);
}
