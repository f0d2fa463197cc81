#include "counterclaim/extract/event_trigger.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {

using ground::child_with_dep;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Token;

namespace {

constexpr int kMostSteps = 8;

// "that", "who" and "which" give the noun that their clause hangs on.
std::uint32_t antecedent(const Analysis& analysis, std::uint32_t word, std::uint32_t verb) {
  const bool relative = is_one_of(analysis.tag(analysis[word]), {"WDT", "WP", "WP$"});
  for (int step = 0; relative && step < kMostSteps; ++step) {
    const Token& clause = analysis[verb];
    if (clause.is_root()) break;
    if (has_dep(analysis, clause, {"relcl"})) return clause.head;
    if (!has_dep(analysis, clause, {"conj", "xcomp"})) break;
    verb = clause.head;
  }
  return word;
}

// "accused Peru of arming rebels": the parser now and then makes the gerund an adjective of its object.
bool is_gerund_in_front(const Analysis& analysis, std::uint32_t verb) {
  const Token& word = analysis[verb];
  return analysis.tag(word) == "VBG" && has_dep(analysis, word, {"amod", "nmod", "compound"}) && verb > 0 &&
         analysis[verb - 1].pos == language::Pos::kAdp && has_dep(analysis, analysis[word.head], {"pobj"}) &&
         analysis[word.head].head == verb - 1;
}

std::optional<std::uint32_t> own_subject(const Analysis& analysis, std::uint32_t verb) {
  const auto subject = child_with_dep(analysis, analysis[verb], {"nsubj", "nsubjpass"});
  return subject ? std::optional(antecedent(analysis, *subject, verb)) : std::nullopt;
}

// The subject that a verb without one shares: of the verb it is coordinated with, hangs on or completes.
std::optional<std::uint32_t> shared_subject(const Analysis& analysis, std::uint32_t verb) {
  for (int step = 0; step < kMostSteps; ++step) {
    if (const auto subject = own_subject(analysis, verb)) return subject;
    const Token& word = analysis[verb];
    if (word.is_root()) return std::nullopt;
    if (has_dep(analysis, word, {"acl", "relcl"}) && ground::is_noun(analysis[word.head])) return word.head;
    const bool in_front = is_gerund_in_front(analysis, verb);
    if (in_front || has_dep(analysis, word, {"pcomp"})) {
      const std::uint32_t preposition = in_front ? verb - 1 : word.head;
      verb = analysis[preposition].head;
      // "accused Chile of shelling", "blamed rebels for"
      const auto object = child_with_dep(analysis, analysis[verb], {"dobj", "nsubjpass"});
      if (object && is_one_of(analysis.lower(analysis[preposition]), {"of", "for", "from"})) return object;
      if (!ground::is_verbal(analysis[verb])) return std::nullopt;
      continue;
    }
    if (!has_dep(analysis, word, {"conj", "xcomp", "advcl", "dep", "ccomp"})) return std::nullopt;
    // "ordered the army to attack": the object of the verb above does it.
    if (has_dep(analysis, word, {"xcomp", "ccomp"})) {
      if (const auto object = child_with_dep(analysis, analysis[word.head], {"dobj"})) return object;
    }
    verb = word.head;
    if (!ground::is_verbal(analysis[verb])) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> agent_of(const Analysis& analysis, std::uint32_t verb) {
  for (const std::uint32_t child : analysis.children(analysis[verb])) {
    const Token& token = analysis[child];
    if (!has_dep(analysis, token, {"agent"}) && !(has_dep(analysis, token, {"prep"}) && analysis.lower(token) == "by"))
      continue;
    if (const auto object = child_with_dep(analysis, token, {"pobj"})) return object;
  }
  return std::nullopt;
}

// "was captured and killed by rebels": the agent stands behind the last verb.
std::optional<std::uint32_t> shared_agent(const Analysis& analysis, std::uint32_t verb) {
  for (int step = 0; step < kMostSteps; ++step) {
    if (const auto agent = agent_of(analysis, verb)) return agent;
    const auto next = child_with_dep(analysis, analysis[verb], {"conj"});
    if (!next || analysis.tag(analysis[*next]) != "VBN") break;
    verb = *next;
  }
  return std::nullopt;
}

}  // namespace

bool is_adjective(const Analysis& analysis, std::uint32_t verb) {
  return has_dep(analysis, analysis[verb], {"amod", "nmod"}) && !is_gerund_in_front(analysis, verb);
}

bool is_passive(const Analysis& analysis, std::uint32_t verb) {
  for (int step = 0; step < kMostSteps; ++step) {
    const Token& word = analysis[verb];
    if (analysis.tag(word) != "VBN" && analysis.tag(word) != "VBD") return false;
    if (child_with_dep(analysis, word, {"nsubjpass", "auxpass"})) return true;
    if (child_with_dep(analysis, word, {"agent"}) && !child_with_dep(analysis, word, {"dobj"})) return true;
    if (analysis.tag(word) != "VBN" || child_with_dep(analysis, word, {"nsubj", "aux", "dobj"})) return false;
    if (has_dep(analysis, word, {"acl", "amod"})) return true;
    if (!has_dep(analysis, word, {"conj"}) || word.is_root()) return false;
    verb = word.head;
  }
  return false;
}

std::optional<std::uint32_t> doer_of(const Analysis& analysis, std::uint32_t verb) {
  if (is_passive(analysis, verb)) return shared_agent(analysis, verb);
  return shared_subject(analysis, verb);
}

std::optional<std::uint32_t> sufferer_of(const Analysis& analysis, std::uint32_t verb) {
  if (is_passive(analysis, verb)) return shared_subject(analysis, verb);
  if (const auto object = child_with_dep(analysis, analysis[verb], {"dobj"}))
    return antecedent(analysis, *object, verb);
  if (is_gerund_in_front(analysis, verb)) return analysis[verb].head;
  // "the villages Chile took"
  const Token& word = analysis[verb];
  const auto subject = has_dep(analysis, word, {"relcl"}) ? child_with_dep(analysis, word, {"nsubj"}) : std::nullopt;
  if (subject && antecedent(analysis, *subject, verb) == *subject) return word.head;
  return std::nullopt;
}

std::optional<std::uint32_t> object_behind(const Analysis& analysis, std::uint32_t token,
                                           const StringSet& prepositions) {
  for (const std::uint32_t child : analysis.children(analysis[token])) {
    const Token& word = analysis[child];
    if (!has_dep(analysis, word, {"prep", "agent", "dative"}) || !prepositions.contains(analysis.lower(word))) continue;
    if (const auto object = child_with_dep(analysis, word, {"pobj"})) return object;
  }
  // "the capture of six guards by Peru": the parser hangs "by" on the guards.
  if (!prepositions.contains("by")) return std::nullopt;
  for (const std::uint32_t child : analysis.children(analysis[token])) {
    const auto inner = has_dep(analysis, analysis[child], {"prep"})
                           ? child_with_dep(analysis, analysis[child], {"pobj"})
                           : std::nullopt;
    if (const auto agent = inner ? agent_of(analysis, *inner) : std::nullopt) return agent;
  }
  return std::nullopt;
}

}  // namespace counterclaim::extract
