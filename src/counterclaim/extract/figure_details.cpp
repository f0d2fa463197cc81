#include "counterclaim/extract/figure_details.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::has_dep;
using language::Analysis;
using language::Token;
using record::Counting;

// The tokens from the number to its word of harm and a little to both sides, within the sentence.
TokenSpan around(const Analysis& analysis, const CountedPhrase& phrase, const Trigger& trigger, std::uint32_t margin) {
  constexpr std::uint32_t kMost = 40;
  const TokenSpan sentence = ground::punctuated_sentence(analysis, phrase.root);
  const std::uint32_t first = std::min(phrase.tokens.begin, trigger.token);
  const std::uint32_t last = std::max(phrase.tokens.end, trigger.token + 1);
  return {std::max(sentence.begin, first > margin ? first - margin : 0),
          std::min({sentence.end, last + margin, first + kMost})};
}

// A finite past or a participle: what happened once, unlike "have been killed".
bool tells_one_happening(const Analysis& analysis, std::uint32_t verb) {
  const Token& token = analysis[verb];
  if (!ground::is_one_of(analysis.tag(token), {"VBD", "VBN", "VBG"})) return false;
  for (const std::uint32_t child : analysis.children(token)) {
    if (has_dep(analysis, analysis[child], {"aux"}) && analysis.lemma(analysis[child]) == "have") return false;
  }
  return true;
}

// "two soldiers, Juan Paz and Ana Rojas,"
std::optional<TokenSpan> names_in_apposition(const Analysis& analysis, std::uint32_t head) {
  constexpr std::uint32_t kLongest = 16;
  for (const std::uint32_t child : analysis.children(analysis[head])) {
    const Token& below = analysis[child];
    if (child < head || !has_dep(analysis, below, {"appos"}) || analysis.entity_label(below) != "PERSON") continue;
    const TokenSpan names = analysis.subtree(below);
    if (names.size() <= kLongest) return names;
  }
  return std::nullopt;
}

}  // namespace

bool is_addition(const BlockView& view, const CountedPhrase& phrase) {
  // "five more wounded": the word may stand behind a number without a noun.
  const std::uint32_t end = std::min(view.analysis().size(), phrase.tokens.end + (phrase.noun ? 0 : 1));
  for (std::uint32_t token = phrase.tokens.begin; token < end; ++token) {
    const bool than = token + 1 < end && view.analysis().lower(view.analysis()[token + 1]) == "than";
    if (!than && view.lexicon.additions().longest(view.analysis(), token)) return true;
  }
  return false;
}

std::optional<CountingRead> counting_of(const BlockView& view, const CountedPhrase& phrase, const Trigger& trigger,
                                        bool dated) {
  const Analysis& analysis = view.analysis();
  if (is_addition(view, phrase)) return CountingRead{Counting::kNew, "addition"};
  if (trigger.rule == "toll" || trigger.rule == "count-of-before") return CountingRead{Counting::kCumulative, "toll"};
  constexpr std::uint32_t kMargin = 6;
  const TokenSpan near = around(analysis, phrase, trigger, kMargin);
  for (std::uint32_t token = near.begin; token < near.end; ++token) {
    if (view.lexicon.totals_told().longest(analysis, token)) return CountingRead{Counting::kCumulative, "so-far"};
  }
  if (dated && tells_one_happening(analysis, trigger.token)) return CountingRead{Counting::kNew, "dated"};
  return std::nullopt;
}

std::optional<TokenSpan> who_of(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (!phrase.number || !phrase.noun || phrase.noun_class.type != NounType::kPerson) return std::nullopt;
  if (const auto names = names_in_apposition(analysis, *phrase.noun)) return names;
  if (view.lexicon.is_generic(noun_key(analysis, *phrase.noun))) return std::nullopt;
  std::uint32_t begin = phrase.number->digits.end;
  while (begin < *phrase.noun && (ground::is_one_of(analysis.tag(analysis[begin]), {"IN", "DT", "PRP$", "HYPH"}) ||
                                  ground::is_one_of(analysis.lower(analysis[begin]), {"other", "more"})))
    ++begin;
  return begin <= *phrase.noun ? std::optional(TokenSpan{begin, *phrase.noun + 1}) : std::nullopt;
}

std::optional<TokenSpan> doubt_of(const BlockView& view, const CountedPhrase& phrase, const Trigger& trigger) {
  const Analysis& analysis = view.analysis();
  constexpr std::uint32_t kMargin = 3;
  const TokenSpan near = around(analysis, phrase, trigger, kMargin);
  for (std::uint32_t token = near.begin; token < near.end; ++token) {
    if (const auto match = view.lexicon.doubts().longest(analysis, token)) return TokenSpan{token, match->end};
  }
  return std::nullopt;
}

}  // namespace counterclaim::extract
