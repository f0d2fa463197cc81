#include "counterclaim/language/string_id.h"

#include <doctest/doctest.h>
#include <simdjson.h>

#include <string>

#include "counterclaim/language/finite_regex.h"
#include "counterclaim/language/string_index.h"

namespace counterclaim::language {
namespace {

TEST_CASE("string ids") {
  const auto check = [](std::string_view text, std::uint64_t expected) {
    CAPTURE(text);
    CHECK(string_id(text) == expected);
  };
  check("", 0);
  check("IS_ALPHA", 1);
  check("_", 456);
  check("punct", 445);
  check("coffee", 3197928453018144401U);
  check("noun", 16833663260455505849U);
  CHECK(string_id("PUNCT") != string_id("punct"));
}

TEST_CASE("ids and hashes of random strings") {
  simdjson::dom::parser parser;
  int cases = 0;
  for (const simdjson::dom::element item :
       parser.load_many(COUNTERCLAIM_SOURCE_DIR "/tests/language/fixtures/id_cases.jsonl")) {
    const std::string text(item["text"].get_string().value());
    CAPTURE(text);
    const std::uint64_t id = string_id(text);
    CHECK(id == std::stoull(std::string(item["id"].get_string().value()), nullptr, 16));
    const auto hashes = four_hashes(id, 8);
    for (std::size_t n = 0; n < hashes.size(); ++n) CHECK(hashes[n] == item["hashes"].at(n).get_uint64().value());
    ++cases;
  }
  CHECK(cases == 2000);
}

TEST_CASE("a string index numbers strings in the order they came") {
  StringIndex index;
  CHECK(index.find("men") == StringIndex::kNone);
  CHECK(index.insert("men") == 0);
  CHECK(index.insert("") == 1);
  CHECK(index.insert("men") == 0);
  for (int n = 0; n < 5000; ++n) CHECK(index.insert("w" + std::to_string(n)) == static_cast<std::uint32_t>(n + 2));
  CHECK(index.size() == 5002);
  CHECK(index.find("w4999") == 5001);
  CHECK(index[5001] == "w4999");
  CHECK(index[1].empty());
  CHECK(index.contains(""));
  CHECK_FALSE(index.contains("w5000"));
  CHECK_FALSE(index.contains("a word longer than all others"));
}

TEST_CASE("finite regular expressions as words") {
  using Words = std::vector<std::string>;
  const auto check = [](std::string_view pattern, const std::optional<Words>& expected) {
    CAPTURE(pattern);
    CHECK((words_of_regex(pattern) == expected));
  };
  check("^n'?t$", Words{"n't", "n't\n", "nt", "nt\n"});
  check("^y'?$", Words{"y", "y\n", "y'", "y'\n"});
  check("^[ou]x$", Words{"ox", "ox\n", "ux", "ux\n"});
  check("^[é’]?$", Words{"", "\n", "é", "é\n", "’", "’\n"});
  check("^aa?a?$", Words{"a", "a\n", "aa", "aa\n", "aaa", "aaa\n"});
  check("^$", Words{"", "\n"});
  for (const char* pattern :
       {"",       "^",       "$",      "a",    "^a",   "a$",    "^a.$",  "^a*$",  "^a+$", "^a??$", "^a?+$", "^?$",
        "^a{2}$", "^[a-c]$", "^[^a]$", "^[]$", "^[a$", "^(a)$", "^a|b$", "^\\d$", "^a^$", "^a$$",  "^a\\$"}) {
    check(pattern, std::nullopt);
  }
  check("^a?b?c?d?e?f?g?h?i?j?$", std::nullopt);  // 1,024 words
}

}  // namespace
}  // namespace counterclaim::language
