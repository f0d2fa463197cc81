#include "counterclaim/ingest/citation_mark.h"
#include "ingest/words.h"

#include <string>

#include <doctest/doctest.h>

namespace {

// `text` without its marks.
void check(std::string_view text, std::string_view expected) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark =
        text[at] == '[' ? counterclaim::ingest::citation_mark_bytes(text, at, counterclaim::test::layout_words()) : 0;
    if (mark == 0) out += text[at];
    at += mark == 0 ? 1 : mark;
  }
  CHECK(out == expected);
}

void check_kept(std::string_view text) { check(text, text); }

}  // namespace

TEST_CASE("marks") {
  check("Five died.[12]", "Five died.");
  check("Five died.[1][2][a] Six[3] were hurt.", "Five died. Six were hurt.");
  check("Five died[1, 2], six[3–5] hurt.", "Five died, six hurt.");
  check("Five died.[note 3] Six", "Five died. Six");
  check("Five died[nb 2].", "Five died.");
  check("Five died.[citation needed]", "Five died.");
  check("Some[who?] say", "Some say");
  check("Some [according to whom?] say", "Some  say");
  check("Five died. [12] Six were hurt.", "Five died.  Six were hurt.");
  check("Five died. [12]", "Five died. ");
  check("“Five died.”[12]", "“Five died.”");
  check("[12]", "");
}

TEST_CASE("brackets of the wording stay") {
  check_kept("“[105] soldiers died”");
  check_kept("\"[105] soldiers died\"");
  check_kept("he said [105] soldiers died");
  check_kept("he said. [105] soldiers died");
  check_kept("“[t]he enemy” and “[a] post”, an [a]ttack");
  check_kept("attacks […] have weakened");
  check_kept("attacks [...] have");
  check_kept("losses among [Azerbaijani] personnel");
  check_kept("their[sic] post, [I] said, [X], a [b] c");
  check_kept("[] [ 1] [1 ] [12345] [1,] [,1] [1--2] [note] [note x] [1");
  check_kept("km[2]h");
  check_kept("[pullquote]");
}
