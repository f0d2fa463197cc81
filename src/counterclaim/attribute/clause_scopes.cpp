#include <algorithm>

#include "counterclaim/attribute/sayer.h"
#include "counterclaim/attribute/scope_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using language::Analysis;
using language::Token;

class VerbScopes {
 public:
  VerbScopes(const SayingLexicon& lexicon, const Analysis& analysis, std::vector<RawScope>& found)
      : lexicon_(lexicon), analysis_(analysis), found_(found) {}

  void run() {
    for (const Token& token : analysis_.tokens()) {
      if (!ground::is_verbal(token) && token.pos != language::Pos::kNoun) continue;
      const SayingVerb* frame = lexicon_.verb(analysis_.lemma(token));
      if (!frame || (!ground::is_verbal(token) && !looks_like_verb(token))) continue;
      if (const auto sayer = sayer_of(lexicon_, analysis_, token.index)) read(token, *frame, *sayer);
    }
  }

 private:
  // A verb that was tagged as a noun still has a subject or a clause.
  bool looks_like_verb(const Token& token) const {
    return child_with_dep(analysis_, token, {"nsubj"}) && child_with_dep(analysis_, token, {"ccomp"});
  }

  void read(const Token& verb, const SayingVerb& frame, std::uint32_t sayer) {
    const std::size_t before = found_.size();
    if (frame.clause) {
      for (const std::uint32_t child : analysis_.children(verb)) {
        if (has_dep(analysis_, analysis_[child], {"ccomp"})) add(analysis_[child], verb, frame, sayer, "say-clause");
      }
      parenthesis(verb, frame, sayer);
      passive(verb, frame, sayer);
    }
    if (frame.object || frame.predicate) objects(verb, frame, sayer);
    if (frame.complement) complement(verb, frame, sayer);
    if (frame.clause && found_.size() == before) broken_clause(verb, frame, sayer);
  }

  void add(const Token& content, const Token& verb, const SayingVerb& frame, std::uint32_t sayer,
           std::string_view rule) {
    add_span(analysis_.subtree(content), verb, frame, sayer, rule);
  }

  void add_span(TokenSpan content, const Token& verb, const SayingVerb& frame, std::uint32_t sayer,
                std::string_view rule) {
    found_.push_back({content, {verb.index, verb.index + 1}, sayer, frame.stance, rule});
  }

  // "Chilean artillery, officials in Lima say, fired": the verb of saying hangs on what is said.
  void parenthesis(const Token& verb, const SayingVerb& frame, std::uint32_t sayer) {
    if (verb.is_root() || !has_dep(analysis_, verb, {"parataxis"})) return;
    add(analysis_[verb.head], verb, frame, sayer, "say-parenthesis");
  }

  // "12 soldiers were reported killed by the army"
  void passive(const Token& verb, const SayingVerb& frame, std::uint32_t sayer) {
    const auto subject = child_with_dep(analysis_, verb, {"nsubjpass"});
    if (subject && *subject != sayer) add(verb, verb, frame, sayer, "say-passive");
  }

  bool object_fits(const SayingVerb& frame, std::string_view lemma) const {
    if (frame.never_objects.contains(std::string(lemma))) return false;
    return frame.only_objects.empty() || frame.only_objects.contains(std::string(lemma));
  }

  void objects(const Token& verb, const SayingVerb& frame, std::uint32_t sayer) {
    const auto object = child_with_dep(analysis_, verb, {"dobj"});
    if (object && !object_fits(frame, analysis_.lemma(analysis_[*object]))) return;
    if (!object && !frame.only_objects.empty()) return;
    if (object && *object != sayer) add(analysis_[*object], verb, frame, sayer, "say-object");
    if (!frame.predicate) return;
    for (const std::uint32_t child : analysis_.children(verb)) {
      if (has_dep(analysis_, analysis_[child], {"prep"}) &&
          ground::is_one_of(analysis_.lower(analysis_[child]), {"at", "to", "as", "from"}))
        add(analysis_[child], verb, frame, sayer, "say-predicate");
    }
  }

  // "accused X of killing four fishermen"
  void complement(const Token& verb, const SayingVerb& frame, std::uint32_t sayer) {
    for (const std::uint32_t child : analysis_.children(verb)) {
      if (has_dep(analysis_, analysis_[child], {"prep", "dobj"}) && child > verb.index)
        add(analysis_[child], verb, frame, sayer, "accuse-complement");
    }
  }

  // "said on Monday that …" where the parser lost the clause: from "that" to the end of the sentence.
  void broken_clause(const Token& verb, const SayingVerb& frame, std::uint32_t sayer) {
    const TokenSpan sentence = ground::punctuated_sentence(analysis_, verb.index);
    const std::uint32_t reach = std::min(sentence.end, verb.index + 7);
    for (std::uint32_t token = verb.index + 1; token < reach; ++token) {
      if (analysis_.lower(analysis_[token]) != "that") continue;
      if (token + 1 < sentence.end) add_span({token + 1, sentence.end}, verb, frame, sayer, "say-that-linear");
      return;
    }
  }

  const SayingLexicon& lexicon_;
  const Analysis& analysis_;
  std::vector<RawScope>& found_;
};

}  // namespace

void find_verb_scopes(const SayingLexicon& lexicon, const Analysis& analysis, std::vector<RawScope>& found) {
  VerbScopes(lexicon, analysis, found).run();
}

}  // namespace counterclaim::attribute
