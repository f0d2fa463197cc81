#include "counterclaim/ingest/clean_text.h"

#include <doctest/doctest.h>

#include "counterclaim/base/utf8.h"
#include "ingest/words.h"

namespace {

using namespace counterclaim;
using record::BlockKind;

void check(std::string_view block, BlockKind kind, std::string_view expected) {
  CAPTURE(block);
  const ingest::CleanText clean = ingest::clean_text(block, 1000, {.kind = kind}, test::layout_words());
  CHECK(clean.text == expected);
  CHECK(clean.map.size() == count_code_points(clean.text));
}

// Where a clean span lies in a block at 1000.
void check_span(std::string_view block, CodePointSpan clean_span, CodePointSpan expected) {
  CAPTURE(block);
  const ingest::CleanText clean = ingest::clean_text(block, 1000, {.kind = BlockKind::kListItem}, test::layout_words());
  const CodePointSpan report = clean.map.to_report(clean_span);
  CHECK(report.begin == 1000 + expected.begin);
  CHECK(report.end == 1000 + expected.end);
}

}  // namespace

TEST_CASE("what is cut") {
  check("Five died.[12] Six[a] hurt.", BlockKind::kParagraph, "Five died. Six hurt.");
  check("• Five died.", BlockKind::kListItem, "Five died.");
  check("2. Five died.", BlockKind::kListItem, "Five died.");
  check("- Five died.", BlockKind::kParagraph, "- Five died.");
  check("------", BlockKind::kBoilerplate, "------");
  check("BAKU, Sept 13 (Reuters) - Five died.", BlockKind::kParagraph, "Five died.");
  check("BAKU - FIVE DIE", BlockKind::kHeading, "BAKU - FIVE DIE");
  check("Zero\u200Bwidth soft\u00ADhyphen \uFEFF\u2060\u200E\u202Aend", BlockKind::kParagraph,
        "Zerowidth softhyphen end");
  check("👩‍🚒 می‌خواهم", BlockKind::kParagraph,
        "👩‍🚒 می‌خواهم");  // joiners are part of the wording
  check("[12] Five died.", BlockKind::kParagraph, "[12] Five died.");
  check("[12]", BlockKind::kParagraph, "");
  check("", BlockKind::kParagraph, "");
}

TEST_CASE("spaces") {
  check("a\u00A0b\u202Fc\u2007d\u3000e\tf\ng\u2028h\u0085i", BlockKind::kParagraph, "a b c d e f g h i");
  check("a\r\n  b", BlockKind::kParagraph, "a    b");
  check("•  \u00A0 Five", BlockKind::kListItem, "Five");
}

TEST_CASE("all else stays") {
  check("‘Five’ – “six” … 7½ № 5\u0301 🇦🇲", BlockKind::kParagraph, "‘Five’ – “six” … 7½ № 5\u0301 🇦🇲");
}

TEST_CASE("labels, tails and markup") {
  const auto clean = [](std::string_view block, ingest::Passage passage) {
    passage.bytes = {0, static_cast<std::uint32_t>(block.size())};
    return ingest::clean_text(block, 1000, passage, test::layout_words());
  };
  const ingest::CleanText caption =
      clean("Photo: A bridge. (AFP)", {.kind = BlockKind::kCaption, .label = 7, .tail = 6});
  CHECK(caption.text == "A bridge.");
  CHECK(caption.map.to_report({0, 9}) == CodePointSpan{1007, 1016});
  const ingest::CleanText entity = clean("9&nbsp;km", {.markup = true});
  CHECK(entity.text == "9 km");
  CHECK(entity.map.to_report({2, 4}) == CodePointSpan{1007, 1009});
  CHECK(clean("a<br/>b", {.kind = BlockKind::kBoilerplate, .markup = true}).text == "a<br/>b");
  CHECK(clean("• We hold the pass https://t.co/a", {.kind = BlockKind::kPost, .tail = 15}).text == "We hold the pass");
}

TEST_CASE("positions in the report") {
  check_span("• Five[1] soldiers", {0, 4}, {2, 6});
  check_span("• Five[1] soldiers", {0, 13}, {2, 18});
  check_span("• Five[1] soldiers", {4, 13}, {9, 18});
  check_span("a\u00ADb\u200Bc", {1, 2}, {2, 3});
  check_span("a\u00ADb\u200Bc", {0, 3}, {0, 5});
}

TEST_CASE("the place of the dateline is known") {
  CHECK(ingest::clean_text("MOSCOW — A truce", 40, {.kind = BlockKind::kParagraph}, test::layout_words()).dateline ==
        CodePointSpan{40, 49});
  CHECK(ingest::clean_text("A truce", 40, {.kind = BlockKind::kParagraph}, test::layout_words()).dateline.empty());
}
