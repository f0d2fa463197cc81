// The public face of the language layer.
#include "counterclaim/language/pipeline.h"

#include <doctest/doctest.h>

#include "counterclaim/base/utf8.h"
#include "counterclaim/language/noun_chunks.h"

namespace counterclaim::language {
namespace {

const Pipeline& pipeline() {
  static const Pipeline kPipeline = Pipeline::load(COUNTERCLAIM_MODEL_DIR).value();
  return kPipeline;
}

std::string tokens_of(std::string_view text) {
  const Analysis analysis = pipeline().analyze(text).value();
  std::string out;
  for (const Token& token : analysis.tokens()) {
    if (!out.empty()) out += '|';
    out += analysis.text(token);
  }
  return out;
}

void check_tokens(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(tokens_of(text) == expected);
}

TEST_CASE("tokens") {
  check_tokens("", "");
  check_tokens(" ", " ");
  check_tokens("  two", "  |two");
  check_tokens("a  b \n c", "a| |b|\n |c");
  check_tokens("They don't.", "They|do|n't|.");
  check_tokens("(U.S.-led)", "(|U.S.-led|)");
  check_tokens("killed:12,wounded:3", "killed:12,wounded:3");
  check_tokens("……", "…|…");
  check_tokens("word:)", "word|:)");
  check_tokens("10a.m. x/a.m.", "10|a.m.|x|/|a.m.");
  check_tokens("https://example.org/a?b=c, yes", "https://example.org/a?b=c|,|yes");
  check_tokens("\xEF\xBB\xBFMark", "\xEF\xBB\xBFMark");
}

// Tokens stand in order, each at its characters, and nothing but white space is between them.
void check_positions(std::string_view text) {
  const Analysis analysis = pipeline().analyze(text).value();
  REQUIRE(analysis.text() == text);
  std::uint32_t byte = 0;
  std::uint32_t code_point = 0;
  for (const Token& token : analysis.tokens()) {
    REQUIRE(token.bytes.begin == byte);
    REQUIRE(token.code_points.begin == code_point);
    REQUIRE(token.code_points.size() == count_code_points(analysis.text(token)));
    byte = token.bytes.end + (token.space_after ? 1 : 0);
    code_point = token.code_points.end + (token.space_after ? 1 : 0);
    if (token.space_after) REQUIRE(text[token.bytes.end] == ' ');
  }
  REQUIRE(byte == text.size());
}

TEST_CASE("positions cover the text exactly") {
  for (const std::string_view text : {"Plain words.", "  leading", "trailing  ", "née à İzmir 🇦🇲 北京.", "\n\r\n\t",
                                      "a\xC2\xA0"
                                      "b",
                                      "x\xE2\x80\x8Bx"}) {
    CAPTURE(text);
    check_positions(text);
  }
  check_positions(std::string("NUL\0inside a text", 17));
  check_positions(std::string(100000, '!'));
  check_positions(std::string(100000, 'a'));
  std::string colons;
  for (int n = 0; n < 50000; ++n) colons += "a:";
  check_positions(colons);
}

TEST_CASE("the tree, its walks, sentences and entities") {
  const Analysis analysis =
      pipeline().analyze("The army of Peru said Monday that 12 rebels were killed. Rebels denied it.").value();
  REQUIRE(analysis.sentences().size() == 2);
  CHECK(analysis.text(analysis.sentences()[1]) == "Rebels denied it.");
  const Token& said = analysis[4];
  CHECK(analysis.text(said) == "said");
  CHECK(said.is_root());
  CHECK(analysis.lemma(said) == "say");
  CHECK(said.pos == Pos::kVerb);
  const Token& rebels = analysis[8];
  CHECK(analysis.dep(rebels) == "nsubjpass");
  CHECK(analysis.is_below(rebels, said));
  CHECK_FALSE(analysis.is_below(said, rebels));
  CHECK(analysis.text(analysis.subtree(analysis[1])) == "The army of Peru");
  std::string children;
  for (const std::uint32_t child : analysis.children(said))
    children += std::string(analysis.text(analysis[child])) + ' ';
  CHECK(children == "army Monday killed . ");
  REQUIRE(analysis.entities().size() == 3);
  CHECK(analysis.label(analysis.entities()[0].label) == "GPE");
  CHECK(analysis.text(analysis.entities()[0].tokens) == "Peru");
  std::string chunks;
  for (const TokenSpan chunk : noun_chunks(analysis)) chunks += std::string(analysis.text(chunk)) + '|';
  CHECK(chunks == "The army|Peru|12 rebels|Rebels|it|");
}

TEST_CASE("views outlive a move of the analysis") {
  Analysis first = pipeline().analyze("Both sides agreed.").value();
  const std::string_view lemma = first.lemma(first[2]);
  const Analysis second = std::move(first);
  CHECK(lemma == "agree");
  CHECK(second.text(second[0]) == "Both");
}

TEST_CASE("what is no UTF-8 is an error that says where") {
  const auto analysis = pipeline().analyze("abc\xFF");
  REQUIRE_FALSE(analysis);
  CHECK(analysis.error().code == ErrorCode::kTextInvalidUtf8);
  CHECK(analysis.error().message.find("byte 3") != std::string::npos);
}

TEST_CASE("an empty batch and empty texts") {
  CHECK(pipeline().analyze_batch({}).value().empty());
  const std::vector<std::string_view> texts = {"", "One.", "", "Two."};
  const auto analyses = pipeline().analyze_batch(texts).value();
  REQUIRE(analyses.size() == 4);
  CHECK(analyses[0].size() == 0);
  CHECK(analyses[1].size() == 2);
  CHECK(analyses[3].text(analyses[3][0]) == "Two");
}

TEST_CASE("the model tells its name") {
  CHECK(pipeline().version() == "3.8.0");
  CHECK(pipeline().name().starts_with("core_web_sm"));
}

}  // namespace
}  // namespace counterclaim::language
