#include "counterclaim/ground/noun_phrase.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Pos;
using language::Token;

// The token behind the phrase: up to the first clause that hangs on the head.
std::uint32_t right_end(const Analysis& analysis, const Token& head) {
  std::uint32_t end = head.index + 1;
  for (const std::uint32_t child : analysis.children(head)) {
    const Token& token = analysis[child];
    if (child < head.index) continue;
    if (child > head.index + kLongestRight) break;
    if (has_dep(analysis, token, {"relcl", "acl", "advcl", "ccomp", "parataxis", "cc", "conj", "dep"})) break;
    if (!has_dep(analysis, token, {"punct"})) end = std::max(end, token.right_edge + 1);
  }
  return std::min({end, sentence_of(analysis, head.index).end, head.index + kLongestRight});
}

// A word that belongs to the sentence, not to the phrase: "but officials".
bool is_of_sentence(const Analysis& analysis, const Token& token, const Token& head) {
  return has_dep(analysis, token, {"cc", "advmod", "mark", "prep", "preconj"}) && token.head == head.index &&
         token.right_edge == token.index;
}

}  // namespace

TokenSpan noun_phrase(const Analysis& analysis, std::uint32_t index) {
  const Token& head = analysis[index];
  TokenSpan span{std::max(head.left_edge, index - std::min(index, kLongestLeft)), right_end(analysis, head)};
  while (span.begin < index && analysis[span.begin].pos == Pos::kPunct) ++span.begin;
  while (span.begin < index && is_of_sentence(analysis, analysis[span.begin], head)) ++span.begin;
  const auto is_mark = [&](const Token& token) {
    return token.pos == Pos::kPunct || token.is_space || analysis.tag(token) == "POS";
  };
  while (span.end > index + 1 && is_mark(analysis[span.end - 1])) --span.end;
  return span;
}

}  // namespace counterclaim::ground
