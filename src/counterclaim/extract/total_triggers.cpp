#include <algorithm>

#include "counterclaim/extract/trigger.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using language::Analysis;
using language::Token;
using record::Measure;

bool may_be_total(const CountedPhrase& phrase) {
  if (!phrase.noun) return true;
  return phrase.noun_class.type == NounType::kPerson;
}

// "the death toll rose from 31 to 45", "bringing to 59 the number of dead"
Triggers toll_phrase(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
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
      return {{static_cast<Measure>(match->value), last, "toll"}};
  }
  return {};
}

// "put the number of people taken to hospitals with injuries at 42"
Triggers number_of_harmed(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  const std::uint32_t begin = phrase.tokens.begin;
  if (phrase.noun || begin == 0 || !view.lexicon.is_toll_link(analysis.lower(analysis[begin - 1]))) return {};
  constexpr std::uint32_t kReach = 16;
  const TokenSpan sentence = ground::punctuated_sentence(analysis, begin);
  std::optional<Trigger> harm;
  for (std::uint32_t back = 2; back <= kReach && begin >= sentence.begin + back; ++back) {
    const std::uint32_t token = begin - back;
    if (analysis[token].pos == language::Pos::kNum) break;
    if (!harm) {
      if (const auto measure = view.lexicon.total(analysis.lower(analysis[token]))) harm = {*measure, token, "toll"};
    } else if (view.lexicon.is_count(analysis.lemma(analysis[token])) && analysis.lower(analysis[token + 1]) == "of") {
      return {*harm};
    }
  }
  return {};
}

// Finds a noun of harm that stands to its number as a subject or an object does: "our losses are 50 soldiers", "put its
// losses at 71 soldiers", "the number of its dead has reached 431".
class HarmTotal {
 public:
  HarmTotal(const BlockView& view, const CountedPhrase& phrase)
      : view_(view), analysis_(view.analysis()), phrase_(phrase) {}

  Triggers run() const {
    Triggers found = by_tree();
    return found.empty() ? by_neighbours() : found;
  }

 private:
  Triggers by_tree() const {
    const auto verb = verb_of_amount();
    if (!verb || is_unreal(analysis_, *verb)) return {};
    for (const std::uint32_t noun : counted_by(*verb)) {
      if (noun == phrase_.root || phrase_.tokens.contains(noun)) continue;
      if (Triggers found = total_at(noun); !found.empty()) return found;
    }
    return {};
  }

  // The verb that the amount belongs to: "are 50", "reached 50 soldiers", "put … at 50".
  std::optional<std::uint32_t> verb_of_amount() const {
    const Token& amount = analysis_[ground::first_conjunct(analysis_, phrase_.root)];
    if (amount.is_root()) return std::nullopt;
    std::uint32_t verb = amount.head;
    if (has_dep(analysis_, amount, {"pobj"})) {
      const Token& preposition = analysis_[amount.head];
      if (preposition.is_root() || !ground::is_one_of(analysis_.lower(preposition), {"at", "to", "as", "from"}))
        return std::nullopt;
      verb = preposition.head;
    } else if (!has_dep(analysis_, amount, {"attr", "dobj", "npadvmod", "acomp", "oprd", "nummod"})) {
      return std::nullopt;
    }
    if (!view_.lexicon.is_total_verb(analysis_.lemma(analysis_[verb]))) return std::nullopt;
    return verb;
  }

  // The nouns whose amount the verb tells.
  std::vector<std::uint32_t> counted_by(std::uint32_t verb) const {
    std::vector<std::uint32_t> found;
    const Token* node = &analysis_[verb];
    for (const std::uint32_t child : analysis_.children(*node)) {
      if (has_dep(analysis_, analysis_[child], {"nsubj", "nsubjpass", "dobj"})) found.push_back(child);
    }
    // "are believed to number 50", "casualties, which reached 50", "losses totalling 50"
    if (node->is_root()) return found;
    const Token& above = analysis_[node->head];
    if (has_dep(analysis_, *node, {"xcomp"})) {
      if (const auto subject = child_with_dep(analysis_, above, {"nsubj", "nsubjpass"})) found.push_back(*subject);
    } else if (has_dep(analysis_, *node, {"relcl", "acl"})) {
      found.push_back(node->head);
    }
    return found;
  }

  Triggers total_at(std::uint32_t noun) const {
    if (const auto measure = view_.lexicon.total(analysis_.lower(analysis_[noun]))) return {{*measure, noun, "toll"}};
    if (!view_.lexicon.is_count(analysis_.lemma(analysis_[noun]))) return {};
    // "the number of its dead"
    const std::uint32_t end = std::min(analysis_[noun].right_edge, noun + 12) + 1;
    for (std::uint32_t token = noun + 1; token < end; ++token) {
      if (token == noun + 1 && analysis_.lower(analysis_[token]) != "of") break;
      if (const auto measure = view_.lexicon.total(analysis_.lower(analysis_[token])))
        return {{*measure, token, "toll"}};
    }
    return {};
  }

  // "Wounded number 120", where the parser takes the verb for a noun.
  Triggers by_neighbours() const {
    std::uint32_t token = phrase_.tokens.begin;
    if (token > 0 && ground::is_one_of(analysis_.lower(analysis_[token - 1]), {"at", "to"})) --token;
    if (token < 2 || !view_.lexicon.is_total_verb(analysis_.lemma(analysis_[token - 1]))) return {};
    // "wounded Peruvian miners number 198"
    constexpr std::uint32_t kReach = 5;
    for (std::uint32_t back = 2; back <= std::min(token, kReach); ++back) {
      const Token& there = analysis_[token - back];
      if (const auto measure = view_.lexicon.total(analysis_.lower(there))) return {{*measure, there.index, "toll"}};
      if (!ground::is_noun(there) && there.pos != language::Pos::kAdj) break;
    }
    return {};
  }

  const BlockView& view_;
  const Analysis& analysis_;
  const CountedPhrase& phrase_;
};

}  // namespace

Triggers toll(const BlockView& view, const CountedPhrase& phrase) {
  if (!may_be_total(phrase)) return {};
  Triggers found = toll_phrase(view, phrase);
  if (found.empty()) found = number_of_harmed(view, phrase);
  return found.empty() ? HarmTotal(view, phrase).run() : found;
}

// "its own count stands at 80": what it counts was told before.
bool is_bare_count(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (phrase.noun) return false;
  const Token& amount = analysis[phrase.root];
  if (amount.is_root()) return false;
  std::uint32_t verb = amount.head;
  if (has_dep(analysis, amount, {"pobj"})) verb = analysis[verb].head;
  if (!view.lexicon.is_total_verb(analysis.lemma(analysis[verb]))) return false;
  const auto count = child_with_dep(analysis, analysis[verb], {"nsubj", "nsubjpass", "dobj"});
  if (!count || *count == phrase.root || !view.lexicon.is_count(analysis.lemma(analysis[*count]))) return false;
  return !child_with_dep(analysis, analysis[*count], {"prep", "acl", "relcl"});
}

}  // namespace counterclaim::extract
