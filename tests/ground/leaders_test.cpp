// The list of leaders: every side in it is a party that the lists know, and names are found in it.
#include <fstream>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "counterclaim/ground/leaders.h"
#include "counterclaim/ground/party_lexicon.h"

using namespace counterclaim;

namespace {

const std::filesystem::path kFolder = std::filesystem::path(COUNTERCLAIM_RESOURCE_DIR) / "parties";

}  // namespace

TEST_CASE("names, surnames that stand alone, surnames behind a title") {
  const auto leaders = ground::Leaders::load(kFolder);
  REQUIRE(leaders);
  CHECK(leaders->side_of("Mikhail Gorbachev", false) == "Soviet Union");
  CHECK(leaders->side_of("Gorbachev", false) == "Soviet Union");
  CHECK(leaders->side_of("Mikhail S. Gorbachev", false) == "Soviet Union");
  CHECK(leaders->side_of("Bush", false) == std::nullopt);
  CHECK(leaders->side_of("Bush", true) == "United States");
  CHECK(leaders->side_of("Castro", true) == std::nullopt);  // of Cuba, or of Honduras
  CHECK(leaders->side_of("Ana Rojas", true) == std::nullopt);
}

TEST_CASE("sides of leaders are parties of the lists") {
  const auto lexicon = ground::PartyLexicon::load(kFolder);
  REQUIRE(lexicon);
  std::set<std::string> parties;
  for (const ground::Party& party : lexicon->parties()) parties.insert(party.name);
  std::ifstream file(kFolder / "leaders.tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    const std::string side = line.substr(0, line.find('\t'));
    CHECK_MESSAGE(parties.contains(side), side);
  }
}
