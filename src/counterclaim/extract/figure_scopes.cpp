#include "counterclaim/extract/figure_scopes.h"

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {

using attribute::Scope;
using ground::child_with_dep;
using ground::has_dep;
using language::Analysis;
using language::Token;

namespace {

// The head of the relative clause that the trigger stands in.
std::optional<std::uint32_t> noun_of_relative_clause(const Analysis& analysis, std::uint32_t trigger) {
  constexpr int kMostSteps = 6;
  std::uint32_t node = trigger;
  for (int step = 0; step < kMostSteps && !analysis[node].is_root(); ++step) {
    const Token& token = analysis[node];
    if (has_dep(analysis, token, {"relcl"})) return token.head;
    if (has_dep(analysis, token, {"ccomp", "parataxis"})) return std::nullopt;
    node = token.head;
  }
  return std::nullopt;
}

const Scope* parent_of(const BlockView& view, const Scope& scope) {
  return scope.parent ? &view.scopes.scopes()[*scope.parent] : nullptr;
}

}  // namespace

namespace {

// "the attack", "its raid": something known, not told of now.
bool is_definite(const Analysis& analysis, std::uint32_t noun) {
  if (child_with_dep(analysis, analysis[noun], {"poss"})) return true;
  const auto article = child_with_dep(analysis, analysis[noun], {"det"});
  return article && ground::is_one_of(analysis.lower(analysis[*article]), {"the", "this", "that", "these", "those"});
}

// "Peru said the attack that killed 12 …", "Peru published a film of an ambush in which 12 were killed": what the
// relative clause tells is known apart from what is said. Not so where the words of saying follow or cover the whole
// sentence.
bool is_known_apart(const BlockView& view, const Scope& scope, const Trigger& trigger) {
  if (scope.cue_block != view.block || scope.cue.empty() || scope.cue.begin >= scope.content.end) return false;
  const auto noun = noun_of_relative_clause(view.analysis(), trigger.token);
  if (!noun || !scope.content.contains(*noun) || scope.cue.begin > *noun) return false;
  if (scope.rule == "say-object") return true;
  return scope.rule.starts_with("say-") && is_definite(view.analysis(), *noun);
}

}  // namespace

const Scope* scope_of(const BlockView& view, const CountedPhrase& phrase, const Trigger& trigger) {
  const Scope* scope = view.scopes.innermost(view.block, phrase.root);
  if (!scope) scope = view.scopes.innermost(view.block, trigger.token);
  if (!scope) return nullptr;
  return is_known_apart(view, *scope, trigger) ? parent_of(view, *scope) : scope;
}

bool is_denied(const BlockView& view, const Scope& scope) {
  constexpr int kMostLevels = 4;
  const Scope* level = &scope;
  for (int step = 0; step < kMostLevels && level; ++step) {
    if (level->stance == record::Stance::kDenies || level->stance == record::Stance::kRefuses) return true;
    level = parent_of(view, *level);
  }
  return false;
}

namespace {

// Whether a verb says of its subject or of "it" that it is untrue: "is false", "is not true".
bool denies_subject(const BlockView& view, std::uint32_t verb) {
  const Analysis& analysis = view.analysis();
  bool negated = false, is_true = false, is_untrue = false;
  const auto judge = [&](std::uint32_t token) {
    is_true = is_true || view.lexicon.is_true(analysis.lower(analysis[token]));
    is_untrue = is_untrue || view.lexicon.is_untrue(analysis.lower(analysis[token]));
  };
  judge(verb);
  for (const std::uint32_t child : analysis.children(analysis[verb])) {
    if (has_dep(analysis, analysis[child], {"neg"})) negated = true;
    if (has_dep(analysis, analysis[child], {"acomp", "attr", "oprd", "advmod"})) judge(child);
  }
  return negated ? is_true : is_untrue;
}

bool has_no(const Analysis& analysis, std::uint32_t noun) {
  const auto article = child_with_dep(analysis, analysis[noun], {"det"});
  return article && ground::is_one_of(analysis.lower(analysis[*article]), {"no", "any"}) &&
         (analysis.lower(analysis[*article]) == "no" ||
          (!analysis[noun].is_root() && child_with_dep(analysis, analysis[analysis[noun].head], {"neg"})));
}

}  // namespace

bool is_said_untrue(const BlockView& view, const Trigger& trigger) {
  const Analysis& analysis = view.analysis();
  constexpr int kMostSteps = 6;
  std::uint32_t node = trigger.token;
  for (int step = 0; step < kMostSteps && !analysis[node].is_root(); ++step) {
    const Token& token = analysis[node];
    if (has_dep(analysis, token, {"conj", "relcl", "advcl", "parataxis"})) return false;
    node = token.head;
    if (has_dep(analysis, token, {"xcomp", "dobj", "pcomp"}) &&
        view.lexicon.is_refusing(analysis.lemma(analysis[node])))
      return true;
    if (view.lexicon.is_proof(noun_key(analysis, node)) && ground::is_noun(analysis[node])) {
      if (has_no(analysis, node)) return true;
      if (has_dep(analysis, analysis[node], {"nsubj", "nsubjpass"}) && denies_subject(view, analysis[node].head))
        return true;
    }
    // "it is false that"
    if (has_dep(analysis, token, {"ccomp", "csubj", "csubjpass", "acl"}) && denies_subject(view, node)) return true;
  }
  return false;
}

}  // namespace counterclaim::extract
