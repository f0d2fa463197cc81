// Every party of resources/parties/ is found by its name and its adjectives.
#include <doctest/doctest.h>

#include "support/examples.h"

using namespace counterclaim;

TEST_CASE("every party's name and adjective is a mention of it") {
  const test::Stages& stages = test::Stages::get();
  const record::Document empty = stages.document("Nothing happened.");
  const auto& parties = stages.ground(empty).lexicon->parties();
  REQUIRE(parties.size() > 250);
  for (const ground::Party& party : parties) {
    const std::string adjective = party.adjectives.empty() ? party.name : party.adjectives.front();
    for (const std::string& word : {party.name, adjective}) {
      const record::Document report = stages.document("We saw " + word + " soldiers there.");
      const ground::GroundedAnalysis grounded = stages.ground(report);
      REQUIRE_MESSAGE(!grounded.blocks[0].parties.empty(), word);
      CHECK_MESSAGE(grounded.party(grounded.blocks[0].parties[0]).name == party.name, word);
    }
  }
}
