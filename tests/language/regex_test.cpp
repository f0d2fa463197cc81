#include "counterclaim/language/regex.h"

#include <string>

#include <doctest/doctest.h>

namespace counterclaim::language {
namespace {

void check_translation(std::string_view python, std::string_view pcre2) {
  CAPTURE(python);
  CHECK(python_pattern_to_pcre2(python) == pcre2);
}

TEST_CASE("Python's patterns in PCRE2's spelling") {
  check_translation(R"((?u)^a|b$)", R"(^a|b$)");
  check_translation(R"([\u00A6\u0482])", R"([\x{A6}\x{482}])");
  check_translation(R"([\U0001F600-\U0001F64F])", R"([\x{1F600}-\x{1F64F}])");
  check_translation(R"([\w+])", R"([\p{L}\p{N}_+])");
  check_translation(R"(\w+)", R"([\p{L}\p{N}_]+)");
  check_translation(R"(\d{2})", R"(\p{Nd}{2})");
  check_translation(
      R"((?:\S+(?::\S*)?@)?)",
      R"((?:[^\x09-\x0d\x1c-\x20\x85\xa0\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+@)?)");
  check_translation(R"(\.\.+|\[|\])", R"(\.\.+|\[|\])");
  check_translation("a\\", "a\\");
}

TEST_CASE("matches are in bytes, and look-behinds see what is before the start") {
  RegexScratch scratch;
  const Regex regex = Regex::compile(R"((?<=é)\.(?=[A-Z]))").value();
  const std::string text = "né.Ab.C";
  const auto match = regex.search(text, 3, scratch);
  REQUIRE(match);
  CHECK(match->begin == 3);
  CHECK(match->end == 4);
  CHECK_FALSE(regex.search(text, 4, scratch));
  CHECK_FALSE(regex.match_start(text, scratch));
}

TEST_CASE("a pattern that does not compile is an error with PCRE2's words") {
  const auto regex = Regex::compile("(unclosed");
  REQUIRE_FALSE(regex);
  CHECK(regex.error().code == ErrorCode::kModelUnsupported);
  CHECK(regex.error().message.find("parenthes") != std::string::npos);
}

TEST_CASE("a pattern that exhausts the JIT's stack is matched all the same") {
  RegexScratch scratch;
  const Regex regex = Regex::compile("^(?:(?:[0-9]{1,3}|[a-z]{1,9})\\.)+x$").value();
  std::string text;
  for (int n = 0; n < 200000; ++n) text += "10.";
  CHECK_FALSE(regex.match_start(text, scratch));
  text += "x";
  CHECK(regex.match_start(text, scratch));
}

}  // namespace
}  // namespace counterclaim::language
