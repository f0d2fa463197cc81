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
  CHECK(ground::phrase_words("") == std::vector<std::string>{});
}

TEST_CASE("the longest phrase, with the capitals it asks for") {
  CHECK(first_match({"Guinea", "Guinea-Bissau"}, "They sailed to Guinea-Bissau in May.") == 1);
  CHECK(first_match({"Polish"}, "They polish the boots.") == -1);
  CHECK(first_match({"US"}, "They told us.") == -1);
  CHECK(first_match({"US"}, "The US left.") == 0);
  CHECK(first_match({"at least"}, "At least one.") == 0);
}
