#include "counterclaim/language/noun_chunks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace counterclaim::language {

namespace {

constexpr std::array<std::string_view, 10> kPhraseHeads = {"oprd", "nsubj",  "dobj",  "nsubjpass", "pcomp",
                                                           "pobj", "dative", "appos", "attr",      "ROOT"};

bool is_nominal(Pos pos) { return pos == Pos::kNoun || pos == Pos::kPropn || pos == Pos::kPron; }

// For each token, whether the first of its series of conjuncts, going left, is the head of a phrase; for a token that
// is no conjunct, whether it is one itself.
std::vector<std::uint8_t> series_heads_phrase(const Analysis& analysis) {
  std::vector<std::uint8_t> result(analysis.size(), 0);
  for (const Token& token : analysis.tokens()) {
    const std::string_view dep = analysis.dep(token);
    const bool goes_on = dep == "conj" && token.head < token.index;
    result[token.index] =
        goes_on ? result[token.head] : std::find(kPhraseHeads.begin(), kPhraseHeads.end(), dep) != kPhraseHeads.end();
  }
  return result;
}

}  // namespace

std::vector<TokenSpan> noun_chunks(const Analysis& analysis) {
  const std::vector<std::uint8_t> heads_phrase = series_heads_phrase(analysis);
  std::vector<TokenSpan> chunks;
  for (const Token& token : analysis.tokens()) {
    if (!is_nominal(token.pos)) continue;
    if (!chunks.empty() && token.left_edge < chunks.back().end) continue;
    // The first step of a conjunct may go right, those after it may not.
    const std::uint32_t asked = analysis.dep(token) == "conj" ? token.head : token.index;
    if (heads_phrase[asked] != 0) chunks.push_back({token.left_edge, token.index + 1});
  }
  return chunks;
}

}  // namespace counterclaim::language
