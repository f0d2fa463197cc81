#include <algorithm>

#include "counterclaim/attribute/cue_words.h"
#include "counterclaim/attribute/frame_contents.h"
#include "counterclaim/attribute/scope_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Pos;
using language::Token;

class NounScopes {
 public:
  NounScopes(const BlockContext& context, Findings& found)
      : context_(context), lexicon_(context.lexicon), analysis_(context.analysis()), found_(found) {}

  void run() {
    for (const Token& token : analysis_.tokens()) {
      if (token.pos == Pos::kNoun)
        noun(token);
      else if (token.pos == Pos::kAdj)
        adjective(token);
    }
  }

 private:
  // "phone call", "conference call"
  bool is_compound(const Token& noun) const {
    const auto child = child_with_dep(analysis_, noun, {"compound"});
    return child && !context_.block.party_at(*child) && !context_.party_heads[*child];
  }

  void noun(const Token& noun) {
    const auto frames = lexicon_.noun_frames(analysis_.lemma(noun));
    if (frames.empty() || is_compound(noun)) return;
    for (const SayingFrame& frame : frames) {
      const TokenSpan content = content_of(noun, frame);
      const auto addressee = party_behind(noun, frame);
      if (content.empty() && !addressee) continue;
      TokenSpan cue{noun.index, noun.index + 1};
      const auto owner = owner_of(noun, cue);
      if (!owner) return;
      RawScope scope = make(noun, frame, content, cue, *owner, "noun-of-saying");
      scope.target = addressee;
      found_.scopes.push_back(scope);
      return;
    }
    if (!drawn(noun, frames.front())) announcing(noun, frames.front());
  }

  // "The raid drew condemnation from Bolivia": what is said is about the subject.
  bool drawn(const Token& noun, const SayingFrame& frame) {
    if (frame.is_plain || noun.is_root() || !has_dep(analysis_, noun, {"dobj"})) return false;
    const Token& verb = analysis_[noun.head];
    const auto subject = ground::subject_of(analysis_, verb.index);
    if (!subject || !lexicon_.is_context(ContextWord::kDraws, analysis_.lemma(verb))) return false;
    auto owner = owner_behind(noun);
    if (!owner) owner = owner_behind(verb);
    if (!owner) return false;
    const TokenSpan content = without_edges(analysis_, analysis_.subtree(analysis_[*subject]));
    if (content.empty()) return false;
    found_.scopes.push_back(make(noun, frame, content, {noun.index, noun.index + 1}, *owner, "noun-of-saying"));
    return true;
  }

  // `The ministry issued a statement: "…"`
  void announcing(const Token& noun, const SayingFrame& frame) {
    if (!frame.is_plain || !frame.clause || !has_dep(analysis_, noun, {"dobj"})) return;
    TokenSpan cue{noun.index, noun.index + 1};
    const auto owner = owner_of(noun, cue);
    if (!owner || cue.begin == noun.index) return;
    found_.bare.push_back(make(noun, frame, {}, cue, *owner, "noun-of-saying"));
  }

  // "The ministry is confident that …"
  void adjective(const Token& adjective) {
    const auto frames = lexicon_.adjective_frames(analysis_.lemma(adjective));
    if (frames.empty() || adjective.is_root() || !has_dep(analysis_, adjective, {"acomp", "attr", "oprd"})) return;
    const Token& verb = analysis_[adjective.head];
    const auto subject = ground::subject_of(analysis_, verb.index);
    if (!subject || !context_.can_speak(*subject)) return;
    for (const SayingFrame& frame : frames) {
      const TokenSpan content = content_of(adjective, frame);
      if (content.empty()) continue;
      const CueWords words = cue_words(lexicon_, analysis_, verb.index);
      RawScope scope =
          make(adjective, frame, content, {words.tokens.begin, adjective.index + 1}, *subject, "adjective-of-saying");
      scope.is_statement = !words.is_negated && !words.is_undone && !words.is_unreal;
      found_.scopes.push_back(scope);
      return;
    }
  }

  RawScope make(const Token& word, const SayingFrame& frame, TokenSpan content, TokenSpan cue, std::uint32_t owner,
                std::string_view rule) const {
    RawScope scope;
    scope.content = content;
    scope.cue = cue;
    scope.sayer = owner;
    scope.frame = &frame;
    scope.word = word.index;
    scope.stance = frame.stance;
    scope.rule = rule;
    if (const auto determiner = child_with_dep(analysis_, word, {"det"}))
      scope.is_statement = !lexicon_.is_context(ContextWord::kNegative, analysis_.lower(analysis_[*determiner]));
    return scope;
  }

  TokenSpan content_of(const Token& word, const SayingFrame& frame) const {
    for (const std::uint32_t child : analysis_.children(word)) {
      const Token& token = analysis_[child];
      if (child < word.index) continue;
      if (has_dep(analysis_, token, {"acl", "ccomp", "relcl", "xcomp"})) {
        const bool infinitive = starts_with_to(token);
        const bool that = is_one_of(analysis_.lower(analysis_[token.left_edge]), {"that"}) &&
                          has_dep(analysis_, analysis_[token.left_edge], {"mark"});
        if ((infinitive && frame.infinitive) || (frame.clause && (that || has_dep(analysis_, token, {"ccomp"}))))
          return without_edges(analysis_, analysis_.subtree(token));
      }
      if (has_dep(analysis_, token, {"prep"}) && is_with(frame, token))
        return without_edges(analysis_, {child + 1, token.right_edge + 1});
    }
    return {};
  }

  bool starts_with_to(const Token& clause) const {
    for (const std::uint32_t child : analysis_.children(clause)) {
      if (child < clause.index && has_dep(analysis_, analysis_[child], {"aux"}) &&
          analysis_.tag(analysis_[child]) == "TO")
        return true;
    }
    return false;
  }

  // "Peru's announcement of a truce"; a neutral noun needs its owner in front, or "the report of the flood" is one.
  bool is_with(const SayingFrame& frame, const Token& preposition) const {
    if (frame.is_plain && !child_with_dep(analysis_, analysis_[preposition.head], {"poss"})) return false;
    return std::any_of(frame.with.begin(), frame.with.end(),
                       [&](const std::string& word) { return word == analysis_.lower(preposition); });
  }

  // "Peru's claims", "Peruvian claims", "claims by Peru", "Peru made the claim"; the last lengthens the cue.
  std::optional<std::uint32_t> owner_of(const Token& noun, TokenSpan& cue) const {
    if (const auto owner = child_with_dep(analysis_, noun, {"poss"}))
      return context_.can_speak(*owner) ? owner : std::nullopt;
    if (const auto owner = owner_behind(noun)) return owner;
    for (const std::uint32_t child : analysis_.children(noun)) {
      const Token& token = analysis_[child];
      if (child < noun.index && has_dep(analysis_, token, {"amod", "compound", "nmod"}) &&
          (context_.block.party_at(child) || context_.party_heads[child]))
        return child;
    }
    if (noun.is_root() || !has_dep(analysis_, noun, {"dobj"})) return std::nullopt;
    const Token& verb = analysis_[noun.head];
    if (!lexicon_.is_context(ContextWord::kLight, analysis_.lemma(verb)) || verb.index > noun.index)
      return std::nullopt;
    const auto subject = ground::subject_of(analysis_, verb.index);
    if (!subject || !context_.can_speak(*subject)) return std::nullopt;
    cue.begin = cue_words(lexicon_, analysis_, verb.index).tokens.begin;
    return subject;
  }

  // "claims by Peru", "condemnation from the mayor"
  std::optional<std::uint32_t> owner_behind(const Token& noun) const {
    for (const std::uint32_t child : analysis_.children(noun)) {
      const Token& token = analysis_[child];
      if (!has_dep(analysis_, token, {"prep", "agent"}) || !is_one_of(analysis_.lower(token), {"by", "from"})) continue;
      const auto object = child_with_dep(analysis_, token, {"pobj"});
      if (object && context_.can_speak(*object)) return object;
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> party_behind(const Token& noun, const SayingFrame& frame) const {
    for (const std::uint32_t child : analysis_.children(noun)) {
      const Token& token = analysis_[child];
      const bool known = std::find(frame.target_behind.begin(), frame.target_behind.end(), analysis_.lower(token)) !=
                         frame.target_behind.end();
      if (known && has_dep(analysis_, token, {"prep"})) return child_with_dep(analysis_, token, {"pobj"});
    }
    return std::nullopt;
  }

  const BlockContext& context_;
  const SayingLexicon& lexicon_;
  const Analysis& analysis_;
  Findings& found_;
};

}  // namespace

void find_noun_scopes(const BlockContext& context, Findings& found) { NounScopes(context, found).run(); }

}  // namespace counterclaim::attribute
