// Who says what: stance, target and source of acts of saying, and what is none.
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/examples.h"

using namespace counterclaim;
using test::check_statements;

TEST_CASE("coordinated sayers") {
  check_statements("Peru reported that the bridge was down and accused Chile of shelling it.",
                   {"asserts <- Peru", "accuses Chile <- Peru"});
  check_statements("An army spokesman and a hospital official said two miners died.",
                   {"asserts <- An army spokesman", "asserts <- a hospital official"});
  check_statements("The army retook the pass, adding that 30 rebels had surrendered.", {"asserts <- The army"});
}

TEST_CASE("passives") {
  check_statements("Chile was accused by Peru of planting mines.", {"accuses Chile <- Peru"});
  check_statements("The raid was condemned by Bolivia.", {"condemns <- Bolivia"});
  check_statements("Chile was accused of planting mines.", {});
}

TEST_CASE("quotations") {
  check_statements("\"They came at dawn,\" the mayor said. \"Two miners died.\"", {"asserts <- the mayor"});
  check_statements("The mayor told reporters: \"Nobody slept last night.\"", {"asserts <- The mayor"});
  check_statements("\"They came at dawn,\" the mayor said.\n\"They burned the bridge and left.\"",
                   {"asserts <- the mayor", "asserts <- the mayor"});
  check_statements("\"They came at dawn and burned the bridge.\" — Pedro Lima", {"asserts <- Pedro Lima"});
  check_statements("The bridge is down and the road is shut.\n— Pedro Lima (@lima) May 3, 2021",
                   {"asserts <- Pedro Lima (@lima)"});
  check_statements("The mayor said:\n\"They came at dawn and burned the bridge.\"", {"asserts <- The mayor"});
}

TEST_CASE("nested sayings have a line each") {
  check_statements("The agency quoted the mayor as saying that the road was closed.",
                   {"asserts <- The agency", "asserts <- the mayor"});
}

TEST_CASE("headlines and boxes") {
  check_statements("Army: rebels hit base in Arica", {"asserts <- Army"});
  check_statements("TWO MINERS KILLED NEAR ARICA, OFFICIALS SAY", {"asserts <- OFFICIALS"});
  check_statements("Casualties and losses\nPer Peru:\n12 killed\n30 wounded", {"asserts <- Per Peru"});
}

TEST_CASE("what is denied, refused, asked for or only possible is not said") {
  for (const std::string text : {
           "The ministry did not confirm the raid.",
           "The ministry has not confirmed that two miners were killed.",
           "The ministry neither confirmed nor denied the raid.",
           "No group has claimed responsibility for the blast.",
           "No one claimed the attack.",
           "Nobody said that the bridge was safe.",
           "None of the officials said that the bridge was safe.",
           "The mayor never said that the bridge was safe.",
           "The army has yet to confirm the raid.",
           "The army failed to announce that the bridge was down.",
           "The mayor left without saying that the road was closed.",
           "If the ministry says that the road is closed, the miners will leave.",
           "Unless Peru confirms the deaths, the talks will stop.",
           "The ministry may announce the results on Monday.",
           "The ministry might say that the bridge is safe.",
           "The general would not say that the bridge was safe.",
           "Peru could accuse Chile of shelling the town.",
           "The miners want the mayor to say that the bridge is safe.",
           "The army was expected to announce a truce.",
           "Did the ministry say that the bridge was safe?",
           "The flood claimed 12 lives.",
           "The violence threatens to reach the coast.",
           "The fire threatened the town.",
           "The bridge was reportedly down.",
           "The commander is believed to have fled.",
           "It was reported that two miners were killed.",
           "The miners are said to have fled.",
           "The general is thought to be dead.",
           "The price rose by a count of two.",
           "The mayor called his mother on Saturday.",
           "Peru accepted nine boats that Chile sold.",
           "The mayor posted nine pictures on Monday.",
           "Peru recalled its ambassador from Lima.",
           "To stress the danger, the mayor shut the road.",
           "The miners are to blame for the fire.",
           "The mayor cannot confirm the raid.",
           "The mayor couldn't say that the bridge was safe.",
           "Neither the mayor nor the army said that the bridge was safe.",
           "Not one official confirmed the raid.",
           "Hardly anyone said that the bridge was safe.",
           "The ministry refrained from blaming Chile.",
           "The army avoided saying that the bridge was down.",
           "The mayor is unable to confirm the raid.",
           "The ministry is expected to condemn the raid.",
           "Whether Peru accuses Chile is open.",
           "Lima should condemn the raid.",
           "The general stopped short of accusing Chile.",
           "The mayor is unwilling to say that the road is open.",
           "The army was asked to confirm the raid.",
           "The dead are thought to be miners.",
           "Two miners are feared dead.",
           "Two miners were allegedly killed.",
           "The attack is widely believed to have been a mistake.",
       }) {
    check_statements(text, {});
  }
}

TEST_CASE("refusals to speak or to act") {
  check_statements("The ministry did not comment.", {"refuses <- The ministry"});
  check_statements("The mayor declined to comment.", {"refuses <- The mayor"});
  check_statements("The ministry did not respond to a request for comment.", {"refuses <- The ministry"});
  check_statements("The army refused to leave the village.", {"refuses <- The army"});
  check_statements("The general refused to say how many soldiers had died.", {"refuses <- The general"});
  check_statements("Peru refused to confirm the deaths.", {"refuses <- Peru"});
}

TEST_CASE("denials") {
  check_statements("Lima denied that its troops had fled.", {"denies <- Lima"});
  check_statements("Chile denied responsibility for the fire.", {"denies <- Chile"});
  check_statements("Chile said that it was not involved.", {"denies <- Chile"});
  // The question is said, what it asks for is not.
  check_statements("The miners asked whether the ministry had confirmed the deaths.", {"asserts <- The miners"});
}

TEST_CASE("each slot and its rule") {
  const test::Stages& stages = test::Stages::get();
  const record::Document report =
      stages.document("Reuters, citing the Peruvian ministry, reported on Monday that nine miners were killed.");
  ground::GroundedAnalysis grounded = stages.ground(report);
  const std::vector<record::Statement> found = stages.statements(grounded);
  REQUIRE(found.size() == 2);
  const record::Statement& ministry = found[0].cue == "citing" ? found[0] : found[1];
  CHECK(ministry.source.text == "the Peruvian ministry");
  CHECK(ministry.source.via == "Reuters");
  CHECK(ministry.figures == std::vector<std::uint32_t>{0});
  REQUIRE(ministry.content);
  CHECK(report.text.substr(ministry.content->begin, ministry.content->size()) == "that nine miners were killed");
}

TEST_CASE("hearsay is a hedge on the figures that it covers") {
  const test::Stages& stages = test::Stages::get();
  for (const auto& [text, hedge] : std::initializer_list<std::pair<std::string, std::string>>{
           {"Nine herders were reportedly killed.", "reportedly"},
           {"Nine herders are believed to have been killed.", "are believed"},
       }) {
    const record::Document report = stages.document(text);
    const ground::GroundedAnalysis grounded = stages.ground(report);
    const std::vector<record::Figure> figures = stages.figures(grounded).figures;
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].hedge == hedge);
    CHECK(!figures[0].source);
  }
}

TEST_CASE("we and the enemy") {
  const test::Stages& stages = test::Stages::get();
  const record::Document report = stages.document(
      "Peru and Chile fought on the Peru-Chile border. \"Our forces held the town,\" the Peruvian minister said.");
  ground::GroundedAnalysis grounded = stages.ground(report);
  (void)stages.statements(grounded);
  bool found = false;
  for (const ground::GroundedParty& party : grounded.parties) {
    if (party.mention.text != "Our forces") continue;
    found = true;
    CHECK(party.mention.side == "Peru");
  }
  CHECK(found);
}

TEST_CASE("the subject of what others say") {
  check_statements("The raid drew condemnation from the Bolivian mayor.", {"condemns <- the Bolivian mayor"});
  check_statements("Two miners died in an attack claimed by the rebels.", {"asserts <- the rebels"});
  check_statements("The mayor called the vote a mistake.", {"asserts <- The mayor"});
}

TEST_CASE("whose deed it is") {
  check_statements("Bolivia said that Chile was entirely responsible for the war.", {"accuses Chile <- Bolivia"});
  check_statements("Bolivia said that the raid was a gross violation of Peru's territory by Chilean troops.",
                   {"accuses Chile <- Bolivia"});
  check_statements("Bolivia said that the raid was a gross violation of Peru's territory.", {"asserts <- Bolivia"});
  check_statements("Peru fought with Chile, and Peru demanded that they leave.", {"demands Chile <- Peru"});
  check_statements("The Peruvian army warned villagers not to leave.", {"demands <- The Peruvian army"});
  check_statements("The rebels stressed that Peru must leave.", {"demands Peru <- The rebels"});
  check_statements("Bolivia demanded Chile to withdraw.", {"demands Chile <- Bolivia"});
}

TEST_CASE("quotation marks without number and order") {
  const test::Stages& stages = test::Stages::get();
  const auto count = [&](const std::string& text) {
    const record::Document report = stages.document(text);
    ground::GroundedAnalysis grounded = stages.ground(report);
    return stages.statements(grounded).size();
  };
  const auto repeated = [](std::string_view unit, int times) {
    std::string out;
    for (int n = 0; n < times; ++n) out += unit;
    return out;
  };
  constexpr int kMany = 10'000;
  CHECK(count(repeated("“", kMany) + "It rains," + repeated("”", kMany) + " the mayor said.") <= 2);
  CHECK(count(repeated("“‘", kMany) + "It rains in Arica") <= 1);
  CHECK(count(repeated("\"", kMany + 1)) <= 1);
  CHECK(count(repeated("” he said. “", kMany)) <= 3 * kMany);
  CHECK(count(repeated("the mayor said that ", kMany)) <= kMany);
  CHECK(count(repeated("A: ", kMany)) <= 1);
  CHECK(count(repeated("Peru and ", kMany) + "Chile said that it rained.") <= 8);
}

TEST_CASE("any bytes, in linear time") {
  const test::Stages& stages = test::Stages::get();
  std::string marks;
  for (int n = 0; n < 2000; ++n) marks += n % 3 ? "\" he said. " : "“ ‘";
  const record::Document report = stages.document(marks);
  ground::GroundedAnalysis grounded = stages.ground(report);
  CHECK(stages.statements(grounded).size() < marks.size());
}
