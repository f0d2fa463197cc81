#include "counterclaim/ingest/markup.h"

#include <string>

#include <doctest/doctest.h>

#include "counterclaim/base/utf8.h"
#include "ingest/words.h"

namespace {

using namespace counterclaim;

// `line` without its markup.
void check(std::string_view line, std::string_view expected) {
  CAPTURE(line);
  std::string out;
  std::size_t at = 0;
  for (const ingest::MarkupCut& cut : ingest::find_markup(line, test::layout_words()).cuts) {
    REQUIRE(cut.begin >= at);
    REQUIRE(cut.end > cut.begin);
    out += line.substr(at, cut.begin - at);
    if (cut.instead != 0) append_utf8(out, cut.instead);
    at = cut.end;
  }
  out += line.substr(at);
  CHECK(out == expected);
}

void check_kept(std::string_view line) { check(line, line); }

}  // namespace

TEST_CASE("tags and entities") {
  check("<p>Five <b>guards</b> died.</p>", "Five guards died.");
  check("Five guards<ref name=\"a\">Herald, <i>6 May</i></ref> died.<ref name=\"b\" />", "Five guards died.");
  check("Five<BR>guards <REF>Herald</REF>died", "Fiveguards died");
  check("<!-- menu -->Five <tweet id=\"5\">died</tweet>", "Five died");
  check("!-- tag (gtag.js) -->", "");
  check("9&nbsp;km &amp; 5&#8217;s &#x2019;", "9 km & 5’s ’");
  check_kept("R&D; losses <50, >20 and <sic>; a < b > c");
  check_kept("<ref never closed");
  check_kept("&unknown; &; &#; &#xD800; & ");
}

TEST_CASE("wiki text") {
  check("Five{{sfn|Rojas|{{year}}}} died.", "Five died.");
  check("the [[Lima Pact|pact]] of [[Lima]]", "the pact of Lima");
  check("Five died.[[File:Arica.jpg|thumb|The [[bridge]]]] Chile", "Five died. Chile");
  check("thumb|right|250px|The bridge", "The bridge");
  check("Файл:Arica bridge No. 2.jpg", "");
  check("Category:Wars of Peru", "");
  check("Шаблон:Short description", "");
  check("Шаблон:Lead rewrite Шаблон:Unknown to us Шаблон:Update", "");
  check("holds about Шаблон:Convert of Peru.Шаблон:Citation needed", "holds about of Peru.");
  check("holds about Шаблон:Unknown of Peru", "holds about of Peru");
  check("Template:Flagicon Peru – The army", "Peru – The army");
  check_kept("The template: five, the file: six, Profile:Ana");
  check_kept("{{ never closed, [[ never closed");
  check_kept("File:Report of the truce");
  check_kept("[Azerbaijani] [sic] [[1], [2]]");
  check_kept("He said: five. 9:00, a:b, https://example.org/a:b");
}

TEST_CASE("shortcodes") {
  check("[pullquote]Five[/pullquote] [caption id=\"a\"]", "Five ");
  check_kept("[pullquoted] [adversary]");
}

TEST_CASE("open templates") {
  CHECK(ingest::open_templates("{{Infobox {{a}}") == 1);
  CHECK(ingest::open_templates("}}") == -1);
  CHECK(ingest::open_templates("five") == 0);
}

TEST_CASE("long lines take linear time") {
  for (const char* piece : {"{{", "[[", "<ref>", "<a ", "&a", "Шаблон:", "Файл:a", "[[File:", "]]", "thumb|"}) {
    std::string line;
    while (line.size() < 300'000) line += piece;
    CHECK(ingest::find_markup(line, test::layout_words()).cuts.size() <= line.size());
  }
}
