#include "counterclaim/ground/metonymy.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "support/examples.h"

using namespace counterclaim;

namespace {

const ground::Metonymy& metonymy() {
  static const auto loaded = ground::Metonymy::load(std::string(COUNTERCLAIM_RESOURCE_DIR) + "/places");
  REQUIRE(loaded.has_value());
  return *loaded;
}

// The names out of `names`, single words, that act in the text.
std::string acting(std::string_view text, std::initializer_list<std::string_view> names) {
  const record::Document report = test::Stages::get().document(text);
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  std::string found;
  for (const ground::GroundedBlock& block : grounded.blocks) {
    for (const language::Token& token : block.analysis.tokens()) {
      const std::string word(block.analysis.text(token));
      if (std::find(names.begin(), names.end(), word) == names.end()) continue;
      if (metonymy().acts(block.analysis, {token.index, token.index + 1})) found += (found.empty() ? "" : " ") + word;
    }
  }
  return found;
}

}  // namespace

TEST_CASE("a place that says, decides or deals is a party") {
  CHECK(acting("Lima denied the charge.", {"Lima"}) == "Lima");
  CHECK(acting("Peru and Chile accused each other.", {"Peru", "Chile"}) == "Peru Chile");
  CHECK(acting("The plan was rejected by Chile.", {"Chile"}) == "Chile");
  CHECK(acting("Lima reported that two ships had sunk.", {"Lima"}) == "Lima");
}

TEST_CASE("a place that is spoken to is a party") {
  CHECK(acting("Lima urged Santiago to leave the strip.", {"Lima", "Santiago"}) == "Lima Santiago");
  CHECK(acting("Chile was accused of shelling the port.", {"Chile"}) == "Chile");
}

TEST_CASE("a place that owns a word or a will is a party") {
  CHECK(acting("The ministers read Lima's denial.", {"Lima"}) == "Lima");
  CHECK(acting("According to Lima, two ships had sunk.", {"Lima"}) == "Lima");
}

TEST_CASE("a place where things are and happen is a place") {
  CHECK(acting("Lima has two airports. Lima is calm. Lima grew.", {"Lima"}).empty());
  CHECK(acting("Peru reported 20 cases.", {"Peru"}).empty());
  CHECK(acting("The rebels left Lima and Cusco.", {"Lima", "Cusco"}).empty());
  CHECK(acting("Lima's harbour was closed.", {"Lima"}).empty());
  CHECK(acting("Officials in Lima denied it.", {"Lima"}).empty());
}
