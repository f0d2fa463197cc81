// The whole pipeline against spaCy's own analyses: every token, every field.
#include <doctest/doctest.h>

#include "counterclaim/language/noun_chunks.h"
#include "counterclaim/language/pipeline.h"
#include "counterclaim/language/word_features.h"
#include "language/golden_documents.h"
#include "support/test_data.h"

namespace counterclaim::language {
namespace {

constexpr std::size_t kSanitizedTokens = 50000;  // with sanitizers, a millisecond a token

std::string entity_of(const Analysis& analysis, const Token& token) {
  if (token.entity == EntityPosition::kOutside) return "O";
  return (token.entity == EntityPosition::kBegin ? "B-" : "I-") + std::string(analysis.entity_label(token));
}

bool is_same(const Analysis& analysis, const Token& token, const GoldenToken& golden) {
  return token.code_points == CodePointSpan{golden.begin, golden.end} && analysis.tag(token) == golden.tag &&
         pos_name(token.pos) == golden.pos && analysis.morph(token) == golden.morph &&
         analysis.lemma(token) == golden.lemma && token.head == golden.head && analysis.dep(token) == golden.dep &&
         token.sentence_start == golden.sentence_start && entity_of(analysis, token) == golden.entity;
}

void check_details(const Analysis& analysis, const GoldenDocument& golden) {
  for (const Token& token : analysis.tokens()) {
    CHECK(analysis.norm(token) == golden.norms[token.index]);
    CHECK(shape_of(analysis.text(token)) == golden.shapes[token.index]);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> chunks;
  for (const TokenSpan chunk : noun_chunks(analysis)) chunks.emplace_back(chunk.begin, chunk.end);
  CHECK(chunks == golden.noun_chunks);
}

// Gives the number of tokens compared.
std::size_t check(const Pipeline& pipeline, const GoldenDocument& golden) {
  CAPTURE(golden.id);
  const Analysis analysis = pipeline.analyze(golden.text).value();
  REQUIRE(analysis.size() == golden.tokens.size());
  for (const Token& token : analysis.tokens()) {
    CAPTURE(token.index);
    CAPTURE(analysis.text(token));
    CHECK(is_same(analysis, token, golden.tokens[token.index]));
  }
  if (golden.has_details) check_details(analysis, golden);
  return golden.tokens.size();
}

TEST_CASE("the analyses are spaCy's") {
  const auto data = test::test_data("comparison with spaCy's analyses");
  if (!data) return;
  const Pipeline pipeline = Pipeline::load(COUNTERCLAIM_MODEL_DIR).value();
  for (const auto& [name, tokens] : {std::pair{"hard", 16933U}, {"torture", 13641U}, {"reports", 258778U}}) {
    if (test::kSanitized && tokens > kSanitizedTokens) continue;
    std::size_t compared = 0;
    for (const GoldenDocument& golden : read_golden_documents(*data, name)) compared += check(pipeline, golden);
    CHECK(compared == tokens);
  }
}

}  // namespace
}  // namespace counterclaim::language
