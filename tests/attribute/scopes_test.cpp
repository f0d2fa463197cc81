// Who speaks over a word: the source's text and the rule that found it.
#include <string>

#include <doctest/doctest.h>

#include "support/examples.h"

using namespace counterclaim;

namespace {

// "source text (rule)" of the innermost scope over the first token that is `word`; "-" for the report's own voice.
std::string speaker(std::string_view text, std::string_view word) {
  const test::Stages& stages = test::Stages::get();
  const record::Document report = stages.document(text);
  const ground::GroundedAnalysis grounded = stages.ground(report);
  const attribute::AttributionScopes scopes = stages.attributor().attribute(grounded);
  for (std::uint32_t block = 0; block < grounded.blocks.size(); ++block) {
    const language::Analysis& analysis = grounded.blocks[block].analysis;
    for (const language::Token& token : analysis.tokens()) {
      if (analysis.text(token) != word) continue;
      const attribute::Scope* scope = scopes.innermost(block, token.index);
      return scope ? scope->source.text + " (" + std::string(scope->rule) + ")" : "-";
    }
  }
  return "no such word";
}

}  // namespace

TEST_CASE("clauses") {
  CHECK(speaker("The mayor said two miners were killed.", "miners") == "The mayor (say-clause)");
  CHECK(speaker("Two miners were killed, the mayor said.", "miners") == "the mayor (say-clause)");
  CHECK(speaker("Two miners were killed, said the mayor.", "miners") == "the mayor (say-clause)");
  CHECK(speaker("Two miners, the mayor said, were killed.", "miners") == "the mayor (say-parenthesis)");
  CHECK(speaker("Two miners were killed after the mayor left.", "miners") == "-");
  CHECK(speaker("Lima denied that two miners had been killed.", "miners") == "Lima (say-clause)");
}

TEST_CASE("the innermost sayer") {
  CHECK(speaker("The agency said the mayor had said two miners were killed.", "miners") == "the mayor (say-clause)");
  CHECK(speaker("Andina quoted the mayor as saying that two miners were killed.", "miners") ==
        "the mayor (say-clause)");
}

TEST_CASE("objects and predicates") {
  CHECK(speaker("The clinic reported nine deaths.", "deaths") == "The clinic (say-object)");
  CHECK(speaker("The ministry put the death toll at 42.", "42") == "The ministry (say-predicate)");
  CHECK(speaker("The rebels claimed responsibility for the blast.", "responsibility") == "The rebels (say-object)");
  CHECK(speaker("The siege claimed 12 lives.", "lives") == "-");
}

TEST_CASE("phrases") {
  CHECK(speaker("According to the mayor, two miners were killed.", "miners") == "the mayor (according-to)");
  CHECK(speaker("Two miners were killed, according to the mayor.", "miners") == "the mayor (according-to)");
  CHECK(speaker("By the ministry's count, two miners were killed.", "miners") == "the ministry (by-count)");
  CHECK(speaker("Two miners were killed, Andina reported, citing the mayor.", "miners") == "the mayor (citing)");
  CHECK(speaker("Two miners were killed according to plan.", "miners") == "-");
}

TEST_CASE("passives") {
  CHECK(speaker("Nine deaths were reported by the clinic.", "deaths") == "the clinic (say-passive)");
  CHECK(speaker("It was reported that two miners were killed.", "miners") == "-");
  CHECK(speaker("Two miners died in an attack claimed by the rebels.", "attack") == "the rebels (say-passive)");
}

TEST_CASE("boxes and headlines") {
  CHECK(speaker("Casualties and losses\nPer Peru:\n12 killed\n30 wounded\nChile\n9 killed", "30") ==
        "Per Peru (box-label)");
  CHECK(speaker("Casualties and losses\nPer Peru:\n12 killed\n30 wounded\nChile\n9 killed", "9") == "-");
}

TEST_CASE("whole blocks") {
  CHECK(speaker("ROJAS: Were two miners killed?\n\nLIMA: They were. The road is shut.", "miners") == "ROJAS (turn)");
  CHECK(speaker("ROJAS: Were two miners killed?\n\nLIMA: They were. The road is shut.", "road") == "LIMA (turn)");
  CHECK(speaker("ROJAS: Two miners were killed in the valley.", "miners") == "-");
  CHECK(speaker("UPDATE: Two miners were killed.\n\nUPDATE: The road is shut.", "miners") == "-");
  CHECK(
      speaker(
          "Peru update:\n— Eva Lima (@evalima) September 14, 2022\n• Two miners killed\n• Road shut pic.twitter.com/a1",
          "miners") == "Eva Lima (@evalima) (post)");
  CHECK(speaker("By Eva Lima in Arica\n\nTwo miners were killed in the valley.", "miners") == "-");
  CHECK(speaker("As the Herald reports:\n\nTwo miners were killed on Monday in a valley near Arica.", "miners") ==
        "the Herald (announced-passage)");
  CHECK(speaker("The road is shut:\n\nTwo miners were killed on Monday in a valley near Arica.", "miners") == "-");
  CHECK(speaker("The ministry issued a statement: \"Two miners were killed near Arica.\"", "miners") ==
        "The ministry (quotation)");
}

TEST_CASE("quotations that go on") {
  CHECK(speaker("\"They came at dawn,\" the mayor said. \"Two miners died in the fire of their guns.\"", "miners") ==
        "the mayor (say-clause)");
}
