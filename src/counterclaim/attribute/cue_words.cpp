#include "counterclaim/attribute/cue_words.h"

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::has_dep;
using language::Analysis;
using language::Token;

// Auxiliaries and adverbs in front of the verb, and its particle behind.
TokenSpan with_auxiliaries(const SayingLexicon& lexicon, const Analysis& analysis, const Token& verb) {
  TokenSpan span{verb.index, verb.index + 1};
  while (span.begin > 0) {
    const Token& before = analysis[span.begin - 1];
    const bool single = before.left_edge == before.index && before.right_edge == before.index;
    if (before.head != verb.index || !single || !has_dep(analysis, before, {"aux", "auxpass", "neg", "advmod"})) break;
    if (lexicon.is_context(ContextWord::kConnective, analysis.lower(before))) break;
    --span.begin;
  }
  if (span.end < analysis.size() && analysis[span.end].head == verb.index &&
      has_dep(analysis, analysis[span.end], {"prt"}))
    ++span.end;
  return span;
}

class Circumstances {
 public:
  Circumstances(const SayingLexicon& lexicon, const Analysis& analysis, const Token& verb)
      : lexicon_(lexicon), analysis_(analysis), verb_(verb) {}

  bool is_negated() const {
    for (const std::uint32_t child : analysis_.children(verb_)) {
      const Token& token = analysis_[child];
      if (has_dep(analysis_, token, {"neg"})) return true;
      if (child < verb_.index && has_dep(analysis_, token, {"advmod", "preconj"}) && is(ContextWord::kNegative, token))
        return true;
    }
    return has_negative_subject() || is_second_of_nor();
  }

  // "neither confirmed nor denied"
  bool is_second_of_nor() const {
    if (verb_.is_root() || !has_dep(analysis_, verb_, {"conj"})) return false;
    for (const std::uint32_t child : analysis_.children(analysis_[verb_.head])) {
      if (child < verb_.index && has_dep(analysis_, analysis_[child], {"cc", "preconj"}) &&
          is(ContextWord::kNegative, analysis_[child]))
        return true;
    }
    return false;
  }

  // "has yet to say", "failed to say", "stopped short of saying"
  bool is_undone() const {
    if (verb_.is_root() || !has_dep(analysis_, verb_, {"xcomp", "pcomp", "advcl", "ccomp", "acl"})) return false;
    const Token* above = &analysis_[verb_.head];
    if (above->index < verb_.index && is(ContextWord::kUndoes, *above)) return true;
    // "refrained from saying"
    if (above->pos == language::Pos::kAdp) above = &analysis_[above->head];
    if (above->index < verb_.index && is(ContextWord::kUndoes, *above)) return true;
    return verb_.index > 1 && analysis_.lower(analysis_[verb_.index - 2]) == "yet";
  }

  bool is_unreal() const { return has_condition() || is_wanted() || is_asked() || is_purpose(); }

 private:
  bool is(ContextWord context, const Token& token) const {
    return lexicon_.is_context(context, analysis_.lemma(token)) || lexicon_.is_context(context, analysis_.lower(token));
  }

  // "nobody said", "no group has claimed"
  bool has_negative_subject() const {
    const auto subject = ground::subject_of(analysis_, verb_.index);
    if (!subject) return false;
    if (is(ContextWord::kNegative, analysis_[*subject])) return true;
    // "not one official", "hardly anyone"
    const Token& first = analysis_[analysis_[*subject].left_edge];
    if (has_dep(analysis_, first, {"neg", "advmod"}) &&
        (is(ContextWord::kNegative, first) || analysis_.lower(first) == "not"))
      return true;
    for (const std::uint32_t child : analysis_.children(analysis_[*subject])) {
      if (has_dep(analysis_, analysis_[child], {"det", "neg", "preconj"}) &&
          is(ContextWord::kNegative, analysis_[child]))
        return true;
    }
    return false;
  }

  // "if the ministry says", "would say"
  bool has_condition() const {
    for (const std::uint32_t child : analysis_.children(verb_)) {
      if (child > verb_.index) break;
      const Token& token = analysis_[child];
      if (has_dep(analysis_, token, {"mark"}) && is(ContextWord::kConditional, token)) return true;
      if (has_dep(analysis_, token, {"aux"}) && analysis_.tag(token) == "MD") return true;
    }
    return false;
  }

  // "wants the mayor to say", "was asked to confirm"
  bool is_wanted() const {
    if (verb_.is_root() || analysis_.tag(verb_) != "VB" ||
        !has_dep(analysis_, verb_, {"xcomp", "ccomp", "acl", "pcomp"}))
      return false;
    return is(ContextWord::kWants, analysis_[verb_.head]);
  }

  // "To highlight the danger, the mayor closed the road."
  bool is_purpose() const {
    if (verb_.is_root() || verb_.index > verb_.head || !has_dep(analysis_, verb_, {"advcl"})) return false;
    const auto to = ground::child_with_dep(analysis_, verb_, {"aux"});
    return to && analysis_.tag(analysis_[*to]) == "TO";
  }

  // "Did the mayor say …?"
  bool is_asked() const {
    const TokenSpan sentence = ground::sentence_of(analysis_, verb_.index);
    return verb_.is_root() && analysis_.text(analysis_[sentence.end - 1]) == "?" &&
           has_dep(analysis_, analysis_[sentence.begin], {"aux", "auxpass"});
  }

  const SayingLexicon& lexicon_;
  const Analysis& analysis_;
  const Token& verb_;
};

}  // namespace

CueWords cue_words(const SayingLexicon& lexicon, const Analysis& analysis, std::uint32_t verb) {
  const Circumstances circumstances(lexicon, analysis, analysis[verb]);
  return {with_auxiliaries(lexicon, analysis, analysis[verb]), circumstances.is_negated(), circumstances.is_undone(),
          circumstances.is_unreal()};
}

}  // namespace counterclaim::attribute
