#include "counterclaim/extract/trigger.h"

#include <algorithm>
#include <array>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using language::Analysis;
using language::Token;

// Whether one of the words that this sense needs stands beside the verb or right behind those counted.
bool has_companion(const Analysis& analysis, const HarmVerb& sense, std::uint32_t verb, const CountedPhrase& phrase) {
  if (sense.with.empty()) return true;
  const std::uint32_t begin = verb > 0 ? verb - 1 : 0;
  const std::uint32_t end =
      std::min(analysis.size(), std::max(verb + 6, phrase.tokens.begin > verb ? phrase.tokens.end + 2 : 0U));
  for (std::uint32_t token = begin; token < end; ++token) {
    const std::string lower(analysis.lower(analysis[token]));
    if (sense.with.contains(lower)) return true;
    if (token > 0 && sense.with.contains(std::string(analysis.lower(analysis[token - 1])) + " " + lower)) return true;
  }
  return false;
}

bool objects_fit(const BlockView& view, const HarmVerb& sense, std::uint32_t verb, const CountedPhrase& phrase,
                 bool as_object) {
  const Analysis& analysis = view.analysis();
  if (sense.objects.empty()) return true;
  if (as_object) return phrase.noun && sense.objects.contains(noun_key(analysis, *phrase.noun));
  const auto object = child_with_dep(analysis, analysis[verb], {"dobj"});
  return object && sense.objects.contains(noun_key(analysis, *object));
}

std::string lower_lemma(const Analysis& analysis, std::uint32_t token) {
  std::string lemma(analysis.lemma(analysis[token]));
  for (char& c : lemma) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lemma;
}

}  // namespace

std::optional<record::Measure> verb_measure(const BlockView& view, std::uint32_t verb, const CountedPhrase& phrase,
                                            bool as_object) {
  const Analysis& analysis = view.analysis();
  const std::string lemma = lower_lemma(analysis, verb);
  const std::vector<HarmVerb>* senses = &view.lexicon.verb(lemma);
  // In a headline "Kills" may be tagged as a name, which keeps its form.
  if (senses->empty() && lemma.ends_with('s')) senses = &view.lexicon.verb(lemma.substr(0, lemma.size() - 1));
  for (const HarmVerb& sense : *senses) {
    if (!(as_object ? sense.object_suffers : sense.subject_suffers)) continue;
    const bool by_object = !sense.objects.empty();
    if (!by_object && !sense.counts(phrase.noun_class)) continue;
    if (!as_object && !by_object && child_with_dep(analysis, analysis[verb], {"dobj"})) continue;
    if (!objects_fit(view, sense, verb, phrase, as_object)) continue;
    if (!has_companion(analysis, sense, verb, phrase)) continue;
    return sense.measure;
  }
  return std::nullopt;
}

namespace {

// The sentence around a token, of a very long one only the part beside it.
TokenSpan surroundings(const Analysis& analysis, std::uint32_t token) {
  constexpr std::uint32_t kReach = 60;
  const TokenSpan sentence = ground::sentence_of(analysis, token);
  return {std::max(sentence.begin, token > kReach ? token - kReach : 0), std::min(sentence.end, token + kReach)};
}

}  // namespace

bool violence_near(const BlockView& view, std::uint32_t token) {
  const TokenSpan near = surroundings(view.analysis(), token);
  for (std::uint32_t at = near.begin; at < near.end; ++at) {
    if (view.lexicon.is_violence(noun_key(view.analysis(), at))) return true;
  }
  return false;
}

bool misfortune_near(const BlockView& view, std::uint32_t token) {
  const TokenSpan near = surroundings(view.analysis(), token);
  for (std::uint32_t at = near.begin; at < near.end; ++at) {
    if (view.lexicon.is_misfortune(noun_key(view.analysis(), at))) return true;
  }
  return false;
}

bool is_unreal(const Analysis& analysis, std::uint32_t verb) {
  const Token& token = analysis[verb];
  bool infinitive = false, perfect = false;
  for (const std::uint32_t child : analysis.children(token)) {
    const std::string_view lower = analysis.lower(analysis[child]);
    if (has_dep(analysis, analysis[child], {"neg"})) return true;
    if (has_dep(analysis, analysis[child], {"mark"}) && ground::is_one_of(lower, {"if", "unless"})) return true;
    if (!has_dep(analysis, analysis[child], {"aux", "auxpass"})) continue;
    if (ground::is_one_of(lower,
                          {"could", "would", "might", "may", "should", "will", "can", "shall", "must", "'ll", "wo"}))
      return true;
    if (lower == "to") infinitive = true;
    if (analysis.lemma(analysis[child]) == "have") perfect = true;
  }
  if (!infinitive || perfect || token.is_root()) return false;
  // "is reported to be killed" is told, "planned to kill" is not.
  return !child_with_dep(analysis, analysis[token.head], {"auxpass"});
}

Triggers find_triggers(const BlockView& view, const CountedPhrase& phrase) {
  using Rule = Triggers (*)(const BlockView&, const CountedPhrase&);
  static constexpr std::array<Rule, 10> kRules{linear_verb_before,  linear_state_behind, verb_governor, toll,
                                               casualty_noun,       clause_behind,       act_noun,      among_harmed,
                                               linear_state_before, state_in_front};
  if (phrase.noun_class.type == NounType::kHappening) return {};
  for (const Rule rule : kRules) {
    Triggers found = rule(view, phrase);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace counterclaim::extract
