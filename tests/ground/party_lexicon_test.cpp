#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "counterclaim/record/names.h"
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

void check_bodies(std::string_view text, const std::vector<std::string>& expected) {
  const record::Document report = test::Stages::get().document(text);
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  const language::Analysis& analysis = grounded.blocks[0].analysis;
  std::vector<std::string> found;
  for (const ground::BodyReference& reference : grounded.lexicon->find_bodies(analysis)) {
    const ground::Body& body = grounded.lexicon->bodies()[reference.body];
    found.push_back(fmt::format("{}={}, {}", analysis.text(reference.tokens), body.name, record::name_of(body.kind)));
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
  check("The UN and NATO were there.", {"UN=United Nations", "NATO=NATO"});
}

TEST_CASE("bodies of a party, and those of none") {
  check("The Bundeswehr and the Knesset agreed.", {"Bundeswehr=Germany", "Knesset=Israel"});
  check("Xinhua and Reuters reported.", {"Xinhua=China"});
  check("The Red Cross was there.", {});
  check_bodies("The Bundeswehr said so, Xinhua reported.",
               {"Bundeswehr=Bundeswehr, military", "Xinhua=Xinhua, medium"});
  check_bodies(
      "The Jerusalem Post and the Red Cross were there.",
      {"Jerusalem Post=Jerusalem Post, medium", "Red Cross=International Committee of the Red Cross, organisation"});
}

TEST_CASE("spellings that are not listed") {
  check("Al Shabaab and al-Shabaab fought.", {"Al Shabaab=al-Shabab", "al-Shabaab=al-Shabab"});
  check("The Elysee, in Yaoundé or Yaounde.", {"Elysee=France", "Yaoundé=Cameroon", "Yaounde=Cameroon"});
  check("The U.S. and the US, the U.N. and the UN.",
        {"U.S.=United States", "US=United States", "U.N.=United Nations", "UN=United Nations"});
  check("The Kurdistan Workers Party left.", {"Kurdistan Workers Party=PKK"});
}

TEST_CASE("names inside other names") {
  check("Jordan Smith met Michael Jordan in Jordan.", {"Jordan=Jordan"});
  check("They sailed the Indian Ocean to India.", {"India=India"});
  check("He named the Minsk agreements.", {});
}

TEST_CASE("common words are no parties") {
  check("They polish us and eat turkey.", {});
  check("He is here.", {});
  check("Let them go.", {});
  // In a line of capitals short acronyms may be words.
  check("WHO TOLD US THAT HE IS THERE", {});
}
