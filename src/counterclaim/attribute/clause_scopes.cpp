#include <algorithm>

#include "counterclaim/attribute/cue_words.h"
#include "counterclaim/attribute/frame_contents.h"
#include "counterclaim/attribute/sayer.h"
#include "counterclaim/attribute/scope_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using language::Analysis;
using language::Token;

constexpr std::uint32_t kLongestLightVerbCue = 9;  // tokens: "issued a statement on Tuesday saying"

class VerbScopes {
 public:
  VerbScopes(const BlockContext& context, Findings& found)
      : context_(context), lexicon_(context.lexicon), analysis_(context.analysis()), found_(found) {}

  void run() {
    for (const Token& token : analysis_.tokens()) {
      if (!ground::is_verbal(token) && token.pos != language::Pos::kNoun) continue;
      const auto frames = lexicon_.verb_frames(analysis_.lemma(token));
      if (frames.empty() || (!ground::is_verbal(token) && !looks_like_verb(token))) continue;
      // "…, citing the mayor, …" is read as a phrase.
      if (lexicon_.is_source_participle(analysis_.lower(token)) && !child_with_dep(analysis_, token, {"aux"})) continue;
      read(token, frames);
    }
  }

 private:
  // A verb that was tagged as a noun still has a subject or a clause.
  bool looks_like_verb(const Token& token) const {
    return child_with_dep(analysis_, token, {"nsubj"}) && child_with_dep(analysis_, token, {"ccomp"});
  }

  void read(const Token& verb, std::span<const SayingFrame> frames) {
    const CueWords cue = cue_words(lexicon_, analysis_, verb.index);
    const Sayer sayer = sayer_of(context_, verb.index);
    if (!sayer.token && hearsay(verb, frames, cue)) return;
    for (const SayingFrame& frame : frames) {
      if (const auto contents = frame_contents(frame, analysis_, verb.index)) {
        if (frame.quotation && !frame.clause && !context_.quotation_at(contents->content.begin)) continue;
        add(verb, frame, cue, sayer, *contents);
        return;
      }
      if (frame.clause && frame.with.empty() && parenthesis(verb, frame, cue, sayer)) return;
      if (frame.declines_speech && cue.is_negated && sayer.token) {
        add_refusal(verb, frame, cue, sayer);
        return;
      }
    }
    for (const SayingFrame& frame : frames) {
      if (!(frame.clause || frame.quotation) || !frame.with.empty() || frame.is_attitude || !sayer.token) continue;
      if (frame.needs_speaker && !sayer.can_speak) continue;
      RawScope scope = make(verb, frame, cue, sayer, {});
      scope.cue = with_colon(scope.cue);
      found_.bare.push_back(scope);
      return;
    }
  }

  RawScope make(const Token& verb, const SayingFrame& frame, const CueWords& cue, const Sayer& sayer,
                const FrameContents& contents) const {
    RawScope scope;
    scope.content = contents.content;
    scope.cue = cue.tokens;
    scope.sayer = sayer.token;
    scope.frame = &frame;
    scope.word = verb.index;
    scope.stance = frame.stance;
    scope.target = contents.target;
    scope.is_statement = !cue.is_negated && !cue.is_undone && !cue.is_unreal;
    scope.rule = contents.rule;
    return scope;
  }

  void add(const Token& verb, const SayingFrame& frame, const CueWords& cue, const Sayer& sayer,
           const FrameContents& contents) {
    if (!sayer.token) return;
    if (frame.needs_speaker && !sayer.can_speak && (contents.rule != "say-clause" || frame.is_attitude)) return;
    RawScope scope = make(verb, frame, cue, sayer, contents);
    if (contents.with && *contents.with <= scope.cue.end + 1)
      scope.cue.end = std::max(scope.cue.end, *contents.with + 1);
    scope.cue = with_colon(with_light_verb(verb, scope.cue));
    if (sayer.upper_verb) cut_upper_content(*sayer.upper_verb, verb);
    found_.scopes.push_back(scope);
  }

  // "did not comment", "declined to say"
  void add_refusal(const Token& verb, const SayingFrame& frame, const CueWords& cue, const Sayer& sayer) {
    if (!sayer.can_speak) return;
    RawScope scope = make(verb, frame, cue, sayer, {});
    scope.stance = record::Stance::kRefuses;
    scope.is_statement = !cue.is_unreal;
    scope.rule = "refused-speech";
    found_.scopes.push_back(scope);
  }

  // "is believed to have fled", "it was reported that two died"; not "was told to leave".
  bool hearsay(const Token& verb, std::span<const SayingFrame> frames, const CueWords& cue) {
    if (!child_with_dep(analysis_, verb, {"auxpass"})) return false;
    const bool tells = std::any_of(frames.begin(), frames.end(), [](const SayingFrame& frame) { return frame.clause; });
    const bool orders = std::any_of(frames.begin(), frames.end(), [](const SayingFrame& frame) {
      return frame.infinitive && frame.stance == record::Stance::kDemands;
    });
    const auto said = child_with_dep(analysis_, verb, {"xcomp", "ccomp", "oprd"});
    if (!tells || orders || !said) return false;
    TokenSpan content = analysis_.subtree(analysis_[*said]);
    if (const auto subject = child_with_dep(analysis_, verb, {"nsubjpass"})) {
      if (analysis_.lower(analysis_[*subject]) != "it")
        content.begin = std::min(content.begin, analysis_[*subject].left_edge);
    }
    found_.hedges.push_back({cue.tokens, content});
    return true;
  }

  // "issued a statement saying": the verb that issues it belongs to the words of saying.
  TokenSpan with_light_verb(const Token& verb, TokenSpan cue) const {
    if (verb.is_root() || !has_dep(analysis_, verb, {"acl", "relcl"})) return cue;
    if (child_with_dep(analysis_, verb, {"nsubj"})) return cue;
    const Token& noun = analysis_[verb.head];
    if (!lexicon_.is_document(analysis_.lemma(noun)) || noun.is_root() || !has_dep(analysis_, noun, {"dobj"}))
      return cue;
    const Token& light = analysis_[noun.head];
    if (light.index >= noun.index || cue.end - light.index > kLongestLightVerbCue) return cue;
    return {cue_words(lexicon_, analysis_, light.index).tokens.begin, cue.end};
  }

  // "The mayor said:" announces by its colon too.
  TokenSpan with_colon(TokenSpan cue) const {
    if (cue.end < analysis_.size() && analysis_.text(analysis_[cue.end]) == ":") ++cue.end;
    return cue;
  }

  // "Peru said that the road was shut and accused Chile": what Peru said ends before "and accused".
  void cut_upper_content(std::uint32_t upper_verb, const Token& verb) {
    for (RawScope& scope : found_.scopes) {
      if (scope.word != upper_verb || !scope.frame || !scope.content.contains(verb.index)) continue;
      std::uint32_t end = verb.left_edge;
      while (end > scope.content.begin + 1 &&
             (has_dep(analysis_, analysis_[end - 1], {"cc", "punct"}) || analysis_[end - 1].is_space))
        --end;
      if (end > scope.content.begin) scope.content = without_edges(analysis_, {scope.content.begin, end});
    }
  }

  // "as the ministry said"
  bool is_as_clause(const Token& verb) const {
    if (!has_dep(analysis_, verb, {"advcl"})) return false;
    const auto mark = child_with_dep(analysis_, verb, {"mark"});
    return mark && analysis_.lower(analysis_[*mark]) == "as" && mark == verb.left_edge;
  }

  // "Chilean artillery, officials in Lima say, fired": the verb of saying hangs on what is said.
  bool parenthesis(const Token& verb, const SayingFrame& frame, const CueWords& cue, const Sayer& sayer) {
    if (verb.is_root() || !sayer.token) return false;
    if (!has_dep(analysis_, verb, {"parataxis"}) && !is_as_clause(verb)) return false;
    if (sayer.token != child_with_dep(analysis_, verb, {"nsubj"})) return false;
    FrameContents contents;
    contents.rule = "say-parenthesis";
    // "Nine were killed, reports say, shaking the town": the parser may hang it on a noun of the clause.
    std::uint32_t clause = verb.head;
    constexpr int kMostSteps = 4;
    for (int step = 0; step < kMostSteps && !ground::is_verbal(analysis_[clause]); ++step)
      clause = analysis_[clause].head;
    contents.content = analysis_.subtree(analysis_[clause]);
    const TokenSpan own = analysis_.subtree(verb);
    if (own.end + 1 >= contents.content.end) contents.content.end = std::max(own.begin, contents.content.begin);
    if (own.begin <= contents.content.begin) contents.content.begin = std::min(own.end, contents.content.end);
    contents.content = without_edges(analysis_, contents.content);
    if (contents.content.empty()) return false;
    add(verb, frame, cue, sayer, contents);
    return true;
  }

  const BlockContext& context_;
  const SayingLexicon& lexicon_;
  const Analysis& analysis_;
  Findings& found_;
};

}  // namespace

void find_verb_scopes(const BlockContext& context, Findings& found) { VerbScopes(context, found).run(); }

}  // namespace counterclaim::attribute
