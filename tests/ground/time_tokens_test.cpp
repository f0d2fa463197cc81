#include "counterclaim/ground/time_tokens.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/ranges.h>

using namespace counterclaim::ground;

namespace {

// The tokens parted by spaces; "_" where a token is glued to the one before.
std::string written(std::string_view text) {
  std::vector<std::string> out;
  for (const TimeToken& token : time_tokens(text))
    out.push_back((token.glued ? "_" : "") +
                  std::string(text.substr(token.begin_byte, token.end_byte - token.begin_byte)));
  return fmt::format("{}", fmt::join(out, " "));
}

}  // namespace

TEST_CASE("runs of letters, runs of digits, single signs") {
  CHECK(written("Sept. 13th, 2022") == "Sept _. 13 _th _, 2022");
  CHECK(written("1941–1945") == "1941 _– _1945");
  CHECK(written("9:30 a.m.") == "9 _: _30 a _. _m _.");
  CHECK(written("T-72") == "T _- _72");
  CHECK(written(" \t ") == "");
}

TEST_CASE("signs are folded, digits of all scripts read") {
  const auto tokens = time_tokens("1941—o’clock ٢٠٢٢ ２７");
  REQUIRE(tokens.size() == 7);
  CHECK(tokens[1].sign == '-');
  CHECK(tokens[3].sign == '\'');
  CHECK(tokens[5].number == 2022);
  CHECK(tokens[6].number == 27);
  CHECK(tokens[6].digits == 2);
  CHECK(tokens[6].begin == 18);
}

TEST_CASE("long numbers keep their length") {
  const auto tokens = time_tokens("12345678901234567890");
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].digits == 10);
}
