// Mentions of parties and people: whole phrases, sides, and what short forms stand for. See tests/support/examples.h
// for the notation.
#include <doctest/doctest.h>

#include "support/examples.h"

using namespace counterclaim;
using test::check_parties;

namespace {

// "text = relation" of the mentions whose side only the speaker tells.
std::string open_mentions(std::string_view text) {
  const record::Document report = test::Stages::get().document(text);
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  std::string out;
  for (const ground::GroundedParty& party : grounded.parties) {
    if (party.relation == ground::SpeakerRelation::kNone) continue;
    out += (out.empty() ? "" : " | ") + party.mention.text;
    out += party.relation == ground::SpeakerRelation::kOwn ? " = own" : " = opponent";
    if (party.mention.side) out += " " + *party.mention.side;
  }
  return out;
}

}  // namespace

TEST_CASE("a side by the words of the phrase") {
  check_parties("The Peruvian Defence Ministry slept.", {"The Peruvian Defence Ministry = Peru ministry"});
  check_parties("Peru's army slept.", {"Peru = Peru state", "Peru's army = Peru military"});
  check_parties("The press service of the Ministry of Foreign Affairs of Peru slept.",
                {"The press service of the Ministry of Foreign Affairs of Peru = Peru government",
                 "the Ministry of Foreign Affairs of Peru = Peru ministry", "Peru = Peru state"});
  check_parties("Officials in Lima slept.", {"Officials in Lima = Peru person"});
  check_parties("Peruvian President Ana Rojas slept.", {"Peruvian President Ana Rojas = Peru person"});
}

TEST_CASE("what is no side of the phrase") {
  // Two states together are neither of them, and not the two sides where these are not told.
  check_parties("Peruvian and Chilean leaders met.", {"Peruvian and Chilean leaders = ? person"});
  check_parties("A Peru expert slept.", {"A Peru expert = ? person"});
  check_parties("A Lima-based newspaper slept.", {"Lima = Peru government", "A Lima-based newspaper = ? medium"});
  // A place is no party.
  check_parties("It rained in Peru.", {});
  check_parties("The Peruvian rain stopped.", {});
}

TEST_CASE("the two sides together") {
  check_parties("Fighting broke out on the Peru-Chile border. Both sides slept.",
                {"Peru = Peru state", "Chile = Chile state", "Both sides = both government"});
  check_parties("Fighting broke out on the Chilean-Peruvian border. Peru and Chile said nothing.",
                {"Peru = Peru state", "Peru and Chile = both state", "Chile = Chile state"});
}

TEST_CASE("people met again") {
  check_parties("Bolivian minister Ana Rojas slept. Rojas woke.",
                {"Bolivian minister Ana Rojas = Bolivia person", "Rojas = Bolivia person @0"});
  // A side that is told late serves the earlier mention.
  check_parties("Maria Gonzalez spoke. The Bolivian minister Maria Gonzalez slept.",
                {"Maria Gonzalez = Bolivia person", "The Bolivian minister Maria Gonzalez = Bolivia person @0"});
  check_parties("Maria Gonzalez, who heads Peru's council, slept.",
                {"Maria Gonzalez = Peru person", "Peru = Peru state", "Peru's council = Peru government"});
}

TEST_CASE("pronouns") {
  check_parties("The Peruvian army slept. It attacked.",
                {"The Peruvian army = Peru military", "It = Peru military @0"});
  check_parties("Peruvian officials slept. They left.", {"Peruvian officials = Peru person", "They = Peru person @0"});
  // Nobody is late, nobody rains.
  check_parties("The Peruvian army slept. It was late.", {"The Peruvian army = Peru military"});
  // "he" takes up a person, never an army.
  check_parties("The Peruvian army slept. He left.", {"The Peruvian army = Peru military"});
  // What somebody says names others than the one who says it.
  check_parties("Chilean minister Ana Rojas left. \"Peruvian minister Luis Vega slept,\" she said.",
                {"Chilean minister Ana Rojas = Chile person", "Peruvian minister Luis Vega = Peru person",
                 "she = Chile person @0"});
}

TEST_CASE("short forms") {
  check_parties("The Peruvian Foreign Ministry slept. The ministry woke.",
                {"The Peruvian Foreign Ministry = Peru ministry", "The ministry = Peru ministry @0"});
  // Another ministry is none that was named.
  check_parties("The Peruvian Foreign Ministry slept. The interior ministry woke.",
                {"The Peruvian Foreign Ministry = Peru ministry", "The interior ministry = ? ministry"});
  check_parties("Peru slept. The country's ministry woke.",
                {"Peru = Peru state", "The country = Peru state @0", "The country's ministry = Peru ministry"});
  check_parties("The Shining Path slept. The group woke.",
                {"The Shining Path = Shining Path armed_group", "The group = Shining Path armed_group @0"});
}

TEST_CASE("the one who acts in the passage comes before an organ named earlier") {
  check_parties(
      "Fighting broke out on the Peru-Chile border. The Peruvian ministry spoke. Chile replied. The ministry wept.",
      {"Peru = Peru state", "Chile = Chile state", "The Peruvian ministry = Peru ministry", "Chile = Chile state",
       "The ministry = Chile ministry"});
}

TEST_CASE("organs of the state that the report or the passage is about") {
  check_parties("Peru mourned. Peruvians wept in Lima. Police left.",
                {"Peru = Peru state", "Peruvians = Peru population", "Police = Peru police"});
  check_parties("In Peru, the ministry slept.", {"the ministry = Peru ministry"});
  check_parties("Bolivia – The ministry slept.", {"Bolivia = Bolivia state", "The ministry = Bolivia ministry"});
  check_parties("Police left.", {"Police = ? police"});
}

TEST_CASE("who speaks decides whose \"our forces\" are") {
  CHECK(open_mentions("We left. Our forces slept.") == "We = own | Our = own | Our forces = own");
  CHECK(open_mentions("The enemy fled.") == "The enemy = opponent");
}

TEST_CASE("titles that stand apart from the name") {
  // The parser reads one name, "Chile Ana Rojas", of somebody else.
  check_parties("Peruvian ambassador to Chile Ana Rojas slept.",
                {"Peruvian ambassador to Chile Ana Rojas = Peru person", "Chile Ana Rojas = ? person"});
  check_parties("Lima spoke, according to a Peruvian spokesman, Brig. Ana Rojas.",
                {"Lima = Peru government", "a Peruvian spokesman, Brig = Peru person", "Ana Rojas = Peru person"});
}

TEST_CASE("offices at a place") {
  check_parties("Lima mayor Ana Rojas slept.", {"Lima mayor Ana Rojas = Peru person"});
  check_parties("Texas Congressman Pedro Vega slept.", {"Texas Congressman Pedro Vega = United States person"});
  // A place before others than servants of a state says where they are, not whose.
  check_parties("Texas farmer Pedro Vega slept.", {"Texas farmer Pedro Vega = ? person"});
}

TEST_CASE("whoever is in charge of an organ") {
  check_parties("The Houthi-run health ministry slept.", {"The Houthi-run health ministry = Houthis ministry"});
  // A force of many, and a charity, are not the party's that leads or houses them.
  check_parties("A Peruvian-led force slept.", {"A Peruvian-led force = ? military"});
}

TEST_CASE("documents speak for whoever made them") {
  check_parties("A Bolivian police report vanished.", {"Bolivian police = Bolivia police"});
  check_parties("The Peruvian army apologised in a statement. The statement named nobody.",
                {"The Peruvian army = Peru military", "The statement = Peru military @0"});
  // Whose report it is was not told.
  check_parties("The Peruvian army apologised. The report named nobody.", {"The Peruvian army = Peru military"});
  check_parties("A statement named nobody.", {});
}

TEST_CASE("a place is not who acts") {
  check_parties("Peru's raid into Chile went on, the country's ministry said.",
                {"Peru = Peru state", "the country = Peru state @0", "the country's ministry = Peru ministry"});
}

TEST_CASE("an office takes up whoever has it") {
  check_parties("Bolivian President Ana Rojas woke. Rojas met the Chilean president. The president left.",
                {"Bolivian President Ana Rojas = Bolivia person", "Rojas = Bolivia person @0",
                 "the Chilean president = Chile person", "The president = Bolivia person @1"});
}

TEST_CASE("an organ's parts are whose the whole is") {
  check_parties(
      "The prosecutor's office of Peru slept.",
      {"The prosecutor = Peru person", "The prosecutor's office of Peru = Peru government", "Peru = Peru state"});
}

TEST_CASE("between two sides only known organs are those of the last to act") {
  check_parties("Fighting broke out on the Peru-Chile border. Peru left. The army slept. Officers slept.",
                {"Peru = Peru state", "Chile = Chile state", "Peru = Peru state", "The army = Peru military",
                 "Officers = ? person"});
}
