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

// The phrase with brackets and appositions behind it: "Pedro Lima (P.-Arica), chairman of the council".
TokenSpan with_additions(const Analysis& analysis, TokenSpan phrase) {
  constexpr std::uint32_t kLongestBracket = 8;  // tokens
  if (phrase.end < analysis.size() && analysis.text(analysis[phrase.end]) == ")") {
    for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
      if (analysis.text(analysis[token]) == "(") return {phrase.begin, phrase.end + 1};
    }
  }
  if (phrase.end + 1 < analysis.size() && analysis.text(analysis[phrase.end]) == "(") {
    const std::uint32_t last = std::min(analysis.size(), phrase.end + kLongestBracket);
    for (std::uint32_t token = phrase.end + 1; token < last; ++token) {
      if (analysis.text(analysis[token]) == ")") phrase.end = token + 1;
      if (phrase.end > token) break;
    }
  }
  if (phrase.end + 1 >= analysis.size() || analysis.text(analysis[phrase.end]) != ",") return phrase;
  for (const std::uint32_t child : analysis.children(analysis[phrase.end - 1])) {
    if (child > phrase.end && ground::has_dep(analysis, analysis[child], {"appos"}))
      return {phrase.begin, ground::noun_phrase(analysis, child).end};
  }
  return phrase;
}

}  // namespace

record::Source source_at(const SayingLexicon& lexicon, const ground::GroundedAnalysis& grounded, std::uint32_t block,
                         std::uint32_t head) {
  const Analysis& analysis = grounded.blocks[block].analysis;
  const GroundedParty* party = grounded.mention_at(block, head);
  const TokenSpan tokens = with_additions(analysis, party ? party->tokens : ground::noun_phrase(analysis, head));
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
