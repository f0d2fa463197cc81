#include "counterclaim/ingest/line_patterns.h"

#include <string>

#include <doctest/doctest.h>

namespace {

using namespace counterclaim;

// How many tokens of `text` the pattern takes.
void check(const std::string& pattern, std::string_view text, std::size_t expected) {
  CAPTURE(pattern);
  CAPTURE(text);
  ingest::LinePatterns patterns;
  REQUIRE(patterns.add(pattern, 1));
  ingest::LineTokens tokens;
  tokens.read(text);
  CHECK(patterns.match(tokens, 1) == expected);
  CHECK(patterns.match(tokens, 2) == 0);
}

void check_whole(const std::string& pattern, std::string_view text, bool expected) {
  CAPTURE(pattern);
  CAPTURE(text);
  ingest::LinePatterns patterns;
  REQUIRE(patterns.add(pattern, 1));
  ingest::LineTokens tokens;
  tokens.read(text);
  CHECK(patterns.matches_whole(tokens, 1) == expected);
}

}  // namespace

TEST_CASE("tokens") {
  ingest::LineTokens tokens;
  tokens.read("“Sign up”, for Peru’s e-mail: 9 a.m. © ÉTÉ");
  REQUIRE(tokens.size() == 10);
  CHECK(tokens.phrase(0, 10) == "sign up for peru's e-mail : 9 a.m © ÉtÉ");  // other alphabets are not folded
  CHECK(tokens.word(3) == "peru's");
  CHECK(tokens[0].capital);
  CHECK(tokens[6].digit);
  CHECK(tokens[5].sign);
  CHECK(tokens[0].bytes == ByteSpan{3, 7});
  tokens.read("");
  CHECK(tokens.size() == 0);
  std::string many;
  for (int n = 0; n < 200; ++n) many += "a ";
  tokens.read(many);
  CHECK(tokens.size() == ingest::LineTokens::kMost);
  CHECK_FALSE(tokens.complete());
}

TEST_CASE("first words") {
  std::string folded;
  CHECK(ingest::first_word("  • (Sign up", folded) == "sign");
  CHECK(ingest::first_word("© 2021", folded) == "©");
  CHECK(ingest::first_word("“Sign up", folded).empty());
  CHECK(ingest::first_word("...", folded).empty());
}

TEST_CASE("patterns") {
  check("read more", "Read more about Peru", 2);
  check("read more|also", "Read also", 2);
  check("read more", "Read no more", 0);
  check("please? read this", "Please read this", 3);
  check("please? read this", "Read this", 2);
  check("sign up for * newsletter", "Sign up for our daily newsletter now", 6);
  check("sign up for * newsletter", "Sign up for a b c d e f g h i j k l m newsletter", 0);
  check("# minutes ago", "5 minutes ago", 3);
  check("# minutes ago", "Five minutes ago", 0);
  check("more $", "More", 1);
  check("more $", "More people", 0);
  check_whole("share this", "Share this!", true);
  check_whole("share this", "Share this pain", false);
  check_whole("share *", "Share", true);
  check_whole("share *", "Share this pain", true);
}

TEST_CASE("what is no pattern") {
  ingest::LinePatterns patterns;
  for (const char* wrong : {"", "*", "$", "a||b", "a  b", "please?", "* newsletter"}) {
    CAPTURE(wrong);
    CHECK_FALSE(patterns.add(wrong, 1));
  }
}
