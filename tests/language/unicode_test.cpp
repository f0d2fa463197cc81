#include "counterclaim/language/unicode.h"

#include <doctest/doctest.h>

#include <string>

#include "counterclaim/language/word_features.h"
#include "language/msgpack_text.h"

namespace counterclaim::language {
namespace {

TEST_CASE("lower is that of Python") {
  const auto check = [](std::string_view input, std::string_view expected) {
    CAPTURE(input);
    CHECK(lower(input) == expected);
  };
  check("", "");
  check("Both SIDES", "both sides");
  check("@[`{~", "@[`{~");
  check("ÄÖÜ ẞ", "äöü ß");
  check("Հայաստան АЗЕРБАЙДЖАН", "հայաստան азербайджан");
  check("İstanbul", "i\u0307stanbul");
  check("ǅ Ⅷ Ⓐ", "ǆ ⅷ ⓐ");
  check("\U00010400", "\U00010428");
  check("ΟΔΟΣ", "οδος");
  check("ΟΔΟΣ'", "οδος'");  // an apostrophe is case-ignorable
  check("ΟΔΟΣ'Α", "οδοσ'α");
  check("Σ", "σ");  // nothing cased before it
  check("'Σ", "'σ");
  check("ΑΣΣ", "ασς");
  check("Α\u0301Σ\u0301 Α", "α\u0301ς\u0301 α");
  check("1Σ", "1σ");
}

TEST_CASE("append_lower keeps what is there") {
  std::string out = "A";
  append_lower(out, "B");
  append_lower(out, "É");
  CHECK(out == "Abé");
}

TEST_CASE("a long run of capital sigmas and ignorable characters takes linear time") {
  std::string input = "A";
  for (int n = 0; n < 200000; ++n) input += "Σ'";
  const std::string lowered = lower(input);
  CHECK(lowered.substr(0, 7) == "aσ'σ'");
  CHECK(lowered.ends_with("σ'ς'"));
}

TEST_CASE("white space, letters, digits") {
  int white_spaces = 0, letters = 0, digits = 0;
  for (char32_t c = 0; c < 0x110000; ++c) {
    white_spaces += is_white_space(c);
    letters += is_letter(c);
    digits += is_digit(c);
    if (is_uppercase_letter(c)) CHECK(is_letter(c));
  }
  CHECK(white_spaces == 29);
  CHECK(letters == 131756);
  CHECK(digits == 788);
  for (const char32_t c : {0x1C, 0x1F, 0x85, 0xA0, 0x1680, 0x2028, 0x3000}) CHECK(is_white_space(c));
  for (const char32_t c : {0x180E, 0x200B, 0xFEFF, 0x1B, 0x110000}) CHECK_FALSE(is_white_space(c));
  CHECK(is_letter(U'ª'));
  CHECK_FALSE(is_letter(U'\u0301'));
  CHECK_FALSE(is_letter(U'Ⅷ'));
  CHECK(is_digit(U'²'));
  CHECK(is_digit(U'①'));
  CHECK_FALSE(is_digit(U'½'));
  CHECK_FALSE(is_uppercase_letter(U'ǅ'));
}

TEST_CASE("prefix and suffix are code points") {
  const auto check = [](std::string_view word, std::string_view prefix, std::string_view suffix) {
    CAPTURE(word);
    CHECK(prefix_of(word) == prefix);
    CHECK(suffix_of(word) == suffix);
  };
  check("Yerevan", "Y", "van");
  check("ab", "a", "ab");
  check("Գյումրի", "Գ", "մրի");
  check("e\u0301t", "e", "e\u0301t");
  check("x🇦🇲", "x", "x🇦🇲");
  check("🇦🇲🇦🇿", "🇦", "🇲🇦🇿");
}

TEST_CASE("shape") {
  const auto check = [](std::string_view word, std::string_view expected) {
    CAPTURE(word);
    CHECK(shape_of(word) == expected);
  };
  check("Yerevan", "Xxxxx");
  check("abcd", "xxxx");
  check("abcde", "xxxx");
  check("2,783", "d,ddd");
  check("1234567", "dddd");
  check("......", "....");
  check("aaaaa-bbbbb", "xxxx-xxxx");
  check("x²①½", "xdd½");
  check("ǅe\u0301", "xx\u0301");
  check("Մ24", "Xdd");
  check("xdX", "xxX");  // a "d" in the word is a letter
  check(std::string(99, 'a'), "xxxx");
  check(std::string(100, 'a'), "LONG");
  std::string umlauts;
  for (int n = 0; n < 99; ++n) umlauts += "ä";  // 198 bytes
  check(umlauts, "xxxx");
  check(umlauts + "ä", "LONG");
}

TEST_CASE("words of white space") {
  CHECK(is_space_word(" \n\u3000"));
  CHECK_FALSE(is_space_word(""));
  CHECK_FALSE(is_space_word(" a"));
  CHECK_FALSE(is_space_word("\u200B"));
}

TEST_CASE("norms: the model's table, then the list of signs, then lower case") {
  test::PackedJson packed(R"({"#3197928453018144401": "tea", "#445": "stop"})");  // ids of "coffee" and "punct"
  const auto norms = Norms::load(packed.root());
  REQUIRE(norms);
  packed.spoil();
  const auto check = [&](std::string_view word, std::string_view expected) {
    CAPTURE(word);
    CHECK(norms->norm(word) == expected);
  };
  check("coffee", "tea");
  check("punct", "stop");
  check("Coffee", "coffee");
  check("’S", "'s");
  check("“", "\"");
  check("€", "$");
  check("Mex$", "$");
  check("MEX$", "mex$");
  check("…", "...");
  check("？", "?");
  check("ΣΑΣ", "σας");
  CHECK_FALSE(norms->listed("Coffee"));
}

TEST_CASE("norms that are no table are an error") {
  for (const char* json : {"[]", R"({"coffee": "tea"})", R"({"#1": 2})"}) {
    CAPTURE(json);
    const auto norms = Norms::load(test::PackedJson(json).root());
    REQUIRE_FALSE(norms);
    CHECK(norms.error().code == ErrorCode::kModelMalformed);
  }
}

}  // namespace
}  // namespace counterclaim::language
