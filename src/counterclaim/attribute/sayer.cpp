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
  explicit SayerFinder(const BlockContext& context)
      : context_(context), lexicon_(context.lexicon), analysis_(context.analysis()) {}

  Sayer find(std::uint32_t verb) const {
    Sayer found;
    found.upper_verb = verb_above_content(verb);
    const auto sayer = raw(found.upper_verb.value_or(verb), 0);
    if (!sayer || !plausible(*sayer)) return {};
    found.token = person_behind_relative(*sayer);
    found.can_speak = context_.can_speak(*found.token);
    return found;
  }

 private:
  // "Peru said that the road was shut and accused Chile": a finite verb of saying that the parser hangs on what is
  // said, without a subject of its own and in the tense of the verb above, has that verb's subject.
  std::optional<std::uint32_t> verb_above_content(std::uint32_t index) const {
    const Token& verb = analysis_[index];
    const std::string_view tag = analysis_.tag(verb);
    if (!has_dep(analysis_, verb, {"conj"}) || !ground::is_one_of(tag, {"VBD", "VBZ", "VBP"})) return std::nullopt;
    if (child_with_dep(analysis_, verb, {"nsubj", "nsubjpass", "expl"})) return std::nullopt;
    // Where a clause hangs on a thing ("condemned the raid that turned … and vowed"), only what can speak speaks.
    const auto inner = ground::subject_of(analysis_, index);
    const bool thing_inside = !inner || !context_.can_speak(*inner) ||
                              ground::is_one_of(analysis_.lower(analysis_[*inner]), {"that", "which"});
    const Token& first = analysis_[ground::first_conjunct(analysis_, index)];
    // "said that its mayor reported … and denied …": somebody inside may be the one who denies.
    if (!thing_inside && analysis_.tag(first) == tag && !lexicon_.verb_frames(analysis_.lemma(first)).empty())
      return std::nullopt;
    const Token* above = &first;
    for (int step = 0; step < 6 && !above->is_root(); ++step) {
      const bool content = has_dep(analysis_, *above, {"ccomp", "xcomp", "pcomp"});
      above = &analysis_[above->head];
      if (above->index > index) return std::nullopt;
      if (!ground::is_verbal(*above)) continue;
      const bool says = !lexicon_.verb_frames(analysis_.lemma(*above)).empty() && analysis_.tag(*above) == tag;
      if (says && (content || thing_inside)) return above->index;
      if (!thing_inside) return std::nullopt;
    }
    return std::nullopt;
  }

  // "asked what he meant": a participle without an auxiliary tells who suffers the act, not who does it.
  bool is_bare_passive(const Token& verb) const {
    if (analysis_.tag(verb) != "VBN") return false;
    for (const std::uint32_t child : analysis_.children(verb)) {
      if (has_dep(analysis_, analysis_[child], {"auxpass", "nsubjpass"})) return true;
      if (has_dep(analysis_, analysis_[child], {"aux"}) && analysis_.lemma(analysis_[child]) == "have") return false;
      if (has_dep(analysis_, analysis_[child], {"nsubj"})) return false;
    }
    return !has_dep(analysis_, verb, {"conj"}) || verb.is_root() || is_bare_passive_above(verb);
  }

  bool is_bare_passive_above(const Token& verb) const {
    return child_with_dep(analysis_, analysis_[verb.head], {"auxpass"}).has_value();
  }

  std::optional<std::uint32_t> raw(std::uint32_t verb, int depth) const {
    if (depth > 8) return std::nullopt;
    const Token& token = analysis_[verb];
    if (const auto agent = agent_of(token)) return agent;
    if (depth == 0 && is_bare_passive(token)) return std::nullopt;
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
    if (!by || analysis_.tag(verb) != "VBN") return std::nullopt;
    return child_with_dep(analysis_, analysis_[*by], {"pobj"});
  }

  // "quoted the mayor as saying": the object of the verb above the preposition.
  std::optional<std::uint32_t> object_above(const Token& preposition) const {
    const Token& verb = analysis_[preposition.head];
    // Not in "an explanation for saying".
    if (ground::is_noun(verb)) return context_.can_speak(verb.index) ? std::optional(verb.index) : std::nullopt;
    if (const auto object = child_with_dep(analysis_, verb, {"dobj", "nsubjpass"})) return object;
    return child_with_dep(analysis_, verb, {"nsubj"});
  }

  // "issued a statement saying": whoever issued or owns the statement, else the statement.
  std::optional<std::uint32_t> owner_of(const Token& noun) const {
    if (!lexicon_.is_document(analysis_.lemma(noun))) {
      // "Gunmen stormed the hotel shouting": a thing shouts nothing, whoever stormed it does.
      if (!context_.can_speak(noun.index) && !noun.is_root() && ground::is_verbal(analysis_[noun.head])) {
        if (const auto subject = ground::subject_of(analysis_, noun.head)) return subject;
      }
      return noun.index;
    }
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
    if (token.pos == Pos::kNum)
      return child_with_dep(analysis_, token, {"prep"}).has_value();  // "one of the officials"
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

  const BlockContext& context_;
  const SayingLexicon& lexicon_;
  const Analysis& analysis_;
};

}  // namespace

Sayer sayer_of(const BlockContext& context, std::uint32_t verb) { return SayerFinder(context).find(verb); }

}  // namespace counterclaim::attribute
