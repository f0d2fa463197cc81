#include <algorithm>

#include "counterclaim/attribute/frame_contents.h"
#include "counterclaim/attribute/scope_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using language::Analysis;
using language::Token;

// The clause that a phrase belongs to: the finite verb above it, with all that it is coordinated with.
const Token& clause_above(const Analysis& analysis, const Token& token) {
  const Token* node = &token;
  while (!node->is_root() && !ground::is_verbal(*node)) node = &analysis[node->head];
  while (!node->is_root() && has_dep(analysis, *node, {"conj", "advcl", "auxpass", "aux", "relcl", "acl", "xcomp"}))
    node = &analysis[node->head];
  return *node;
}

class PhraseScopes {
 public:
  PhraseScopes(const BlockContext& context, Findings& found)
      : context_(context), lexicon_(context.lexicon), analysis_(context.analysis()), found_(found) {}

  void run() {
    for (std::uint32_t token = 0; token < analysis_.size(); ++token) {
      if (const auto phrase = lexicon_.source_phrases().longest(analysis_, token)) {
        preposition(token, phrase->end);
        token = phrase->end - 1;
      } else if (analysis_.lower(analysis_[token]) == "by") {
        by_count(analysis_[token]);
      } else if (lexicon_.is_source_participle(analysis_.lower(analysis_[token]))) {
        participle(analysis_[token]);
      } else if (lexicon_.is_hearsay_adverb(analysis_.lower(analysis_[token]))) {
        hearsay(analysis_[token]);
      }
    }
  }

 private:
  // The noun behind the phrase, by the tree or else the end of the first noun phrase.
  std::optional<std::uint32_t> source_behind(std::uint32_t begin, std::uint32_t end) const {
    if (const auto object = child_with_dep(analysis_, analysis_[end - 1], {"pobj"})) return object;
    const TokenSpan sentence = ground::sentence_of(analysis_, begin);
    for (std::uint32_t token = end; token < sentence.end; ++token) {
      const Token& there = analysis_[token];
      const bool last = token + 1 == sentence.end || !ground::is_noun(analysis_[token + 1]);
      if (ground::is_noun(there) && last) return token;
      if (there.pos == language::Pos::kPunct || ground::is_verbal(there)) break;
    }
    return std::nullopt;
  }

  void preposition(std::uint32_t begin, std::uint32_t end) {
    if (end >= analysis_.size()) return;
    const auto source = source_behind(begin, end);
    if (!source || lexicon_.is_no_source(analysis_.lemma(analysis_[*source]))) return;
    const Token& noun = analysis_[*source];
    // "per day", "per capita": a source after "per" is a name.
    if (analysis_.lower(analysis_[begin]) == "per" && noun.pos != language::Pos::kPropn) return;
    const Token& clause = clause_above(analysis_, analysis_[analysis_[begin].head]);
    TokenSpan content = analysis_.subtree(clause);
    // A bracketed or trailing phrase may hang on the noun before it in a sentence without a verb.
    if (!content.contains(begin)) content.end = noun.right_edge + 1;
    add(content, {begin, end}, noun.index, "according-to");
  }

  // "by the ministry's count"
  void by_count(const Token& preposition) {
    const auto count = child_with_dep(analysis_, preposition, {"pobj"});
    if (!count || preposition.is_root() || !lexicon_.is_count(analysis_.lemma(analysis_[*count]))) return;
    const auto owner = child_with_dep(analysis_, analysis_[*count], {"poss"});
    if (!owner || analysis_[*owner].pos == language::Pos::kPron) return;
    const Token& clause = clause_above(analysis_, analysis_[preposition.head]);
    add(analysis_.subtree(clause), {preposition.index, *count + 1}, *owner, "by-count");
  }

  // "reportedly"
  void hearsay(const Token& adverb) {
    const Token& clause = clause_above(analysis_, analysis_[adverb.head]);
    found_.hedges.push_back({{adverb.index, adverb.index + 1}, analysis_.subtree(clause)});
  }

  void participle(const Token& verb) {
    const auto object = child_with_dep(analysis_, verb, {"dobj", "pobj"});
    if (!object || verb.is_root()) return;
    const Token& noun = analysis_[*object];
    if (noun.pos != language::Pos::kPropn && !context_.can_speak(noun.index)) return;
    const Token& clause = clause_above(analysis_, analysis_[verb.head]);
    // The quoted source is the inner one: it speaks over what the clause's own verb of saying introduces.
    const TokenSpan content = analysis_.subtree(clause);
    for (const RawScope& scope : found_.scopes) {
      if (scope.content.empty() || !scope.sayer || scope.cue.begin < content.begin || scope.cue.end > content.end)
        continue;
      if (scope.content.contains(verb.index)) continue;
      add(scope.content, {verb.index, verb.index + 1}, noun.index, "citing", scope.sayer);
      return;
    }
    add(content, {verb.index, verb.index + 1}, noun.index, "citing");
  }

  void add(TokenSpan content, TokenSpan cue, std::uint32_t sayer, std::string_view rule,
           std::optional<std::uint32_t> via = std::nullopt) {
    RawScope scope;
    scope.via = via;
    scope.content = without_phrase(content, {cue.begin, std::max(cue.end, analysis_[sayer].right_edge + 1)});
    scope.cue = cue;
    scope.sayer = sayer;
    scope.rule = rule;
    found_.scopes.push_back(scope);
  }

  // What is said without the words for who says it, where these stand at one end.
  TokenSpan without_phrase(TokenSpan content, TokenSpan phrase) const {
    TokenSpan rest = content;
    if (!content.overlaps(phrase)) return without_edges(analysis_, content);
    if (phrase.begin <= without_edges(analysis_, content).begin) rest.begin = std::min(phrase.end, rest.end);
    if (phrase.end >= without_edges(analysis_, content).end) rest.end = std::max(phrase.begin, rest.begin);
    rest = without_edges(analysis_, rest);
    return rest.empty() ? content : rest;
  }

  const BlockContext& context_;
  const SayingLexicon& lexicon_;
  const Analysis& analysis_;
  Findings& found_;
};

}  // namespace

void find_phrase_scopes(const BlockContext& context, Findings& found) { PhraseScopes(context, found).run(); }

}  // namespace counterclaim::attribute
