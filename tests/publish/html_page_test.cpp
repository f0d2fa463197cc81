// The page of one report: every value in place, and nothing of the report's that acts.
#include "counterclaim/publish/html_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "counterclaim/publish/html_style.h"
#include "counterclaim/publish/html_text.h"
#include "counterclaim/publish/text_segments.h"
#include "publish/sample_record.h"

namespace {

using namespace counterclaim;
using publish::TextSegment;

std::string page_of(const record::ReportRecord& record) {
  return publish::html_page(record, {.engine = "counterclaim 0.1.0", .resources = "sha256:ab"});
}

bool holds(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

std::string escaped(std::string_view text) {
  std::string out;
  publish::append_html_text(out, text);
  return out;
}

// "[0,4) 1 0" for a segment under the marks 1 and 0.
std::vector<std::string> segments(const std::vector<CodePointSpan>& marks, const std::vector<std::uint32_t>& cuts,
                                  std::uint32_t length) {
  std::vector<std::string> out;
  for (const TextSegment& segment : publish::segments_of(marks, cuts, length)) {
    std::string line = "[" + std::to_string(segment.span.begin) + "," + std::to_string(segment.span.end) + ")";
    for (const std::uint32_t mark : segment.marks) line += " " + std::to_string(mark);
    out.push_back(line);
  }
  return out;
}

record::ReportRecord report(const std::string& text) {
  record::ReportRecord record;
  record.document.id = "r1";
  record.document.text = text;
  const auto length = static_cast<std::uint32_t>(text.size());
  record.document.blocks.push_back({{0, length}, record::BlockKind::kParagraph, text, {}, {}});
  return record;
}

}  // namespace

TEST_CASE("marks that nest and overlap are cut into segments") {
  using Lines = std::vector<std::string>;
  CHECK(segments({}, {}, 5) == Lines{"[0,5)"});
  CHECK(segments({}, {}, 0).empty());
  CHECK(segments({{0, 9}, {4, 6}}, {}, 12) == Lines{"[0,4) 0", "[4,6) 1 0", "[6,9) 0", "[9,12)"});
  CHECK(segments({{0, 6}, {4, 9}}, {}, 9) == Lines{"[0,4) 0", "[4,6) 1 0", "[6,9) 1"});
  CHECK(segments({{0, 9}}, {5}, 9) == Lines{"[0,5) 0", "[5,9) 0"});
  CHECK(segments({{0, 3}, {3, 6}}, {}, 6) == Lines{"[0,3) 0", "[3,6) 1"});
}

TEST_CASE("a segment knows the shortest of its marks, and which begin with it") {
  std::vector<CodePointSpan> marks;
  for (std::uint32_t n = 0; n < 1000; ++n) marks.push_back({0, n + 1});
  const std::vector<TextSegment> cut = publish::segments_of(marks, {}, 1000);
  CHECK(cut.size() == 1000);
  CHECK(cut[0].starts.size() == 1000);
  CHECK(cut[0].marks == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5});
  CHECK(cut[999].marks == std::vector<std::uint32_t>{999});
}

TEST_CASE("whatever a report holds stays text") {
  CHECK(escaped("a < b && \"c\" > 'd'") == "a &lt; b &amp;&amp; &quot;c&quot; &gt; &#39;d&#39;");
  CHECK(escaped("</style><script>alert(1)</script>") == "&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  // Hidden turns of direction and characters that HTML forbids are shown.
  CHECK(escaped("49\xE2\x80\xAE"
                "94") == "49[U+202E]94");
  CHECK(escaped(std::string("a\0b\x1b[1m", 7)) == "a[U+0000]b[U+001B][1m");
  // Marks that only help right-to-left text stay.
  CHECK(escaped("\xD8\xB3\xE2\x80\x8F") == "\xD8\xB3\xE2\x80\x8F");
}

TEST_CASE("only addresses of the web become links") {
  std::string out;
  CHECK(publish::append_web_address(out, "https://example.org/?a=1&b=\"2\""));
  CHECK(out == "https://example.org/?a=1&amp;b=&quot;2&quot;");
  for (const char* address : {"javascript:alert(1)", " https://example.org", "data:text/html,x", "file:///etc/passwd",
                              "JAVASCRIPT:https://x", ""}) {
    std::string none;
    CHECK_MESSAGE(!publish::append_web_address(none, address), address);
    CHECK(none.empty());
  }
}

TEST_CASE("a hostile report") {
  const std::string evil = "\"><img src=x onerror=alert(1)><script>alert(2)</script>";
  record::ReportRecord record = report("Rebels " + evil + " killed 12 guards. " + evil);
  record.document.id = record.document.sha256 = evil;
  record.document.title = record.document.publisher = record.document.published = evil;
  record.document.url = "javascript:alert(3)";
  record.document.diagnostics.push_back({{}, record::DiagnosticCode::kFieldIgnored, evil});
  record::Figure figure;
  figure.span = {0, 20};
  figure.value = 12;
  figure.side = figure.when = figure.hedge = figure.word = evil;
  figure.unit = evil;
  figure.source = record::Source{{0, 6}, evil, evil, evil, evil, record::SourceKind::kOther, evil};
  record.figures = {figure};
  record.places.emplace_back();
  record.places[0].span = {3, 30};
  record.places[0].text = evil;
  const std::string page = page_of(record);
  CHECK(!holds(page, "<script"));
  CHECK(!holds(page, "<img"));
  CHECK(!holds(page, "href=\"javascript"));
  CHECK(holds(page, "javascript:alert(3)"));
  CHECK(holds(page, "default-src 'none'; style-src 'sha256-"));
  // Every attribute that the text could have opened is inside one of ours.
  for (std::size_t at = page.find("onerror"); at != std::string::npos; at = page.find("onerror", at + 1))
    CHECK(page.rfind("&lt;img", at) > page.rfind('<', at));
}

TEST_CASE("the policy allows the page's own style alone") {
  CHECK(publish::policy_hash("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(publish::policy_hash("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  CHECK(holds(page_of(report("x")), publish::policy_hash(publish::html_style())));
}

TEST_CASE("every value is marked, and its card tells it") {
  const std::string page = page_of(publish::full_record());
  for (const char* address : {"figure-0", "statement-0", "event-0", "time-0", "place-0", "party-0"}) {
    CHECK_MESSAGE(holds(page, std::string("id=\"in-text-") + address + "\""), address);
    CHECK_MESSAGE(
        holds(page, std::string("class=\"card ") + std::string(address).substr(0, std::string(address).find('-'))),
        address);
  }
  // Where several values share their characters, the first one's card is a click away and all stand in the tip.
  CHECK(holds(page, "href=\"#figure-0\" class=\"mark figure statement event time place\""));
  CHECK(holds(page, "denied: 105–215 killed or missing"));
  CHECK(holds(page, "<dt>who says</dt><dd><bdi>N. Example</bdi></dd>"));
  CHECK(holds(page, "<dt>where</dt><dd><bdi><a href=\"#place-0\">Goris</a></bdi></dd>"));
  CHECK(holds(page, "<dt>side</dt><dd>demonym</dd>"));
}

TEST_CASE("the text of the page is the report's") {
  std::string text = "Rebels killed 12 guards near Puno.";
  record::ReportRecord record = report(text);
  record.figures.emplace_back().span = {7, 23};
  record.parties.emplace_back().span = {0, 6};
  record.places.emplace_back().span = {20, 33};  // no value of the real program crosses another so; a page bears it
  std::string article = page_of(record);
  article = article.substr(article.find("<article"), article.find("</article>") - article.find("<article"));
  std::string words;
  bool inside = false;
  for (const char c : article) {
    if (c == '<') inside = true;
    if (!inside && c != '\n') words += c;
    if (c == '>') inside = false;
  }
  CHECK(words == text);
}

TEST_CASE("records without text or values") {
  CHECK(holds(page_of(publish::bare_record()), "</html>"));
  CHECK(holds(page_of({}), "This report has no text."));
}

TEST_CASE("long names and many values stay cheap") {
  const std::string long_name(1'000'000, 'n');
  record::ReportRecord record = report(long_name);
  for (std::uint32_t n = 0; n < 2000; ++n) {
    record::Figure& figure = record.figures.emplace_back();
    figure.span = {n, n + 500'000};
    figure.side = long_name.substr(0, 1000);
  }
  record.parties.emplace_back().span = {0, 1'000'000};
  record.parties[0].text = long_name;
  CHECK(page_of(record).size() < 20'000'000);
}
