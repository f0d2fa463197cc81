#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/examples.h"

using namespace counterclaim;

namespace {

void check(std::string_view text, const std::vector<std::string>& expected) {
  const record::Document report = test::Stages::get().document(text);
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  std::vector<std::string> found;
  for (const ground::GroundedBlock& block : grounded.blocks) {
    for (const ground::PartyReference& party : block.parties)
      found.push_back(fmt::format("{}={}", block.analysis.text(party.tokens), grounded.party(party).name));
  }
  CHECK_MESSAGE(fmt::format("{}", fmt::join(found, " | ")) == fmt::format("{}", fmt::join(expected, " | ")), text);
}

}  // namespace

TEST_CASE("names, adjectives, people and capitals") {
  check("Peruvian troops met Chileans in La Paz.", {"Peruvian=Peru", "Chileans=Chile", "La Paz=Bolivia"});
  check("The Kremlin and the White House spoke.", {"Kremlin=Russia", "White House=United States"});
  check("South Korean and North Korean envoys met.", {"South Korean=South Korea", "North Korean=North Korea"});
  check("Guinea-Bissau is not Guinea.", {"Guinea-Bissau=Guinea-Bissau", "Guinea=Guinea"});
}

TEST_CASE("armed groups and organisations") {
  check("Tamil Tigers and the Shining Path are named.", {"Tamil Tigers=LTTE", "Shining Path=Shining Path"});
  check("The UN and the Red Cross were there.",
        {"UN=United Nations", "Red Cross=International Committee of the Red Cross"});
}

TEST_CASE("common words are no parties") {
  check("They polish us and eat turkey.", {});
  check("He is here.", {});
}
