#include <string>

#include <doctest/doctest.h>

#include "counterclaim/ground/folded_word.h"

using counterclaim::ground::FoldedWord;

namespace {

std::string folded(std::string_view word) { return std::string(FoldedWord(word).view()); }

}  // namespace

TEST_CASE("case, marks and apostrophes") {
  CHECK(folded("Élysée") == "elysee");
  CHECK(folded("TÜRKİYE") == "turkiye");
  CHECK(folded("Łódź") == "lodz");
  CHECK(folded("Straße") == "strasse");
  CHECK(folded("N'Djamena") == "ndjamena");
  CHECK(folded("Sana’a") == "sanaa");
  CHECK(folded("e\u0301lan") == "elan");  // a mark by itself
}

TEST_CASE("dots of an abbreviation alone") {
  CHECK(folded("U.S.") == "us");
  CHECK(folded("D.C") == "dc");
  CHECK(folded("No.") == "no.");
  CHECK(folded("3.5") == "3.5");
}

TEST_CASE("what has nothing to fold stays") {
  CHECK(folded("'") == "'");
  CHECK(folded("Москва") == "Москва");
  CHECK(folded("$") == "$");
  CHECK(folded("") == "");
}

TEST_CASE("long words count as far as 64 bytes") {
  CHECK(folded(std::string(1000, 'A')) == std::string(64, 'a'));
  CHECK(folded(std::string(63, 'a') + "ж").size() == 64);  // the last letter cut in two
}

TEST_CASE("the same folding, the same hash") {
  CHECK(FoldedWord("Élysée").hash() == FoldedWord("elysee").hash());
  CHECK(FoldedWord("Lima").hash() != FoldedWord("Limas").hash());
}
