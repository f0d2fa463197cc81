#include "counterclaim/reconcile/passage_words.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace counterclaim::reconcile;

namespace {

std::vector<WordId> words_of(std::string_view text) {
  static const auto words = PassageWords::load(COUNTERCLAIM_RESOURCE_DIR "/reconcile");
  REQUIRE_MESSAGE(words.has_value(), words.error().message);
  std::vector<WordId> found;
  words->for_each(text, [&](WordId word) { found.push_back(word); });
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("stems") {
  const std::pair<const char*, const char*> rows[] = {
      {"attacks", "attack"}, {"attacking", "attack"}, {"armies", "army"},   {"hitting", "hit"},
      {"troops", "troop"},   {"class", "class"},      {"crisis", "crisis"}, {"killed", "kill"},
      {"village", "villag"}, {"villages", "villag"},  {"sing", "sing"},     {"red", "red"},
  };
  for (const auto& [word, stem] : rows) CHECK(stem_of(word) == stem);
}

TEST_CASE("wordings of one thing share their words") {
  CHECK(words_of("a truce at Tarata") == words_of("The ceasefire at Tarata"));
  CHECK(words_of("the ministry’s claims") == words_of("Claims of the ministry"));
  CHECK(words_of("of the and").empty());
  CHECK(words_of("“Tarata”") == words_of("Tarata"));
}
