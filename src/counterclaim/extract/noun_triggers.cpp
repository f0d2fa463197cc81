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
const HarmNoun* harm_noun(const BlockView& view, HarmNounUse use, std::uint32_t token) {
  const Analysis& analysis = view.analysis();
  const HarmNoun* noun = view.lexicon.noun(use, analysis.lemma(analysis[token]));
  return noun ? noun : view.lexicon.noun(use, analysis.lower(analysis[token]));
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

// "the death toll rose from 31 to 45", "bringing to 59 the number of dead"
Triggers toll(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (!counts_people(phrase) || (phrase.noun && phrase.noun_class.type == NounType::kUnknown)) return {};
  const TokenSpan sentence = ground::punctuated_sentence(analysis, phrase.tokens.begin);
  const std::uint32_t begin = phrase.tokens.begin;
  const std::uint32_t first = begin > sentence.begin + 14 ? begin - 14 : sentence.begin;
  for (std::uint32_t token = first; token < std::min(sentence.end, phrase.tokens.end + 3); ++token) {
    const auto match = view.lexicon.tolls().longest(analysis, token);
    if (!match) continue;
    const std::uint32_t last = match->end - 1;
    const bool behind = token >= phrase.tokens.end;
    const std::string_view before = begin > sentence.begin ? analysis.lower(analysis[begin - 1]) : std::string_view();
    const bool led = view.lexicon.is_toll_link(before);
    if (behind ? before == "to" : led && match->end <= begin)
      return {{static_cast<record::Measure>(match->value), last, "toll"}};
  }
  return {};
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
