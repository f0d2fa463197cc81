#include "counterclaim/publish/terminal_text.h"

#include <doctest/doctest.h>

namespace {

using namespace counterclaim::publish;

// `text` has the passage between '<' and '>'.
void check_around(std::string text, std::uint32_t width, const std::string& expected) {
  const std::size_t begin = text.find('<');
  text.erase(begin, 1);
  const std::size_t end = text.find('>');
  text.erase(end, 1);
  const std::string shown = fitted_around(text, begin, end, width);
  CHECK(shown == expected);
  CHECK(display_width(shown) <= width);
}

}  // namespace

TEST_CASE("one line without power over the terminal") {
  CHECK(one_line("  a\r\n\tb \u00A0 c\n") == "a b c");
  CHECK(one_line("a\x1B[31mred\x07") == "a [31mred");
  CHECK(one_line("a\u202Eb\u2028c\u009Bd") == "ab c d");
  CHECK(one_line("") == "");
}

TEST_CASE("widths") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("é–") == 2);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("漢字") == 4);
  CHECK(padded("漢", 4) == "漢  ");
  CHECK(padded("abcd", 2) == "abcd");
}

TEST_CASE("what does not fit is cut") {
  CHECK(fitted("abc", 3) == "abc");
  CHECK(fitted("abcd", 3) == "ab…");
  CHECK(fitted("ab cd", 4) == "ab…");
  CHECK(fitted("漢字漢", 4) == "漢…");
  CHECK(fitted("abc", 0) == "");
}

TEST_CASE("the passage stays in sight") {
  check_around("On Monday <five> died.", 40, "On Monday five died.");
  check_around("<Five soldiers> were killed when the post came under fire", 30, "Five soldiers were killed…");
  check_around("The post came under fire and officials say <five> soldiers died in it, and more.", 30,
               "…say five soldiers died in…");
  check_around("The post came under fire and officials say that <five soldiers died>", 30,
               "…say that five soldiers died");
  check_around("The post: <five soldiers were killed when it came under fire> and so on", 20, "five soldiers were…");
  check_around("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa<five>bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", 20,
               "…aaaafivebbbbbbbbbb…");
}
