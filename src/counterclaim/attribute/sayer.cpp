#include "counterclaim/attribute/sayer.h"

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::attribute {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using language::Analysis;
using language::Pos;
using language::Token;

class SayerFinder {
 public:
  SayerFinder(const SayingLexicon& lexicon, const Analysis& analysis) : lexicon_(lexicon), analysis_(analysis) {}

  std::optional<std::uint32_t> find(std::uint32_t verb) const {
    const auto sayer = raw(verb, 0);
    if (!sayer || !plausible(*sayer)) return std::nullopt;
    return person_behind_relative(*sayer);
  }

 private:
  std::optional<std::uint32_t> raw(std::uint32_t verb, int depth) const {
    if (depth > 8) return std::nullopt;
    const Token& token = analysis_[verb];
    if (const auto agent = agent_of(token)) return agent;
    if (child_with_dep(analysis_, token, {"nsubjpass"})) return std::nullopt;
    if (const auto subject = child_with_dep(analysis_, token, {"nsubj"})) return subject;
    if (token.is_root()) return std::nullopt;
    const Token& head = analysis_[token.head];
    if (has_dep(analysis_, token, {"conj", "xcomp", "advcl", "prep"}) && ground::is_verbal(head))
      return raw(token.head, depth + 1);
    if (has_dep(analysis_, token, {"pcomp"})) return object_above(head);
    if (has_dep(analysis_, token, {"acl"}) && ground::is_noun(head)) return owner_of(head);
    return std::nullopt;
  }

  // "was reported by the army"
  std::optional<std::uint32_t> agent_of(const Token& verb) const {
    const auto by = child_with_dep(analysis_, verb, {"agent"});
    if (!by || !child_with_dep(analysis_, verb, {"auxpass", "nsubjpass"})) return std::nullopt;
    return child_with_dep(analysis_, analysis_[*by], {"pobj"});
  }

  // "quoted the mayor as saying": the object of the verb above the preposition.
  std::optional<std::uint32_t> object_above(const Token& preposition) const {
    const Token& verb = analysis_[preposition.head];
    if (ground::is_noun(verb)) return verb.index;
    if (const auto object = child_with_dep(analysis_, verb, {"dobj", "nsubjpass"})) return object;
    return child_with_dep(analysis_, verb, {"nsubj"});
  }

  // "issued a statement saying": whoever issued or owns the statement, else the statement.
  std::optional<std::uint32_t> owner_of(const Token& noun) const {
    if (!lexicon_.is_document(analysis_.lemma(noun))) return noun.index;
    if (const auto owner = child_with_dep(analysis_, noun, {"poss"})) return owner;
    if (has_dep(analysis_, noun, {"dobj"}) && ground::is_verbal(analysis_[noun.head])) {
      if (const auto subject = ground::subject_of(analysis_, noun.head)) return subject;
    }
    return noun.index;
  }

  bool plausible(std::uint32_t sayer) const {
    const Token& token = analysis_[sayer];
    if (token.pos == Pos::kPron) {
      return !ground::is_one_of(analysis_.lower(token),
                                {"that", "this", "what", "there", "these", "those", "nobody", "which", "i", "we", "you",
                                 "me", "us", "myself", "ourselves"}) ||
             has_dep(analysis_, analysis_[token.head], {"relcl"});
    }
    if (token.pos == Pos::kPropn) return true;
    if (token.pos == Pos::kNum) return false;
    const std::string_view lemma = analysis_.lemma(token);
    return lexicon_.is_source(lemma) || lexicon_.is_document(lemma) || token.pos == Pos::kNoun ||
           token.pos == Pos::kAdj || token.pos == Pos::kDet;
  }

  // "officials, who said": the noun that the relative clause hangs on.
  std::uint32_t person_behind_relative(std::uint32_t sayer) const {
    const Token& token = analysis_[sayer];
    const Token& verb = analysis_[token.head];
    const bool relative = ground::is_one_of(analysis_.lower(token), {"who", "which", "that"});
    return relative && has_dep(analysis_, verb, {"relcl"}) ? verb.head : sayer;
  }

  const SayingLexicon& lexicon_;
  const Analysis& analysis_;
};

}  // namespace

std::optional<std::uint32_t> sayer_of(const SayingLexicon& lexicon, const Analysis& analysis, std::uint32_t verb) {
  return SayerFinder(lexicon, analysis).find(verb);
}

}  // namespace counterclaim::attribute
