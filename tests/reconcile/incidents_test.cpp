// The same happening of several reports, ceasefires with their breaches, reactions.
#include <doctest/doctest.h>

#include "reconcile/sample_case.h"

using namespace counterclaim;
using record::EventType;
using test::derive;
using test::SampleReport;

namespace {

SampleReport shelling(const std::string& id, const std::string& sentence, const std::string& quote,
                      const std::string& day = "1932-09-12", EventType type = EventType::kShelling) {
  SampleReport report(id);
  report.says(sentence).party("Chile", "Chile").party("Peru", "Peru");
  report.event(quote, type, "Chile", "Peru", day);
  return report;
}

}  // namespace

TEST_CASE("tellings of one happening are one incident, with independent sources counted") {
  const auto a = shelling("a", "Guns of Chile shelled the granary of Tarata in Peru.", "shelled the granary of Tarata");
  const auto b =
      shelling("b", "Shells from Chile fell on the granary of Tarata, Peru said.", "fell on the granary of Tarata");
  const auto c =
      shelling("c", "Chile shelled a bridge at Locumba in Peru.", "shelled a bridge at Locumba", "1932-10-20");
  const record::Derivation derivation = derive({a, b, c});
  REQUIRE(derivation.incidents.size() == 2);
  const record::Incident& first = derivation.incidents[0];
  CHECK(first.members.size() == 2);
  CHECK(first.event == EventType::kShelling);
  CHECK(first.earliest == "1932-09-12");
  CHECK(first.parties == std::vector<std::string>{"Chile", "Peru"});
  CHECK(first.independent_sources == 2);
  CHECK_FALSE(first.reasons.empty());
  CHECK(derivation.incidents[1].members.size() == 1);
}

TEST_CASE("mirrors of one report are one source") {
  const std::string sentence =
      "Guns of Chile shelled the granary of Tarata in Peru early on the day of the fair, "
      "burning the harvest of the whole valley and two barns beside the river.";
  const record::Derivation derivation = derive({shelling("a", sentence, "shelled the granary of Tarata"),
                                                shelling("mirror", sentence, "shelled the granary of Tarata")});
  REQUIRE(derivation.copies.size() == 1);
  CHECK(derivation.reports[derivation.copies[0].original] == "a");
  REQUIRE(derivation.incidents.size() == 1);
  CHECK(derivation.incidents[0].independent_sources == 1);
}

TEST_CASE("what one report tells apart stays apart") {
  SampleReport report("a");
  report.says("Chile shelled Tarata in Peru.").party("Chile", "Chile").party("Peru", "Peru");
  report.event("shelled Tarata", EventType::kShelling, "Chile", "Peru", "1932-09-12");
  report.says("Chile later shelled Tarata in Peru again.").party("Chile", "Chile").party("Peru", "Peru");
  report.event("shelled Tarata", EventType::kShelling, "Chile", "Peru", "1932-09-12");
  CHECK(derive({report}).incidents.size() == 2);
}

TEST_CASE("a breach belongs to the latest ceasefire before it") {
  SampleReport report("a");
  report.says("Bolivia brokered a ceasefire between the two.");
  report.event("brokered a ceasefire", EventType::kAgreement, "Bolivia", "both", "1932-09-10");
  report.says("Chile broke the ceasefire.").party("Chile", "Chile");
  report.event("broke the ceasefire", EventType::kViolation, "Chile", "Peru", "1932-09-11");
  const record::Derivation derivation = derive({report});
  REQUIRE(derivation.ceasefires.size() == 1);
  const record::Ceasefire& truce = derivation.ceasefires[0];
  CHECK(truce.day == "1932-09-10");
  CHECK(truce.brokers == std::vector<std::string>{"Bolivia"});
  REQUIRE(truce.violations.size() == 1);
  CHECK(truce.violations[0].by == "Chile");
}

TEST_CASE("reactions, once for each utterance") {
  SampleReport report("a");
  report.says("Bolivia condemned the raid of Chile.");
  report
      .statement("Bolivia condemned the raid of Chile", "the raid of Chile", "Bolivia", "Bolivia",
                 record::Stance::kCondemns)
      .target = "Chile";
  report.says("Bolivia said it was raining.");
  report.statement("Bolivia said it was raining", "it was raining", "Bolivia", "Bolivia");
  const record::Derivation derivation = derive({report});
  REQUIRE(derivation.reactions.size() == 1);
  CHECK(derivation.reactions[0].who == "Bolivia");
  CHECK(derivation.reactions[0].target == "Chile");
}
