#include "counterclaim/ingest/line_parts.h"

#include <string>

#include <doctest/doctest.h>

#include "counterclaim/record/names.h"
#include "ingest/words.h"

namespace {

using namespace counterclaim;

// The parts of `line`, a kind and the text each; "" where the line is of one piece.
void check(std::string_view line, const std::string& expected) {
  CAPTURE(line);
  ingest::LineParts parts(test::layout_words());
  std::string out;
  for (const ingest::LinePart& part : parts.read(line)) {
    if (!out.empty()) out += " | ";
    out.append(record::name_of(part.kind)).append(": ").append(line.substr(part.bytes.begin, part.bytes.size()));
  }
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("sentences to the reader") {
  check("Five died. Sign up for our newsletter.", "paragraph: Five died. | boilerplate: Sign up for our newsletter.");
  check("Sign up for our newsletter. Five died.", "boilerplate: Sign up for our newsletter. | paragraph: Five died.");
  check("Follow us on Telegram. We use cookies to know you.",
        "boilerplate: Follow us on Telegram. We use cookies to know you.");
  check("Do you like our work? Sign up for our newsletter.",
        "boilerplate: Do you like our work? Sign up for our newsletter.");
  check("", "");
}

TEST_CASE("running text about the same things") {
  check("Five died. The paper asked readers to sign up for our newsletter.", "");
  check("“Follow us on Telegram,” the army said.", "");
  check("The army said: “Five died. Follow us on Telegram. We hold the pass.”", "");
  check("The army said ‘five men’s posts fell. Follow us on Telegram.’", "");
  check("\"Five died. Follow us on Telegram,\" it said.", "");
  check("He called it a \"lie\". Follow us on Telegram.",
        "paragraph: He called it a \"lie\". | boilerplate: Follow us on Telegram.");
}

TEST_CASE("signatures") {
  check("We hold the pass. — Army (@army_1) May 3, 2021",
        "post: We hold the pass. | byline: — Army (@army_1) May 3, 2021");
  check("We hold the pass.— Army (@army)", "post: We hold the pass. | byline: — Army (@army)");
  check("Army of Peru (@army) May 3, 2021", "byline: Army of Peru (@army) May 3, 2021");
  check("Army of Peru (@army)", "");
  check("The army – on its page (@army) – said nine of its men had died near the pass.", "");
  check("The army (@army", "");
}

TEST_CASE("who wrote the report") {
  check("Five died. Ana Rojas contributed to this report.",
        "paragraph: Five died. | byline: Ana Rojas contributed to this report.");
  check("Five died. (Reporting by Ana Rojas)", "paragraph: Five died. | byline: (Reporting by Ana Rojas)");
  check("Smugglers contributed to this war.", "");
}

TEST_CASE("long lines take linear time") {
  std::string line;
  while (line.size() < 1'000'000) line += "Follow us on Telegram. “Five died. ";
  ingest::LineParts parts(test::layout_words());
  CHECK(parts.read(line).size() >= 1);
  CHECK(parts.read(std::string(1'000'000, '@')).empty());
  CHECK(parts.read(std::string(1'000'000, '.')).empty());
}
