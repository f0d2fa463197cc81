#include <doctest/doctest.h>

#include "counterclaim/ground/phrase_table.h"
#include "support/examples.h"

using namespace counterclaim;

namespace {

// The value of the longest phrase at the first token that has one; -1 where none has.
int first_match(std::initializer_list<const char*> phrases, std::string_view text) {
  ground::PhraseTable table;
  std::uint32_t value = 0;
  for (const char* phrase : phrases) table.add(phrase, value++);
  const record::Document report = test::Stages::get().document(text);
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  const language::Analysis& analysis = grounded.blocks[0].analysis;
  for (std::uint32_t token = 0; token < analysis.size(); ++token) {
    if (const auto match = table.longest(analysis, token)) return static_cast<int>(match->value);
  }
  return -1;
}

}  // namespace

TEST_CASE("phrases are cut as the tokenizer cuts") {
  CHECK(ground::phrase_words("Nagorno-Karabakh") == std::vector<std::string>{"Nagorno", "-", "Karabakh"});
  CHECK(ground::phrase_words("Workers' Party") == std::vector<std::string>{"Workers", "'", "Party"});
  CHECK(ground::phrase_words("Lord's Army") == std::vector<std::string>{"Lord", "'s", "Army"});
  CHECK(ground::phrase_words("SLM/A") == std::vector<std::string>{"SLM", "/", "A"});
  CHECK(ground::phrase_words("M-19") == std::vector<std::string>{"M-19"});
  CHECK(ground::phrase_words("") == std::vector<std::string>{});
}

TEST_CASE("the longest phrase, with the capitals it asks for") {
  CHECK(first_match({"Guinea", "Guinea-Bissau"}, "They sailed to Guinea-Bissau in May.") == 1);
  CHECK(first_match({"Polish"}, "They polish the boots.") == -1);
  CHECK(first_match({"US"}, "They told us.") == -1);
  CHECK(first_match({"US"}, "The US left.") == 0);
  CHECK(first_match({"at least"}, "At least one.") == 0);
}

TEST_CASE("hyphens and apostrophes between the words may be there or not") {
  CHECK(first_match({"al-Shabaab"}, "He saw Al Shabaab there.") == 0);
  CHECK(first_match({"al Shabaab"}, "He saw al-Shabaab there.") == 0);
  CHECK(first_match({"Workers' Party"}, "The Workers Party won.") == 0);
  CHECK(first_match({"Workers Party"}, "The Workers' Party won.") == 0);
  CHECK(first_match({"Mai-Mai"}, "The Mai–Mai left.") == 0);
  CHECK(first_match({"the workers'"}, "He took the workers' money.") == 0);
  // One that begins a phrase must stand there.
  CHECK(first_match({"-thirds"}, "A third of them left.") == -1);
}

TEST_CASE("marks, apostrophes and the dots of an abbreviation do not count") {
  CHECK(first_match({"Brasilia"}, "She flew to Brasília.") == 0);
  CHECK(first_match({"Sana'a"}, "She flew to Sana’a.") == 0);
  CHECK(first_match({"US"}, "The U.S. left.") == 0);
  CHECK(first_match({"U.S."}, "The US left.") == 0);
  CHECK(first_match({"no."}, "Nobody, no one left.") == -1);
}

TEST_CASE("acronyms must be the same in the text") {
  CHECK(first_match({"LeT"}, "Let them go.") == -1);
  CHECK(first_match({"LeT"}, "The LeT left.") == 0);
  CHECK(first_match({"JNIM"}, "NINE KILLED BY JNIM IN LIMA") == 0);
  // In a line of capitals a short one may be a word.
  CHECK(first_match({"IS"}, "WHO IS THERE") == -1);
  CHECK(first_match({"IS"}, "The IS fighters left.") == 0);
}

TEST_CASE("a phrase keeps its first value") {
  ground::PhraseTable table;
  CHECK_FALSE(table.add("Sana'a", 1));
  CHECK(table.add("Sanaa", 2) == 1U);
}

TEST_CASE("the longest phrase that ends before a token") {
  const record::Document report = test::Stages::get().document("There were no fewer than nine.");
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  ground::PhraseTable table;
  table.add("than", 0);
  table.add("no fewer than", 1);
  const auto match = table.ending_before(grounded.blocks[0].analysis, 5);
  REQUIRE(match);
  CHECK(match->value == 1);
  CHECK_FALSE(table.ending_before(grounded.blocks[0].analysis, 4));
}
