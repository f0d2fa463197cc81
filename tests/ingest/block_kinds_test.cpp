#include <string>

#include <doctest/doctest.h>

#include "counterclaim/ingest/blocks.h"
#include "ingest/words.h"

namespace {

using namespace counterclaim;

char letter(record::BlockKind kind) {
  switch (kind) {
    case record::BlockKind::kHeading: return 'H';
    case record::BlockKind::kParagraph: return 'P';
    case record::BlockKind::kListItem: return 'L';
    case record::BlockKind::kBoxLine: return 'B';
    case record::BlockKind::kByline: return 'Y';
    case record::BlockKind::kCaption: return 'C';
    case record::BlockKind::kPost: return 'T';
    case record::BlockKind::kBoilerplate: return '-';
    default: return '?';
  }
}

// The kinds of the blocks of `text`, a letter each.
void check(const std::string& text, const std::string& expected, std::optional<std::string> title = {}) {
  CAPTURE(text);
  const Result<ingest::Blocks> blocks = ingest::split_blocks(text, title, test::layout_words());
  REQUIRE(blocks.has_value());
  std::string kinds;
  for (const record::Block& block : blocks->blocks) kinds += letter(block.kind);
  CHECK(kinds == expected);
}

const std::string kStory = "Five soldiers were killed on Tuesday when the border post came under fire, officials said.";

}  // namespace

TEST_CASE("headings") {
  check("Truce broken in the valley\n\n" + kStory, "HP");
  check("Truce broken in the valley\n" + kStory, "HP");
  check(kStory + "\n\nBackground\n\n" + kStory, "PHP");
  check(kStory + "\n\nWhat happened?\n\n" + kStory, "PHP");
  check(kStory + "\n\nVETERANS REACT TO THE SO-CALLED 'PEACE AGREEMENT' OF LAST WEEK\n\n" + kStory, "PHP");
  check(kStory + "\n\nBackground[12]\n\n" + kStory, "PHP");
  check("Background\n\nMay 2021\n\n" + kStory, "HHP");
  check(kStory + "\nBackground\n" + kStory, "PHP");
}

TEST_CASE("the title is a heading wherever it stands") {
  const std::string title = "five die, officials say, in a long night of fire.";
  check(title + "\n" + kStory, "HP", title);
  check("Menu\n\n" + title + "\n\n" + kStory, "-HP", " " + title);
  check("Read more: the truce\n\n" + kStory, "HP", "Read more: the truce");
  check(title, "H", title);
  check(title, "P");
}

TEST_CASE("short lines that are no headings") {
  check(kStory + "\n\nFive soldiers died.\n\n" + kStory, "PPP");
  check(kStory + "\n\nthe commander of\n\n" + kStory, "PPP");
  check(kStory + "\n\nMazloum Abdi,\n\n" + kStory, "PPP");
  check(kStory + "\n\nThey said the other side was using artillery and armed drones in the attacks\n\n" + kStory,
        "PPP");
  check(kStory + "\n\nhttps://example.org/A/B\n\n" + kStory, "P-P");
  check(kStory + "\n\n190903105533074\n\n" + kStory, "P-P");
  check(kStory + "\n\n40,000\n\n" + kStory, "PPP");
  check(kStory + "\n\nFive soldiers were killed", "PP");  // the last line is about nothing that follows
  check("Five soldiers were killed", "P");
}

TEST_CASE("list items") {
  check("• One died\n• Two died\n- Three died\n4. Four died", "LLLL");
  check(kStory + "\n  * One died.", "PL");
}

TEST_CASE("boxes") {
  check("Per Armenia:\n202 servicemen killed or missing\n293 servicemen wounded\n20 servicemen captured", "BBBB");
  check("Per Armenia:\n202 servicemen killed\n\n\nAzerbaijani claim:\n\n  • 450 servicemen killed\n2 missing", "BBBLB");
  check("Armenian claim:\n\n431 servicemen killed\n\n" + kStory, "BBP");
  check("Per Kyrgyzstan:\n200+ killed\n400+ injured\nKyrgyzstan\n63 killed\n\n" + kStory, "BBBBBP");
  check("Result: no change\nBelligerents\nTajikistan\nKyrgyzstan\nCasualties and losses", "BBBBB");
}

TEST_CASE("labels of something else") {
  check("More:\n\n" + kStory, "-P");
  check("The agency reports:\n\n“" + kStory + "”", "PP");
  check(kStory + "\n\nOne short line\nand another", "PPP");
}

TEST_CASE("bylines") {
  check(kStory + "\n\nBy Sally Nabil, BBC News, Cairo\n\n" + kStory, "PYP");
  check("13 September 2022\n" + kStory, "YP");
  check("September 13, 2022\n" + kStory, "YP");
  check("22:24, Sunday, 18 September, 2022\n" + kStory, "YP");
  check(kStory + " " + kStory + "\n\nBy noon.\n— Freedom House (@freedomhouse) September 14, 2022\n" + kStory, "PTYP");
  check("By Tuesday the fighting stopped\n\n" + kStory, "HP");
  check("September 2022\n\n" + kStory, "HP");
}

TEST_CASE("posts") {
  const std::string army = "\n— Army of Peru (@army) September 14, 2022\n";
  check(kStory + "\n\nWe hold the pass." + army + "\n" + kStory, "PTYP");
  check(kStory + "\n\nWe hold the pass.\n" + army + "\n" + kStory, "PTYP");
  // Where no blank line tells where the post begins, it is the line above.
  check(kStory + "\nWe hold the pass." + army + kStory, "PTYP");
  check(kStory + "\n\nUpdate:\n• Two hills lost\n• 40 dead" + army + "\n" + kStory, "PTTTYP");
  check(kStory + "\n\nThe pass is ours.\nOur flag flies." + army + "\n" + kStory, "PTTYP");
  // The first line of a post above, the rest below, up to its link.
  check(kStory + "\nUpdate:" + army + "• Two hills lost\n• 40 dead https://t.co/a1\n" + kStory, "PTYTTP");
  check(kStory + "\nUpdate: https://t.co/a1" + army + "• Two hills lost\n• 40 dead https://t.co/a2\n" + kStory,
        "PTYLLP");
  check(kStory + "\nOne." + army + "Two. https://t.co/a1" + army + kStory, "PTYTYP");
  check(kStory + "\nOne." + army + kStory + "\nRead the full statement here: https://t.co/a1", "PTYT-");
  check("The army (@army) said five guards died.\n\nIts page (@army) was down on May 3, 2021, it said.", "PP");
}

TEST_CASE("captions and credits") {
  check("Image copyright Andina\n\n" + kStory, "CP");
  check("A flag flies by the bridge of Arica\nImage source, Getty Images\n\n" + kStory, "CCP");
  check(kStory + "\nPhoto: Reuters\n" + kStory, "PCP");
  check("Image:\n\n" + kStory, "PP");
  check(kStory + " (AFP)\n\n" + kStory, "CP");
  check(kStory + "\n\n" + kStory + " (AFP)", "PP");
  check("Edgar Rojas (Chief of the General Staff)\n\n" + kStory, "HP");
}

TEST_CASE("residue") {
  check(kStory + "\n\nRelated stories\n\nPeru mourns five guards\n\nFive guards died in Peru.", "P-HP");
  check("Материал из справочника\n\n" + kStory, "-P");
  check("The ministry (Министерство обороны) said five guards died.", "P");
  check("{{Infobox war\n| losses = 5\n}}\n" + kStory, "---P");
  check("{{Infobox war\n| losses = 5\n" + kStory, "PPP");
  check("↑ Rojas, Ana. The pass. Lima, 2021.\n\n" + kStory, "-P");
}

TEST_CASE("lines without words") { check(kStory + "\n------\n___\n" + kStory, "P--P"); }
