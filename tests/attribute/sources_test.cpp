// What the words for a source tell: name, role, side, kind.
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "counterclaim/record/names.h"
#include "support/examples.h"

using namespace counterclaim;

namespace {

// "text | name | role | side | kind" of the last scope of the text.
void check(std::string_view text, std::string_view expected) {
  const test::Stages& stages = test::Stages::get();
  const record::Document report = stages.document(text);
  const ground::GroundedAnalysis grounded = stages.ground(report);
  const attribute::AttributionScopes scopes = stages.attributor().attribute(grounded);
  REQUIRE_MESSAGE(!scopes.scopes().empty(), text);
  const record::Source& source = scopes.scopes().back().source;
  const std::string kind = source.kind ? std::string(record::name_of(*source.kind)) : "-";
  CHECK_MESSAGE(fmt::format("{} | {} | {} | {} | {}", source.text, source.name.value_or("-"), source.role.value_or("-"),
                            source.side.value_or("-"), kind) == expected,
                text);
}

}  // namespace

TEST_CASE("persons with their office") {
  check("Bolivian Prime Minister Ana Rojas said that two miners were killed.",
        "Bolivian Prime Minister Ana Rojas | Ana Rojas | Prime Minister | Bolivia | official");
  check("Police spokesman Pedro Lopez said that two miners were killed.",
        "Police spokesman Pedro Lopez | Pedro Lopez | Police spokesman | - | official");
}

TEST_CASE("what is told of a source belongs to its words") {
  check("Two miners were killed, said Pedro Lima, who heads the union in Arica.",
        "Pedro Lima, who heads the union in Arica | Pedro Lima | - | - | -");
  check("Minister Ana Rojas, a doctor from Arica, said two miners were killed.",
        "Minister Ana Rojas, a doctor from Arica | Ana Rojas | Minister | - | official");
  check("Pedro Lima, director of the council, which meets in May, said two miners were killed.",
        "Pedro Lima, director of the council | Pedro Lima | director | - | official");
  check("Two doctors in 2015 said two miners were killed.", "Two doctors | - | - | - | health");
}

TEST_CASE("those who say it together") {
  check("Some analysts and politicians said two miners were killed.",
        "Some analysts and politicians | - | - | - | expert");
  check("Both Mr. Soto and Mr. Rojas said two miners were killed.", "Mr. Soto and Mr. Rojas | - | - | - | -");
  check("Peru and Chile fought on the Peru-Chile border. Peru and Chile said two miners were killed.",
        "Peru and Chile | - | - | both | -");
}

TEST_CASE("a paper of an organ that spoke before") {
  check("Peru's defence ministry said two men died. Chile was silent. A statement of the ministry said nine were hurt.",
        "A statement of the ministry | - | - | Peru | official");
}

TEST_CASE("institutions") {
  check("The Peruvian Defence Ministry said two miners were killed.",
        "The Peruvian Defence Ministry | - | - | Peru | official");
  check("Officials in Lima said two miners were killed.", "Officials in Lima | - | - | Peru | official");
  check("Doctors said two miners were killed.", "Doctors | - | - | - | health");
  check("Officials who asked not to be named said two miners were killed.", "Officials | - | - | - | official");
  check("Officials who said that it rained left.", "Officials | - | - | - | official");
}

TEST_CASE("speakers met before") {
  check("Bolivian minister Ana Rojas said it rained. Rojas said two miners were killed.",
        "Rojas | Ana Rojas | minister | Bolivia | official");
  check("The Peruvian ministry said it rained. The ministry said two miners were killed.",
        "The ministry | - | - | Peru | official");
  check("The Peruvian ministry said it rained. It said two miners were killed.", "It | - | - | Peru | official");
}

TEST_CASE("pronouns") {
  check("The Peruvian ministry denied the report. It accused Chile of shelling and claimed two miners were killed.",
        "It | - | - | Peru | official");
  check("The Peruvian ministry said it rained. Minister Ana Rojas said it snowed. It claimed two miners were killed.",
        "It | - | - | Peru | official");
  check("The Peruvian ministry said it rained. Minister Ana Rojas said it snowed. She claimed two miners were killed.",
        "She | Ana Rojas | Minister | - | official");
  check("The Peruvian ministry held a briefing. It said two miners were killed.", "It | - | - | Peru | official");
  check("Peruvian officials said it rained. They said two miners were killed.", "They | - | - | Peru | official");
  check("Minister Ana Rojas said it snowed. It said two miners were killed.", "It | - | - | - | -");
  check("The Peruvian ministry said it rained. She said two miners were killed.", "She | - | - | - | -");
  check("The Peruvian ministry said it rained.\n\nA truce followed.\n\nSome slept.\n\nIt said two miners were killed.",
        "It | - | - | - | -");
}

TEST_CASE("servants of the state the report is about") {
  check("Peru mourned. Peruvians wept in Lima. Police said two miners were killed.",
        "Police | - | - | Peru | official");
  check("In Peru, the ministry said two miners were killed.", "the ministry | - | - | Peru | official");
}
