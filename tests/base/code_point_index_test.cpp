#include "counterclaim/base/code_point_index.h"

#include <random>
#include <string>

#include <doctest/doctest.h>

#include "counterclaim/base/utf8.h"

namespace {

using namespace counterclaim;

// Every position of `text`, counted one by one.
void check(const std::string& text) {
  CAPTURE(text);
  const CodePointIndex index(text);
  std::uint32_t code_point = 0;
  std::uint32_t utf16 = 0;
  std::uint32_t byte = 0;
  while (true) {
    REQUIRE(index.byte_of(code_point) == byte);
    REQUIRE(index.code_point_of(byte) == code_point);
    REQUIRE(index.utf16_of(code_point) == utf16);
    if (byte == text.size()) break;
    const DecodedCodePoint c = decode_utf8(text, byte);
    byte += c.bytes;
    utf16 += c.value > 0xFFFF ? 2 : 1;
    ++code_point;
  }
  CHECK(index.size() == code_point);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int n = 0; n < times; ++n) out += text;
  return out;
}

}  // namespace

TEST_CASE("positions in every unit") {
  check("");
  check("plain");
  check("é");
  check("né!🇦🇲 –");
  for (const int length : {31, 32, 63, 64, 65, 127, 128, 129, 200}) {  // around the marks at every 64th
    check(repeated("é", length));
    check(repeated("a", length) + "🇦");
    check("🇦" + repeated("a", length));
    check(repeated("a", length));
  }
}

TEST_CASE("positions of random texts") {
  std::mt19937 random(20220913);
  for (int round = 0; round < 50; ++round) {
    std::string text;
    for (unsigned n = random() % 300; n > 0; --n) {
      constexpr char32_t kSamples[] = {U'a', U' ', U'\n', U'é', U'’', U'\uFFFD', U'\U0001F1E6', U'\U0010FFFF'};
      append_utf8(text, kSamples[random() % std::size(kSamples)]);
    }
    check(text);
  }
}

TEST_CASE("slices") {
  const CodePointIndex index("né – 🇦");
  CHECK(index.slice(0, 2) == "né");
  CHECK(index.slice(3, 4) == "–");
  CHECK(index.slice(5, 6) == "🇦");
  CHECK(index.slice(6, 6).empty());
}
