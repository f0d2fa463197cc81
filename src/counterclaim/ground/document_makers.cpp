#include "counterclaim/ground/document_makers.h"

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {

using language::Analysis;
using language::Token;

namespace {

constexpr std::uint32_t kFarthestBlock = 3;  // blocks that a document may be taken up behind it

// The head of whoever owns, makes or uses the document.
std::optional<std::uint32_t> head_of_maker(const Analysis& analysis, const Token& document) {
  for (const std::uint32_t child : analysis.children(document)) {
    const Token& token = analysis[child];
    if (has_dep(analysis, token, {"poss", "compound", "amod", "nmod"}) && child + 1 >= document.index) return child;
    if (has_dep(analysis, token, {"poss"})) return child;
    if (child > document.index && has_dep(analysis, token, {"prep"}) &&
        is_one_of(analysis.lower(token), {"of", "from", "by"}))
      return child_with_dep(analysis, token, {"pobj"});
  }
  // "said in a statement", "in a statement, the army said"
  if (document.is_root() || !has_dep(analysis, document, {"pobj"})) return std::nullopt;
  const Token& preposition = analysis[document.head];
  if (preposition.is_root() || !is_one_of(analysis.lower(preposition), {"in", "through", "via", "on"}))
    return std::nullopt;
  return subject_of(analysis, preposition.head);
}

}  // namespace

std::optional<std::uint32_t> DocumentMakers::by_own_words(std::uint32_t n) const {
  const PartyPhrase& phrase = drafts_[n].phrase;
  const Analysis& analysis = grounded_.blocks[phrase.block].analysis;
  const auto head = head_of_maker(analysis, analysis[phrase.head]);
  return head ? draft_at(drafts_, phrase.block, *head) : std::nullopt;
}

std::optional<std::uint32_t> DocumentMakers::of_draft(std::uint32_t n) {
  const PartyPhrase& phrase = drafts_[n].phrase;
  const Analysis& analysis = grounded_.blocks[phrase.block].analysis;
  const std::string lemma(analysis.lemma(analysis[phrase.head]));
  if (const auto maker = by_own_words(n)) {
    last_[lemma] = n;
    return maker;
  }
  const auto found = last_.find(lemma);
  if (!phrase.is_definite || found == last_.end()) return std::nullopt;
  if (drafts_[found->second].phrase.block + kFarthestBlock < phrase.block) return std::nullopt;
  return by_own_words(found->second);
}

}  // namespace counterclaim::ground
