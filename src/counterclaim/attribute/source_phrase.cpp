#include "counterclaim/attribute/source_phrase.h"

#include <algorithm>
#include <string>

#include "counterclaim/ground/noun_phrase.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::GroundedParty;
using language::Analysis;
using language::Token;

// Whoever made a document: "the ministry's statement", "a report by the army", "Peruvian claims".
const GroundedParty* maker_of(const ground::GroundedAnalysis& grounded, std::uint32_t block, const Token& document) {
  const Analysis& analysis = grounded.blocks[block].analysis;
  for (const std::uint32_t child : analysis.children(document)) {
    const Token& token = analysis[child];
    const bool before = ground::has_dep(analysis, token, {"poss", "amod", "compound", "nmod"});
    const bool behind =
        ground::has_dep(analysis, token, {"prep"}) && ground::is_one_of(analysis.lower(token), {"of", "from", "by"});
    std::optional<std::uint32_t> owner = child;
    if (behind) owner = ground::child_with_dep(analysis, token, {"pobj"});
    if (!(before || behind) || !owner) continue;
    if (const GroundedParty* party = grounded.mention_at(block, *owner)) return party;
  }
  // "a NATO mission statement"
  for (std::uint32_t token = ground::noun_phrase(analysis, document.index).begin; token < document.index; ++token) {
    if (const GroundedParty* party = grounded.mention_at(block, token)) return party;
  }
  return nullptr;
}

// "(P.-Arica)" behind the phrase, or the end of a bracket that the phrase cuts.
TokenSpan with_bracket(const Analysis& analysis, TokenSpan phrase) {
  constexpr std::uint32_t kLongestBracket = 8;  // tokens
  if (phrase.end >= analysis.size()) return phrase;
  const auto is_open = [&](std::uint32_t token) { return analysis.text(analysis[token]) == "("; };
  bool open = is_open(phrase.end);
  for (std::uint32_t token = phrase.begin; token < phrase.end && !open; ++token) open = is_open(token);
  if (!open) return phrase;
  const std::uint32_t last = std::min(analysis.size(), phrase.end + kLongestBracket);
  for (std::uint32_t token = phrase.end; token < last; ++token) {
    if (analysis.text(analysis[token]) == ")") return {phrase.begin, token + 1};
  }
  return phrase;
}

// The phrase with what is told of the source behind it: "Pedro Lima (P.-Arica), chairman of the council"; "a union
// representing pilots"; but not the act of saying itself: "officials who said".
TokenSpan with_additions(const SayingLexicon& lexicon, const Analysis& analysis, TokenSpan phrase, std::uint32_t head) {
  constexpr std::uint32_t kLongestClause = 20;  // tokens
  phrase = with_bracket(analysis, phrase);
  for (const std::uint32_t child : analysis.children(analysis[head])) {
    const Token& token = analysis[child];
    if (child < phrase.end) continue;
    if (ground::has_dep(analysis, token, {"appos"}) && token.left_edge == phrase.end + 1 &&
        analysis.text(analysis[phrase.end]) == ",")
      return with_bracket(analysis, {phrase.begin, ground::noun_phrase(analysis, child).end});
    if (ground::has_dep(analysis, token, {"acl", "relcl"}) && token.left_edge == phrase.end &&
        token.right_edge < phrase.end + kLongestClause && lexicon.verb_frames(analysis.lemma(token)).empty())
      return {phrase.begin, token.right_edge + 1};
  }
  return phrase;
}

}  // namespace

record::Source source_at(const SayingLexicon& lexicon, const ground::GroundedAnalysis& grounded, std::uint32_t block,
                         std::uint32_t head) {
  const Analysis& analysis = grounded.blocks[block].analysis;
  const GroundedParty* party = grounded.mention_at(block, head);
  const TokenSpan tokens =
      with_additions(lexicon, analysis, party ? party->tokens : ground::noun_phrase(analysis, head), head);
  record::Source source;
  source.span = grounded.report_span(block, tokens);
  source.text = std::string(analysis.text(tokens));
  if (!party && lexicon.is_document(analysis.lemma(analysis[head]))) party = maker_of(grounded, block, analysis[head]);
  if (!party) return source;
  source.side = party->mention.side;
  source.kind = party->speaks_as;
  if (party->mention.kind == record::PartyKind::kPerson) source.name = party->mention.name;
  source.role = party->mention.office;
  return source;
}

}  // namespace counterclaim::attribute
