#include <algorithm>

#include "counterclaim/extract/trigger.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using language::Analysis;
using language::Token;

bool counts_people(const CountedPhrase& phrase) {
  return phrase.noun_class.type == NounType::kPerson || phrase.noun_class.type == NounType::kUnknown;
}

// "bodies of water", "bodies of experts" are none of the dead: what they are of must be told apart by the caller.
const std::vector<HarmNoun>& harm_noun(const BlockView& view, HarmNounUse use, std::uint32_t token) {
  const Analysis& analysis = view.analysis();
  // A plural may mean something else: "the loss of two pilots", "losses of two pilots".
  const std::vector<HarmNoun>& senses = view.lexicon.noun(use, analysis.lower(analysis[token]));
  return senses.empty() ? view.lexicon.noun(use, noun_key(analysis, token)) : senses;
}

}  // namespace

// "45 deaths", "no casualties"
Triggers casualty_noun(const BlockView& view, const CountedPhrase& phrase) {
  if (!phrase.noun) return {};
  const std::vector<HarmNoun>& senses = harm_noun(view, HarmNounUse::kCasualty, *phrase.noun);
  if (senses.empty() || senses.front().only_with_verbs) return {};
  // "270 swine deaths"
  if (*phrase.noun > phrase.number->digits.end && class_of(view, *phrase.noun - 1).type == NounType::kThing) return {};
  return {{senses.front().measure, *phrase.noun, "casualty-noun"}};
}

// "the capture of six sailors", "the deaths and displacement of thousands", "attacks on several towns"
Triggers act_noun(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  const Token& root = analysis[ground::first_conjunct(analysis, phrase.root)];
  if (!has_dep(analysis, root, {"pobj"})) return {};
  const Token& preposition = analysis[root.head];
  const std::string between(analysis.lower(preposition));
  std::uint32_t act = preposition.head;
  // "launched attacks on two towns": the parser may hang the preposition on the verb.
  if (preposition.index > 0 && ground::is_noun(analysis[preposition.index - 1])) act = preposition.index - 1;
  Triggers found;
  constexpr int kMostActs = 3;
  for (int step = 0; step < kMostActs; ++step) {
    for (const HarmNoun& sense : harm_noun(view, HarmNounUse::kAct, act)) {
      if (!sense.counted.includes(phrase.noun_class) || !sense.prepositions.contains(between)) continue;
      found.push_back({sense.measure, act, "act-noun"});
      break;
    }
    if (!has_dep(analysis, analysis[act], {"conj"})) break;
    act = analysis[act].head;
  }
  std::reverse(found.begin(), found.end());
  return found;
}

// "Ana Rojas's body was found", "the death of her son": whose body or death it is.
Triggers owner_of_act(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  const Token& root = analysis[phrase.root];
  if (!has_dep(analysis, root, {"poss"})) return {};
  for (const HarmNoun& sense : harm_noun(view, HarmNounUse::kAct, root.head)) {
    if (sense.counted.persons && sense.prepositions.contains("of")) return {{sense.measure, root.head, "act-owner"}};
  }
  return {};
}

namespace {

// The measure of those among whom, or as whose part, somebody is told: "the dead", "those killed", "the victims".
std::optional<Trigger> harmed_within(const BlockView& view, TokenSpan span, std::string_view rule) {
  const Analysis& analysis = view.analysis();
  constexpr std::uint32_t kReach = 6;
  for (std::uint32_t token = span.begin; token < std::min(span.end, span.begin + kReach); ++token) {
    if (const auto measure = view.lexicon.total(analysis.lower(analysis[token]))) return Trigger{*measure, token, rule};
    if (const auto measure = view.lexicon.state(analysis.lower(analysis[token]))) return Trigger{*measure, token, rule};
  }
  return std::nullopt;
}

}  // namespace

// "The victims included two Peruvians", "those killed include a nurse"
Triggers included_in_harmed(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (!counts_people(phrase)) return {};
  const Token& root = analysis[ground::first_conjunct(analysis, phrase.root)];
  if (!has_dep(analysis, root, {"dobj"}) || !view.lexicon.is_including(analysis.lemma(analysis[root.head]))) return {};
  const auto subject = child_with_dep(analysis, analysis[root.head], {"nsubj"});
  if (!subject) return {};
  const auto found = harmed_within(view, analysis.subtree(analysis[*subject]), "included-in-harmed");
  return found ? Triggers{*found} : Triggers{};
}

// "Among the dead were four women", "a reporter was among those killed"
Triggers among_harmed(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (!counts_people(phrase)) return {};
  const std::uint32_t first = ground::first_conjunct(analysis, phrase.root);
  if (!has_dep(analysis, analysis[first], {"nsubj", "attr", "nsubjpass"})) return {};
  const Token& verb = analysis[analysis[first].head];
  if (analysis.lemma(verb) != "be") return {};
  for (const std::uint32_t child : analysis.children(verb)) {
    if (analysis.lower(analysis[child]) != "among") continue;
    if (const auto found = harmed_within(view, {child + 1, analysis.size()}, "among-harmed")) return {*found};
  }
  return {};
}

}  // namespace counterclaim::extract
