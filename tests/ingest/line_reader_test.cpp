#include "counterclaim/ingest/line_reader.h"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

namespace {

using counterclaim::ingest::LineReader;

// The lines as "number:text", a line that is too long as "number!".
void check(const std::string& bytes, std::size_t limit, const std::string& expected) {
  CAPTURE(bytes.substr(0, 100));
  std::istringstream stream(bytes);
  LineReader lines(&stream, limit);
  std::string line;
  std::string out;
  while (true) {
    const LineReader::Outcome outcome = lines.next(&line);
    if (outcome == LineReader::Outcome::kEnd) break;
    REQUIRE(outcome != LineReader::Outcome::kFailed);
    out += std::to_string(lines.line_number());
    out += outcome == LineReader::Outcome::kTooLong ? "! " : ":" + line + " ";
    if (outcome == LineReader::Outcome::kTooLong) CHECK(line.empty());
  }
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("lines") {
  check("", 9, "");
  check("a", 9, "1:a ");
  check("a\n", 9, "1:a ");
  check("a\r\n\nb\rc\n", 9, "1:a 2: 3:b\rc ");
  check("\n", 9, "1: ");
}

TEST_CASE("the limit") {
  check("12345\n", 5, "1:12345 ");
  check("12345\r\n6", 5, "1:12345 2:6 ");
  check("123456\n7", 5, "1! 2:7 ");
  check("12345\r\r\n7", 5, "1! 2:7 ");
  check("123456", 5, "1! ");
  check("123456789\n1\n123456789", 5, "1! 2:1 3! ");
}

TEST_CASE("lines longer than the buffer") {
  const std::string line(200'000, 'x');
  check(line + "\n" + line, 200'000, "1:" + line + " 2:" + line + " ");
  check(line + "\nb", 199'999, "1! 2:b ");
}

TEST_CASE("a stream that cannot be read") {
  std::istream stream(nullptr);
  LineReader lines(&stream, 9);
  std::string line;
  CHECK(lines.next(&line) == LineReader::Outcome::kEnd);
}
