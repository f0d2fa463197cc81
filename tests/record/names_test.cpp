#include "counterclaim/record/names.h"

#include <string>

#include <doctest/doctest.h>

namespace {

using namespace counterclaim::record;

// The first and the last name, so that a table that lost or gained a row is noticed, and some between.
template <class Enum>
void check(Enum value, std::string_view expected) {
  CHECK(std::string(name_of(value)) == expected);
}

template <class Enum>
void check_back(Enum value) {
  CHECK(value_named<Enum>(name_of(value)) == value);
  CHECK_FALSE(value_named<Enum>("no such name").has_value());
  CHECK_FALSE(value_named<Enum>("").has_value());
}

}  // namespace

TEST_CASE("public names") {
  check(BlockKind::kHeading, "heading");
  check(BlockKind::kListItem, "list_item");
  check(BlockKind::kBoilerplate, "boilerplate");
  check(SourceKind::kOfficial, "official");
  check(SourceKind::kOther, "other");
  check(Measure::kKilled, "killed");
  check(Measure::kKilledOrMissing, "killed_or_missing");
  check(Measure::kArea, "area");
  check(Measure::kOther, "other");
  check(Bound::kExact, "exact");
  check(Bound::kAtLeast, "at_least");
  check(Bound::kVague, "vague");
  check(PersonKind::kMilitary, "military");
  check(PersonKind::kUnspecified, "unspecified");
  check(Polarity::kDenied, "denied");
  check(Counting::kCumulative, "cumulative");
  check(Stance::kAsserts, "asserts");
  check(Stance::kSupports, "supports");
  check(EventType::kArmedClash, "armed_clash");
  check(EventType::kTerritoryTaken, "territory_taken");
  check(EventType::kDestruction, "destruction");
  check(EventType::kOther, "other");
  check(EventStatus::kHypothetical, "hypothetical");
  check(LinkRelation::kAnswers, "answers");
  check(TimeType::kSet, "SET");
  check(PlaceKind::kLocality, "locality");
  check(PlaceKind::kOther, "other");
  check(PartyKind::kState, "state");
  check(PartyKind::kArmedGroup, "armed_group");
  check(PartyKind::kOther, "other");
}

TEST_CASE("names lead back to values") {
  check_back(Measure::kKilledOrWounded);
  check_back(Bound::kRange);
  check_back(PersonKind::kCivilian);
  check_back(Stance::kDenies);
  check_back(SourceKind::kWitness);
  check_back(PartyKind::kPopulation);
  check_back(EventType::kShelling);
  check_back(PlaceKind::kWater);
  check_back(BlockKind::kCaption);
  check_back(Polarity::kDenied);
  check_back(Counting::kNew);
  check_back(EventStatus::kAlleged);
  check_back(LinkRelation::kReleases);
  check_back(TimeType::kDuration);
  check_back(ItemKind::kEvent);
  check_back(RelationType::kConfirmation);
  CHECK(diagnostic_named("empty_text") == DiagnosticCode::kEmptyText);
  CHECK_FALSE(diagnostic_named("unknown").has_value());
}
