#include "counterclaim/attribute/source_phrase.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::has_dep;
using ground::PartyReference;
using language::Analysis;
using language::Pos;
using language::Token;

// The token behind the phrase: up to the first clause that hangs on the head.
std::uint32_t right_end(const Analysis& analysis, const Token& head) {
  std::uint32_t end = head.index + 1;
  for (const std::uint32_t child : analysis.children(head)) {
    const Token& token = analysis[child];
    if (child < head.index) continue;
    if (has_dep(analysis, token, {"relcl", "acl", "advcl", "ccomp", "parataxis", "cc", "conj", "dep"})) break;
    if (has_dep(analysis, token, {"punct"})) continue;
    end = std::max(end, token.right_edge + 1);
  }
  return std::min(end, ground::sentence_of(analysis, head.index).end);
}

TokenSpan phrase_tokens(const Analysis& analysis, const Token& head) {
  TokenSpan span{head.left_edge, right_end(analysis, head)};
  while (span.begin < head.index && analysis[span.begin].pos == Pos::kPunct) ++span.begin;
  // Words that belong to the sentence, not to the name: "but officials".
  while (span.begin < head.index &&
         has_dep(analysis, analysis[span.begin], {"cc", "advmod", "mark", "prep", "preconj"}) &&
         analysis[span.begin].head == head.index && analysis[span.begin].right_edge == span.begin)
    ++span.begin;
  const auto is_mark = [&](const Token& token) { return token.pos == Pos::kPunct || analysis.tag(token) == "POS"; };
  while (span.end > head.index + 1 && is_mark(analysis[span.end - 1])) --span.end;
  return span;
}

// A place after "in" or "near" tells where somebody speaks, not for whom.
bool is_place_phrase(const Analysis& analysis, const PartyReference& reference) {
  const Token& last = analysis[reference.tokens.end - 1];
  const Token& head = analysis[last.head];
  return has_dep(analysis, last, {"pobj"}) &&
         ground::is_one_of(analysis.lower(head), {"in", "at", "near", "from", "on"});
}

const PartyReference* side_mention(const ground::GroundedAnalysis& grounded, std::uint32_t block, TokenSpan span) {
  const Analysis& analysis = grounded.blocks[block].analysis;
  const PartyReference* second_best = nullptr;
  for (TokenSpan rest = span; !rest.empty();) {
    const PartyReference* found = grounded.blocks[block].first_party_within(rest);
    if (!found) break;
    const PartyReference& reference = *found;
    rest.begin = reference.tokens.end;
    if (!is_place_phrase(analysis, reference)) return &reference;
    if (!second_best) second_best = &reference;
  }
  return second_best;
}

// The first run of names of a person in the span.
TokenSpan person_name(const Analysis& analysis, TokenSpan span) {
  for (std::uint32_t token = span.begin; token < span.end; ++token) {
    if (analysis.entity_label(analysis[token]) != "PERSON") continue;
    std::uint32_t end = token + 1;
    while (end < span.end && analysis.entity_label(analysis[end]) == "PERSON" &&
           analysis[end].entity == language::EntityPosition::kInside && analysis.tag(analysis[end]) != "POS")
      ++end;
    return {token, end};
  }
  return {};
}

std::optional<record::SourceKind> kind_of(const SayingLexicon& lexicon, const Analysis& analysis, TokenSpan span,
                                          std::uint32_t head) {
  if (const auto kind = lexicon.source_kind(analysis.lemma(analysis[head]))) return kind;
  for (std::uint32_t token = span.begin; token < span.end; ++token) {
    if (const auto kind = lexicon.source_kind(analysis.lower(analysis[token]))) return kind;
    if (const auto kind = lexicon.source_kind(analysis.lemma(analysis[token]))) return kind;
  }
  return std::nullopt;
}

// The title between a party's name or the beginning and the person's name: "Prime Minister".
std::optional<std::string> role_before(const Analysis& analysis, TokenSpan span, TokenSpan name,
                                       const PartyReference* side) {
  std::uint32_t begin = span.begin;
  if (side && side->tokens.end <= name.begin) begin = side->tokens.end;
  while (begin < name.begin &&
         (analysis[begin].pos == Pos::kDet || analysis[begin].pos == Pos::kPart || analysis[begin].pos == Pos::kPunct))
    ++begin;
  std::uint32_t end = name.begin;
  while (end > begin && analysis[end - 1].pos == Pos::kPunct) --end;
  if (begin >= end) return std::nullopt;
  return std::string(analysis.text(TokenSpan{begin, end}));
}

// The organ that a paper or a speaker belongs to ("a statement of the ministry"); the noun itself where none is told.
std::uint32_t organ_of(const SayingLexicon& lexicon, const Analysis& analysis, const Token& noun) {
  for (const std::uint32_t child : analysis.children(noun)) {
    const std::string_view dep = analysis.dep(analysis[child]);
    if (dep == "poss" && lexicon.serves_state(analysis.lemma(analysis[child]))) return child;
    if (dep != "prep" || !ground::is_one_of(analysis.lower(analysis[child]), {"of", "from", "by"})) continue;
    for (const std::uint32_t object : analysis.children(analysis[child])) {
      if (lexicon.serves_state(analysis.lemma(analysis[object]))) return object;
    }
  }
  return noun.index;
}

// Whether "the" stands before the phrase or before its organ.
bool begins_with_the(const Analysis& analysis, TokenSpan phrase, const Token& organ) {
  if (analysis.lower(analysis[phrase.begin]) == "the") return true;
  return analysis.lower(analysis[organ.left_edge]) == "the";
}

}  // namespace

SourcePhrase describe_source(const SayingLexicon& lexicon, const ground::GroundedAnalysis& grounded,
                             std::uint32_t block, std::uint32_t head) {
  const Analysis& analysis = grounded.blocks[block].analysis;
  const Token& token = analysis[head];
  SourcePhrase phrase;
  phrase.tokens = phrase_tokens(analysis, token);
  phrase.head_lemma = std::string(analysis.lemma(token));
  if (token.pos == Pos::kPron) phrase.pronoun = std::string(analysis.lower(token));
  phrase.is_plural = analysis.tag(token) == "NNS" || analysis.tag(token) == "NNPS";
  if (token.pos == Pos::kPropn && phrase.tokens.size() == 1) phrase.bare_name = std::string(analysis.text(token));
  record::Source& source = phrase.source;
  source.span = grounded.report_span(block, phrase.tokens);
  source.text = std::string(analysis.text(phrase.tokens));
  const PartyReference* side = side_mention(grounded, block, phrase.tokens);
  if (side) source.side = grounded.party(*side).name;
  source.kind = kind_of(lexicon, analysis, phrase.tokens, head);
  for (std::uint32_t at = phrase.tokens.begin; at < phrase.tokens.end; ++at) {
    if (lexicon.serves_state(analysis.lemma(analysis[at])) || lexicon.serves_state(analysis.lower(analysis[at])))
      phrase.serves_state = true;
  }
  const TokenSpan name = person_name(analysis, phrase.tokens);
  if (!name.empty()) {
    source.name = std::string(analysis.text(name));
    source.role = role_before(analysis, phrase.tokens, name, side);
  }
  phrase.is_person = !name.empty() || lexicon.is_person(phrase.head_lemma) || lexicon.is_person(analysis.lower(token));
  phrase.is_body = !phrase.is_person && phrase.pronoun.empty() && (side || source.kind);
  const Token& organ = analysis[organ_of(lexicon, analysis, token)];
  phrase.organ_lemma = std::string(analysis.lemma(organ));
  phrase.is_definite = !side && name.empty() && begins_with_the(analysis, phrase.tokens, organ);
  return phrase;
}

}  // namespace counterclaim::attribute
