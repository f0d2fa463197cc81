#include "counterclaim/ingest/lines.h"

#include <string>

#include <doctest/doctest.h>

#include "counterclaim/base/code_point_index.h"

namespace {

using namespace counterclaim;

// The lines with '|' between them, '||' where a blank line stands; positions in both units must agree.
void check(const std::string& text, const std::string& expected) {
  CAPTURE(text);
  const CodePointIndex index(text);
  std::string out;
  for (const ingest::Line& line : ingest::split_lines(text, 1000)) {
    CHECK(index.byte_of(line.code_points.begin) == line.bytes.begin);
    CHECK(index.byte_of(line.code_points.end) == line.bytes.end);
    if (!out.empty()) out += line.blank_before ? "||" : "|";
    out += text.substr(line.bytes.begin, line.bytes.size());
  }
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("line ends") {
  check("", "");
  check("\n\r\n \t\u00A0\u200B", "");
  check("a", "a");
  check("a\nb\r\nc\rd\u0085e\u2028f\u2029g\vh\fi", "a|b|c|d|e|f|g|h|i");
  check("a\n\nb\r\n\r\nc\r\rd", "a||b||c||d");
  check("a\n \t\nb", "a||b");
  check("a\n\rb", "a||b");
  check("  é a \u00A0\n\u200B\uFEFFb\u00AD", "é a|b");
}

TEST_CASE("the first line stands after a blank line") { CHECK(ingest::split_lines("a\nb", 9).front().blank_before); }

TEST_CASE("the limit") {
  CHECK(ingest::split_lines("a\nb\nc", 3).size() == 3);
  CHECK(ingest::split_lines("a\nb\nc", 2).size() == 3);
  CHECK(ingest::split_lines("a\nb\nc\nd", 2).size() == 3);
}
