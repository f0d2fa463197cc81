// What happened: constructions of each kind, and what is no happening.
#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "counterclaim/extract/event_links.h"
#include "support/examples.h"

using namespace counterclaim;
using test::check_events;

namespace {

void check(std::string_view text, const std::vector<std::string>& expected) {
  check_events(text, "2021-05-05", expected);
}

// The record with all that links read.
record::ReportRecord record_of(std::string_view text) {
  const test::Stages& stages = test::Stages::get();
  record::ReportRecord record;
  record.document = stages.document(text, "2021-05-05");
  ground::GroundedAnalysis grounded = stages.ground(record.document);
  for (std::uint32_t block = 0; block < grounded.blocks.size(); ++block) {
    for (const TokenSpan sentence : grounded.blocks[block].analysis.sentences())
      record.sentences.push_back(grounded.report_span(block, sentence));
  }
  record.statements = stages.statements(grounded);
  record.figures = stages.figures(grounded).figures;
  record.events = stages.events(grounded);
  extract::link_events(record);
  return record;
}

}  // namespace

TEST_CASE("who did it to whom, when and where") {
  check("Chilean forces attacked Peruvian positions near Tacna with mortars on Monday.",
        {"shelling Chile > Peru @Tacna =2021-05-03"});
  check("The capture of six Peruvian soldiers by Chilean forces led to talks.", {"capture Chile > Peru"});
  check("Peru accused Chile of shelling Tacna on Monday.", {"shelling Chile > Peru @Tacna =2021-05-03 alleged"});
  check("An attack claimed by the Shining Path killed nine people in Peru.", {"attack Shining Path > Peru @Peru"});
  check("Peru blamed the Shining Path for the murder of a mayor.", {"attack Shining Path > Peru alleged"});
}

TEST_CASE("both sides of a fight, of talks and of a truce") {
  check("Peruvian and Chilean troops clashed near Tacna on Monday.", {"armed_clash Peru > Chile @Tacna =2021-05-03"});
  check("The presidents of Peru and Chile met in Lima on Monday.", {"talks Peru > Chile @Lima =2021-05-03"});
  check("Bolivia brokered a truce between Peru and Chile.", {"agreement Bolivia > both"});
  check("The ceasefire between Peru and Chile collapsed on Monday.", {"violation both > both =2021-05-03"});
}

TEST_CASE("planned, possible, denied") {
  check("Peru will withdraw its troops from Chile.", {"withdrawal Peru > ? @Chile planned"});
  check("The Peruvian president ordered the army to withdraw from Chile.", {"withdrawal @Chile planned"});
  // Known to be wrong: who closes the road is told, and the road is not said to be in Tacna.
  check("If Chile attacks Tacna, Peru will close the road.",
        {"attack Chile > Peru @Tacna hypothetical", "blockade ? > Peru @Tacna planned"});
}

TEST_CASE("what is asked for, condemned, only a purpose, or denied of the verb is no happening") {
  for (const std::string text : {
           "Bolivia called for an attack on Chile.",
           "Bolivia condemned the attacks on Peru.",
           "Chilean troops came to fight hunger.",
           "Bolivia prevented Chile from attacking Peru.",
           "Chile did not attack Peru.",
           "The army left without attacking the rebels.",
           "Nobody expected offensives.",
           "The minister wrote a book on attacks in Peru.",
           "The bombed hotels were closed.",
       }) {
    check(text, {});
  }
}

TEST_CASE("mentions of one happening are one event") {
  check("Rebels attacked a bus in Peru on Monday. The attack lasted an hour.\nThe raid was the first this year.",
        {"ground_attack ? > Peru @Peru =2021-05-03"});
  check("A blast hit a market in Lima, Peru, killing nine people.", {"bombing ? > Peru @Lima"});
  check("Nine villagers were killed in a raid on Tacna.", {"ground_attack ? > Peru @Tacna"});
  check("A bomb exploded in Lima on Monday. Another bomb exploded in Tacna on Tuesday.",
        {"bombing ? > Peru @Lima =2021-05-03", "bombing ? > Peru @Tacna =2021-05-04"});
}

TEST_CASE("figures, statements and events are tied together") {
  const record::ReportRecord record = record_of(
      "A blast hit a market in Lima. Nine people died.\n"
      "Peru and Chile signed a truce. Peru said that Chile violated the truce on Monday.");
  REQUIRE(record.figures.size() == 1);
  CHECK(record.figures[0].event == 0);
  const auto violation = std::find_if(record.events.begin(), record.events.end(), [](const record::Event& event) {
    return event.type == record::EventType::kViolation;
  });
  REQUIRE(violation != record.events.end());
  REQUIRE(violation->links.size() == 1);
  CHECK(violation->links[0].relation == record::LinkRelation::kViolates);
  CHECK(record.events[violation->links[0].event].type == record::EventType::kAgreement);
  REQUIRE(!record.statements.empty());
  CHECK(record.statements.back().events ==
        std::vector<std::uint32_t>{static_cast<std::uint32_t>(violation - record.events.begin())});
}

TEST_CASE("many triggers, in linear time") {
  const test::Stages& stages = test::Stages::get();
  const auto seconds = [&](int count) {
    std::string text;
    for (int n = 0; n < count; ++n) text += n % 3 ? "attacks on Peru killed " : "attack in Lima on Monday and ";
    const record::Document report = stages.document(text);
    ground::GroundedAnalysis grounded = stages.ground(report);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(stages.events(grounded).size() <= text.size());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const double some = seconds(2000);
  CHECK(seconds(8000) < 12 * some + 0.05);
}
