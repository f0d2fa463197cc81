#include "counterclaim/base/utf8.h"

#include <doctest/doctest.h>

namespace {

using namespace counterclaim;
using std::string_view_literals::operator""sv;

// Reads with U+FFFD for what is invalid; the first invalid byte must be where it says.
void check(std::string_view bytes, std::string_view expected, std::size_t expected_replaced) {
  CAPTURE(bytes);
  std::size_t replaced = 99;
  CHECK(replace_invalid_utf8(bytes, &replaced) == expected);
  CHECK(replaced == expected_replaced);
  CHECK(first_invalid_utf8(bytes).has_value() == (expected_replaced > 0));
}

}  // namespace

TEST_CASE("valid text stays") {
  check("", "", 0);
  check("plain", "plain", 0);
  check("\0x"sv, "\0x"sv, 0);
  check("é–🇦🇲\U0010FFFF\uD7FF\uE000\uFFFF", "é–🇦🇲\U0010FFFF\uD7FF\uE000\uFFFF", 0);
}

TEST_CASE("each maximal invalid part is one replacement") {
  check("\x80", "\uFFFD", 1);
  check(
      "a\xFF\xFE"
      "b",
      "a\uFFFD\uFFFDb", 2);
  check("\xC3", "\uFFFD", 1);      // cut short at the end
  check("\xE2\x80", "\uFFFD", 1);  // two of three bytes
  check(
      "\xE2\x80"
      "A",
      "\uFFFD"
      "A",
      1);
  check("\xF0\x9F\x87", "\uFFFD", 1);                        // three of four
  check("\xC0\x80", "\uFFFD\uFFFD", 2);                      // overlong NUL
  check("\xE0\x80\x80", "\uFFFD\uFFFD\uFFFD", 3);            // overlong
  check("\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3);            // a surrogate
  check("\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4);  // above U+10FFFF
  check("\xF5", "\uFFFD", 1);
  // The example of the Unicode standard, table 3-11.
  check("\xF1\x80\x80\x41\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64", "\uFFFDA\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd", 6);
}

TEST_CASE("the first invalid byte") {
  CHECK(first_invalid_utf8("é\xFF") == 2u);
  CHECK(first_invalid_utf8("ab\xE2\x80") == 2u);
  CHECK_FALSE(first_invalid_utf8("é").has_value());
}

TEST_CASE("every code point goes out and comes back") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "x";
    append_utf8(text, c);
    REQUIRE_FALSE(first_invalid_utf8(text).has_value());
    const DecodedCodePoint decoded = decode_utf8(text, 1);
    REQUIRE(decoded.value == c);
    REQUIRE(decoded.bytes == text.size() - 1);
    REQUIRE(previous_code_point(text, text.size()) == 1);
    REQUIRE(count_code_points(text) == 2);
  }
}

TEST_CASE("ASCII") {
  CHECK(is_ascii(""));
  CHECK(is_ascii("abc\x7F"));
  CHECK_FALSE(is_ascii("é"));
}
