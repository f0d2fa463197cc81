#include <algorithm>

#include "counterclaim/extract/trigger.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::has_dep;
using language::Analysis;
using language::Token;

bool counts_people(const CountedPhrase& phrase) {
  return phrase.noun_class.type == NounType::kPerson || phrase.noun_class.type == NounType::kUnknown;
}

// "bodies of water", "bodies of experts" are none of the dead: what they are of must be told apart by the caller.
const HarmNoun* harm_noun(const BlockView& view, HarmNounUse use, std::uint32_t token) {
  const Analysis& analysis = view.analysis();
  // A plural may mean something else: "the loss of two pilots", "losses of two pilots".
  const HarmNoun* noun = view.lexicon.noun(use, analysis.lower(analysis[token]));
  return noun ? noun : view.lexicon.noun(use, analysis.lemma(analysis[token]));
}

}  // namespace

// "45 deaths", "no casualties"
Triggers casualty_noun(const BlockView& view, const CountedPhrase& phrase) {
  if (!phrase.noun) return {};
  const HarmNoun* noun = harm_noun(view, HarmNounUse::kCasualty, *phrase.noun);
  if (!noun || noun->only_with_verbs) return {};
  // "270 swine deaths"
  if (*phrase.noun > phrase.number->digits.end && class_of(view, *phrase.noun - 1).type == NounType::kThing) return {};
  return {{noun->measure, *phrase.noun, "casualty-noun"}};
}

// "the capture of six sailors", "the deaths and displacement of thousands"
Triggers act_noun(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (!counts_people(phrase)) return {};
  const std::uint32_t first = ground::first_conjunct(analysis, phrase.root);
  const Token& root = analysis[first];
  if (!has_dep(analysis, root, {"pobj"}) || analysis.lower(analysis[root.head]) != "of") return {};
  std::uint32_t act = analysis[root.head].head;
  Triggers found;
  for (int step = 0; step < 3; ++step) {
    const HarmNoun* noun = harm_noun(view, HarmNounUse::kAct, act);
    if (noun) found.push_back({noun->measure, act, "act-noun"});
    if (!has_dep(analysis, analysis[act], {"conj"})) break;
    act = analysis[act].head;
  }
  std::reverse(found.begin(), found.end());
  return found;
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
    const std::uint32_t end = std::min(analysis.size(), child + 5);
    for (std::uint32_t token = child + 1; token < end; ++token) {
      if (const auto measure = view.lexicon.state(analysis.lower(analysis[token])))
        return {{*measure, token, "among-harmed"}};
    }
  }
  return {};
}

}  // namespace counterclaim::extract
