#include <algorithm>

#include "counterclaim/attribute/frame_contents.h"
#include "counterclaim/attribute/scope_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::is_one_of;
using language::Analysis;
using language::Pos;

constexpr std::uint32_t kNear = 8;  // tokens between a verb and its "that"

// Who says it and the verb, whichever stands first.
TokenSpan sayer_and_cue(const Analysis& analysis, const RawScope& scope) {
  const language::Token& sayer = analysis[*scope.sayer];
  return {std::min(scope.cue.begin, sayer.left_edge), std::max(scope.cue.end, sayer.right_edge + 1)};
}

bool has_pos(const language::Token& token, std::initializer_list<Pos> wanted) {
  return std::find(wanted.begin(), wanted.end(), token.pos) != wanted.end();
}

bool has_verb(const Analysis& analysis, TokenSpan span) {
  for (std::uint32_t token = span.begin; token < span.end; ++token) {
    if (ground::is_verbal(analysis[token])) return true;
  }
  return false;
}

// "said on Monday that …" where the parser lost the clause: from "that" to the end of the sentence.
TokenSpan behind_that(const Analysis& analysis, const RawScope& scope, TokenSpan sentence) {
  const std::uint32_t reach = std::min(sentence.end, scope.cue.end + kNear);
  for (std::uint32_t token = scope.cue.end; token < reach; ++token) {
    if (analysis.lower(analysis[token]) == "that" && token + 1 < sentence.end) return {token, sentence.end};
  }
  return {};
}

// "said two miners were killed": what follows at once.
TokenSpan behind(const Analysis& analysis, const RawScope& scope, TokenSpan sentence) {
  if (*scope.sayer >= scope.cue.end || scope.cue.end >= sentence.end) return {};
  // "posted a series of tweets"
  if (ground::child_with_dep(analysis, analysis[scope.word], {"dobj"})) return {};
  if (has_pos(analysis[scope.cue.end], {Pos::kPunct, Pos::kAdp, Pos::kAdv, Pos::kSconj, Pos::kCconj})) return {};
  const TokenSpan rest{scope.cue.end, sentence.end};
  return rest.size() > 2 && has_verb(analysis, rest) ? rest : TokenSpan{};
}

// "Two miners were killed, the mayor said.": what stands in front of the comma.
TokenSpan in_front(const Analysis& analysis, const RawScope& scope, TokenSpan sentence) {
  const TokenSpan words = sayer_and_cue(analysis, scope);
  if (words.begin < sentence.begin + 3) return {};
  const std::string_view mark = analysis.text(analysis[words.begin - 1]);
  if (!is_one_of(mark, {",", "”", "\"", "''", "’"})) return {};
  const TokenSpan before{sentence.begin, words.begin - 1};
  return has_verb(analysis, before) ? before : TokenSpan{};
}

}  // namespace

void find_linear_scopes(const BlockContext& context, Findings& found) {
  const Analysis& analysis = context.analysis();
  for (RawScope& scope : found.bare) {
    if (!scope.frame->clause || scope.rule == "quotation" || scope.rule == "noun-of-saying") continue;
    const TokenSpan sentence = ground::punctuated_sentence(analysis, scope.word);
    scope.content = behind_that(analysis, scope, sentence);
    scope.rule = "say-that-linear";
    if (scope.content.empty() && scope.frame->is_plain) {
      scope.content = in_front(analysis, scope, sentence);
      scope.rule = "say-behind-linear";
    }
    if (scope.content.empty() && scope.frame->is_plain) {
      scope.content = behind(analysis, scope, sentence);
      scope.rule = "say-linear";
    }
    scope.content = without_edges(analysis, scope.content);
    if (!scope.content.empty()) found.scopes.push_back(scope);
  }
}

}  // namespace counterclaim::attribute
