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

constexpr std::uint32_t kLongestClause = 30;  // tokens of a relative clause that belongs to a source

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

// Whether the words hold a mark of quotation: a clause that runs into a quotation is a broken one.
bool has_quotation_mark(const Analysis& analysis, TokenSpan span) {
  for (std::uint32_t token = span.begin; token < span.end; ++token) {
    if (ground::is_one_of(analysis.text(analysis[token]), {"\"", "''", "``", "“", "”"})) return true;
  }
  return false;
}

bool has_comma(const Analysis& analysis, TokenSpan span) {
  for (std::uint32_t token = span.begin; token < span.end; ++token) {
    if (analysis.text(analysis[token]) == ",") return true;
  }
  return false;
}

// "director of the council, which meets here", "chief of the navy, a force of ten boats": the phrase ends before what
// is told of something named in it.
TokenSpan without_asides(const Analysis& analysis, TokenSpan phrase, std::uint32_t apposition) {
  for (std::uint32_t token = apposition + 1; token + 1 < phrase.end; ++token) {
    if (analysis.text(analysis[token]) != ",") continue;
    const Token& above = analysis[analysis[token].head];
    const bool inner = above.index != apposition && above.index > phrase.begin &&
                       ground::child_with_dep(analysis, above, {"appos"}).value_or(0) > token;
    if (inner || ground::is_one_of(analysis.lower(analysis[token + 1]), {"which", "where"}))
      return {phrase.begin, token};
  }
  return phrase;
}

// The end of "a historian who attended the meeting" and "a lawyer for the union, who lives in Arica", whatever noun the
// parser hangs the clause on; `end` where there is no such clause.
std::uint32_t end_of_relative(const Analysis& analysis, std::uint32_t end, std::uint32_t word) {
  const std::uint32_t begin = end < analysis.size() && analysis.text(analysis[end]) == "," ? end + 1 : end;
  if (begin >= analysis.size() || !ground::is_one_of(analysis.lower(analysis[begin]), {"who", "whose"})) return end;
  const Token* verb = &analysis[begin];
  constexpr int kSteps = 4;
  for (int step = 0; step < kSteps && !verb->is_root() && !ground::has_dep(analysis, *verb, {"relcl"}); ++step)
    verb = &analysis[verb->head];
  const TokenSpan clause{begin, verb->right_edge + 1};
  const bool fits = ground::has_dep(analysis, *verb, {"relcl"}) && verb->left_edge == begin && !clause.contains(word) &&
                    clause.size() <= kLongestClause && !has_quotation_mark(analysis, clause) &&
                    !ground::child_with_dep(analysis, *verb, {"ccomp"});  // "who stressed that …" says something itself
  return fits ? clause.end : end;
}

// The phrase with what is told of the source behind it: "Pedro Lima (P.-Arica), chairman of the council"; "Pedro Lima,
// who heads the council"; "a union representing pilots"; but not the act of saying itself: "officials who said".
TokenSpan with_additions(const Analysis& analysis, TokenSpan phrase, std::uint32_t head, std::uint32_t word) {
  phrase = with_bracket(analysis, phrase);
  for (const std::uint32_t child : analysis.children(analysis[head])) {
    const Token& token = analysis[child];
    if (child < phrase.end || phrase.end >= analysis.size()) continue;
    const bool comma = analysis.text(analysis[phrase.end]) == ",";
    const bool at_once = token.left_edge == phrase.end, behind_comma = comma && token.left_edge == phrase.end + 1;
    if (behind_comma && ground::has_dep(analysis, token, {"appos"})) {
      const std::uint32_t end = std::max(child + 1, ground::noun_phrase(analysis, child).end);
      phrase = with_bracket(analysis, without_asides(analysis, {phrase.begin, end}, child));
      break;
    }
    const TokenSpan clause = analysis.subtree(token);
    if (clause.contains(word) || clause.size() > kLongestClause || has_quotation_mark(analysis, clause)) continue;
    const bool relative = ground::has_dep(analysis, token, {"relcl"});
    if (at_once && (relative || ground::has_dep(analysis, token, {"acl"}))) return {phrase.begin, clause.end};
    if (behind_comma && relative && analysis.lower(analysis[token.left_edge]) == "which" &&
        !has_comma(analysis, phrase))
      return {phrase.begin, clause.end};
  }
  return {phrase.begin, end_of_relative(analysis, phrase.end, word)};
}

// "predictable - Pedro Lima": what stands in front of a dash is no part of the name behind it.
TokenSpan behind_dash(const Analysis& analysis, TokenSpan phrase, std::uint32_t head) {
  for (std::uint32_t token = head; token-- > phrase.begin;) {
    if (!ground::is_one_of(analysis.text(analysis[token]), {"-", "--", "–", "—"})) continue;
    const bool spaced = analysis[token].space_after && token > 0 && analysis[token - 1].space_after;
    if (spaced) return {token + 1, phrase.end};
  }
  return phrase;
}

// "a group of doctors in 2015": when it was said, not who said it.
TokenSpan without_time(const Analysis& analysis, TokenSpan phrase, std::uint32_t head) {
  for (const std::uint32_t child : analysis.children(analysis[head])) {
    const Token& token = analysis[child];
    if (child <= head || token.right_edge + 1 != phrase.end || !ground::has_dep(analysis, token, {"prep"})) continue;
    const auto object = ground::child_with_dep(analysis, token, {"pobj"});
    if (object && ground::is_one_of(analysis.entity_label(analysis[*object]), {"DATE", "TIME"}))
      return {phrase.begin, token.left_edge};
  }
  return phrase;
}

// The phrase without the verb in front of which it stands and what the parser hangs on the noun behind that verb.
TokenSpan before_verb(const Analysis& analysis, TokenSpan phrase, std::uint32_t head) {
  const std::uint32_t verb = analysis[head].head;
  if (verb <= head || !phrase.contains(verb)) return phrase;
  for (std::uint32_t token = head + 1; token < verb; ++token) {
    if (analysis[token].head == verb) return {phrase.begin, token};
  }
  return {phrase.begin, verb};
}

// The words for a source, all of them.
TokenSpan source_words(const Analysis& analysis, const GroundedParty* party, std::uint32_t head, std::uint32_t word) {
  TokenSpan phrase = before_verb(analysis, party ? party->tokens : ground::noun_phrase(analysis, head), head);
  // "both Soto and Rojas"
  if (phrase.begin < head && analysis.tag(analysis[phrase.begin]) == "CC") ++phrase.begin;
  if (const auto apposition = ground::child_with_dep(analysis, analysis[head], {"appos"});
      apposition && phrase.contains(*apposition))
    phrase = without_asides(analysis, phrase, *apposition);
  phrase = without_time(analysis, behind_dash(analysis, phrase, head), head);
  return with_additions(analysis, phrase, head, word);
}

void set_words(const ground::GroundedAnalysis& grounded, std::uint32_t block, TokenSpan tokens,
               record::Source& source) {
  source.span = grounded.report_span(block, tokens);
  source.text = std::string(grounded.blocks[block].analysis.text(tokens));
}

// Two nouns that share one act of saying.
struct Member {
  std::uint32_t head = 0;
  TokenSpan tokens;
  record::Source source;
};

// "some analysts and politicians" are one source; "a spokesman and a doctor", "the rebels and residents" are two.
bool are_one(const ground::ReportCast& cast, const record::Source& a, const Member& next, const Analysis& analysis) {
  const record::Source& b = next.source;
  if (a.side && b.side) return a.side == b.side;
  const std::optional<std::string>& side = a.side ? a.side : b.side;
  if (side && cast.is_side(*side)) return false;
  const auto determiner = ground::child_with_dep(analysis, analysis[next.head], {"det", "poss"});
  if (!determiner) return true;
  if (ground::is_one_of(analysis.lower(analysis[*determiner]), {"a", "an", "another"})) return false;
  return !a.kind || !b.kind || a.kind == b.kind;
}

bool are_the_two_sides(const ground::ReportCast& cast, const record::Source& a, const record::Source& b) {
  return a.side && b.side && a.side != b.side && cast.is_side(*a.side) && cast.is_side(*b.side);
}

std::vector<Member> members_at(const SayingLexicon& lexicon, const ground::GroundedAnalysis& grounded,
                               std::uint32_t block, std::uint32_t head, std::uint32_t word) {
  const Analysis& analysis = grounded.blocks[block].analysis;
  std::vector<Member> members;
  constexpr std::size_t kMost = 5;
  for (std::optional<std::uint32_t> at = head; at && members.size() < kMost;) {
    const TokenSpan tokens = source_words(analysis, grounded.mention_at(block, *at), *at, word);
    members.push_back({*at, tokens, source_at(lexicon, grounded, block, *at, word)});
    at = ground::child_with_dep(analysis, analysis[*at], {"conj"});
    if (at && !ground::is_noun(analysis[*at])) at.reset();
  }
  return members;
}

}  // namespace

record::Source source_at(const SayingLexicon& lexicon, const ground::GroundedAnalysis& grounded, std::uint32_t block,
                         std::uint32_t head, std::uint32_t word) {
  const Analysis& analysis = grounded.blocks[block].analysis;
  const GroundedParty* party = grounded.mention_at(block, head);
  record::Source source;
  set_words(grounded, block, source_words(analysis, party, head, word), source);
  if (!party && lexicon.is_document(analysis.lemma(analysis[head]))) party = maker_of(grounded, block, analysis[head]);
  if (!party) return source;
  source.side = party->mention.side;
  source.kind = party->speaks_as;
  if (party->mention.kind == record::PartyKind::kPerson) source.name = party->mention.name;
  source.role = party->mention.office;
  return source;
}

std::vector<record::Source> sources_at(const SayingLexicon& lexicon, const ground::GroundedAnalysis& grounded,
                                       std::uint32_t block, std::uint32_t head, std::uint32_t word) {
  std::vector<Member> members = members_at(lexicon, grounded, block, head, word);
  std::vector<record::Source> out{members.front().source};
  TokenSpan words = members.front().tokens;
  for (std::size_t n = 1; n < members.size(); ++n) {
    const Member& next = members[n];
    record::Source& last = out.back();
    if (next.tokens.end <= words.end) continue;
    const bool both = are_the_two_sides(grounded.cast, last, next.source);
    if (!both && !are_one(grounded.cast, last, next, grounded.blocks[block].analysis)) {
      out.push_back(next.source);
      words = next.tokens;
      continue;
    }
    words.end = next.tokens.end;
    set_words(grounded, block, words, last);
    last.side = both ? std::optional<std::string>("both") : last.side ? last.side : next.source.side;
    last.kind = last.kind ? last.kind : next.source.kind;
    last.name.reset();
    last.role.reset();
  }
  return out;
}

}  // namespace counterclaim::attribute
