// Armed groups and alliances that the lists do not have, by the shape of their names.
#include <string>

#include <doctest/doctest.h>

#include "support/examples.h"

using namespace counterclaim;

namespace {

// "words = group" of every mention of a group of the report's own.
std::string groups_of(std::string_view text) {
  const record::Document report = test::Stages::get().document(text);
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  std::string out;
  for (const ground::GroundedBlock& block : grounded.blocks) {
    for (const ground::PartyReference& reference : block.parties) {
      if (reference.party < grounded.lexicon->parties().size()) continue;
      out += (out.empty() ? "" : " | ") + std::string(block.analysis.text(reference.tokens));
      out += " = " + grounded.party(reference).name;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("rebels of a country are not the country") {
  CHECK(groups_of("Chilean rebels took the port. Two Chilean insurgents fled.") ==
        "Chilean rebels = Chilean rebels | Chilean insurgents = Chilean rebels");
  CHECK(groups_of("Chilean soldiers took the port.") == "");
}

TEST_CASE("those whom somebody backs or leads") {
  CHECK(groups_of("Pro-Chilean fighters fled.") == "Pro-Chilean fighters = pro-Chilean fighters");
  CHECK(groups_of("The Chilean-backed militia fled.") == "Chilean-backed militia = Chilean-backed militia");
  CHECK(groups_of("A Chilean-led coalition met.") == "Chilean-led coalition = Chilean-led coalition");
  CHECK(groups_of("A Chilean-brokered truce held.") == "");
}

TEST_CASE("names by their words, and their acronyms") {
  CHECK(groups_of("The Andean Liberation Front (ALF) met. The ALF fled.") ==
        "Andean Liberation Front = Andean Liberation Front | ALF = Andean Liberation Front | "
        "ALF = Andean Liberation Front");
  CHECK(groups_of("The Andean Liberation Army met.") == "Andean Liberation Army = Andean Liberation Army");
  CHECK(groups_of("The Andean Mining Union met.") == "");
  // A square is named after martyrs, not a group.
  CHECK(groups_of("People met in Martyrs' Square.") == "");
}

TEST_CASE("names that are called a group") {
  CHECK(groups_of("The rebel group Xanadu met. Xanadu fled.") == "Xanadu = Xanadu | Xanadu = Xanadu");
}
