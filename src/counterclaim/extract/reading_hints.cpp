#include "counterclaim/extract/reading_hints.h"

#include <algorithm>
#include <optional>
#include <string>

#include "counterclaim/base/ascii.h"
#include "counterclaim/extract/figure_details.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Token;

// "involved in the killing of two guards", "arrested for the murder of a guard"
bool under_background_word(const BlockView& view, std::uint32_t trigger) {
  constexpr int kMostSteps = 8;
  const Analysis& analysis = view.analysis();
  std::uint32_t node = trigger;
  for (int step = 0; step < kMostSteps && !analysis[node].is_root(); ++step) {
    const std::uint32_t below = node;
    node = analysis[node].head;
    if (has_dep(analysis, analysis[below], {"prep", "pcomp", "relcl"}) &&
        view.lexicon.is_background(analysis.lemma(analysis[node])))
      return true;
    // "arrested for", "detained over": why, not what.
    const bool reason =
        has_dep(analysis, analysis[below], {"prep"}) && is_one_of(analysis.lower(analysis[below]), {"for", "over"});
    if (!reason) continue;
    for (const HarmVerb& sense : view.lexicon.verb(analysis.lemma(analysis[node]))) {
      if (sense.measure == record::Measure::kDetained) return true;
    }
  }
  return false;
}

// "Earlier in March, rebels had killed two guards": not "Earlier, the mayor said that two guards were killed".
bool told_as_earlier(const BlockView& view, std::uint32_t trigger) {
  const Analysis& analysis = view.analysis();
  std::uint32_t verb = trigger;
  for (int step = 0; step < 4 && !ground::is_verbal(analysis[verb]) && !analysis[verb].is_root(); ++step)
    verb = analysis[verb].head;
  for (const std::uint32_t child : analysis.children(analysis[verb])) {
    if (child < verb && has_dep(analysis, analysis[child], {"advmod"}) &&
        is_one_of(analysis.lower(analysis[child]), {"earlier", "previously"}))
      return true;
  }
  return false;
}

// Whether the verb tells of harm or violence: "killed", "raided", "opened fire".
bool is_violent(const BlockView& view, std::uint32_t verb) {
  const Analysis& analysis = view.analysis();
  const std::string lemma = lower_ascii(analysis.lemma(analysis[verb]));
  if (!view.lexicon.verb(lemma).empty() || view.lexicon.is_violence(lemma)) return true;
  const auto object = ground::child_with_dep(analysis, analysis[verb], {"dobj"});
  return object && view.lexicon.is_violence(noun_key(analysis, *object));
}

// "cadres of the group", "a group of rebels", "the army", "Shining Path"
bool is_armed(const BlockView& view, std::uint32_t token) {
  const NounClass noun = class_of(view, token);
  if (noun.type == NounType::kPerson && (noun.insurgent || (noun.service && !noun.weak))) return true;
  const ground::PartyReference* party = view.here().party_at(token);
  return party && view.grounded.party(*party).kind == record::PartyKind::kArmedGroup;
}

// An armed side that does violence: "rebels killed", "by the army", "a group of gunmen stormed the house and shot".
bool is_armed_actor(const BlockView& view, std::uint32_t token) {
  const Analysis& analysis = view.analysis();
  const std::uint32_t head = analysis[token].head;
  bool acts = has_dep(analysis, analysis[token], {"pobj"}) && analysis.lower(analysis[head]) == "by";
  if (has_dep(analysis, analysis[token], {"nsubj"})) {
    acts = is_violent(view, head);
    for (const std::uint32_t child : analysis.children(analysis[head]))
      acts = acts || (has_dep(analysis, analysis[child], {"conj"}) && is_violent(view, child));
  }
  if (!acts) return false;
  if (is_armed(view, token)) return true;
  const auto of = ground::child_with_dep(analysis, analysis[token], {"prep"});
  if (!of || analysis.lower(analysis[*of]) != "of") return false;
  const auto members = ground::child_with_dep(analysis, analysis[*of], {"pobj"});
  return members && is_armed(view, *members);
}

// Nobody counted before: "another", "five more", "two other guards"
bool is_other(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (is_addition(view, phrase)) return true;
  const std::uint32_t end = std::min(analysis.size(), phrase.tokens.end + 1);
  for (std::uint32_t token = phrase.tokens.begin; token < end; ++token) {
    if (is_one_of(analysis.lower(analysis[token]), {"other", "others"})) return true;
  }
  return false;
}

bool is_armed_group(const BlockView& view, const std::optional<std::string>& side) {
  if (!side) return false;
  const auto of_side = [&](const ground::Party& party) {
    return party.name == *side && party.kind == record::PartyKind::kArmedGroup;
  };
  const auto& known = view.grounded.lexicon->parties();
  const auto& own = view.grounded.own_parties;
  return std::any_of(known.begin(), known.end(), of_side) || std::any_of(own.begin(), own.end(), of_side);
}

// Whether an armed side harms the people told of in the sentence, and no fight is told there.
bool is_attack(const BlockView& view, std::uint32_t trigger) {
  constexpr std::uint32_t kReach = 60;
  const Analysis& analysis = view.analysis();
  const TokenSpan sentence = ground::punctuated_sentence(analysis, trigger);
  const TokenSpan near{std::max(sentence.begin, trigger > kReach ? trigger - kReach : 0),
                       std::min(sentence.end, trigger + kReach)};
  bool armed = false;
  for (std::uint32_t token = near.begin; token < near.end; ++token) {
    if (ground::is_noun(analysis[token]) && view.lexicon.is_fight(noun_key(analysis, token))) return false;
    armed = armed || is_armed_actor(view, token);
  }
  return armed;
}

// "among the dead were two brothers", "the dead included two brothers"
bool is_among(const BlockView& view, const Reading& reading) {
  const Analysis& analysis = view.analysis();
  if (is_one_of(reading.trigger.rule, {"among-harmed", "included-in-harmed"})) return true;
  const std::uint32_t first = std::min(reading.phrase.tokens.begin, reading.trigger.token);
  constexpr std::uint32_t kNear = 4;
  for (std::uint32_t token = first > kNear ? first - kNear : 0; token < reading.phrase.tokens.begin; ++token) {
    if (is_one_of(analysis.lower(analysis[token]), {"among", "amongst", "included", "includes", "include"}))
      return true;
  }
  return false;
}

// "two bodies", "the bodies of four guards"
bool is_body(const BlockView& view, const Reading& reading) {
  const Analysis& analysis = view.analysis();
  if (view.lexicon.is_body(analysis.lower(analysis[reading.trigger.token]))) return true;
  return reading.phrase.noun && view.lexicon.is_body(analysis.lower(analysis[*reading.phrase.noun]));
}

// The measure of a state right behind, but for a number or "other": "wounded", "two other wounded".
std::optional<record::Measure> state_behind(const BlockView& view, std::uint32_t token) {
  const Analysis& analysis = view.analysis();
  constexpr std::uint32_t kNear = 3;
  for (const std::uint32_t end = std::min(analysis.size(), token + kNear); token < end; ++token) {
    if (const auto state = view.lexicon.state(analysis.lower(analysis[token]))) return state;
    if (analysis[token].pos != language::Pos::kNum && analysis[token].pos != language::Pos::kAdj) break;
  }
  return std::nullopt;
}

// "the two killed guards", "the injured guard": told of before
bool is_definite(const BlockView& view, const Reading& reading) {
  const Analysis& analysis = view.analysis();
  const std::uint32_t begin = reading.phrase.tokens.begin;
  return is_one_of(analysis.lower(analysis[begin]), {"the", "both", "these", "those"}) ||
         (begin > 0 && is_one_of(analysis.lower(analysis[begin - 1]), {"the", "other", "these", "those"}));
}

// "one of the injured guards"
bool is_of_wounded(const BlockView& view, const CountedPhrase& phrase) {
  if (!is_of_them(view, phrase)) return false;
  const Analysis& analysis = view.analysis();
  const std::uint32_t state = phrase.number->digits.end + 2;
  return state < analysis.size() && view.lexicon.state(analysis.lower(analysis[state])) == record::Measure::kWounded;
}

}  // namespace

bool is_of_them(const BlockView& view, const CountedPhrase& phrase) {
  const Analysis& analysis = view.analysis();
  if (!phrase.number) return false;
  const std::uint32_t of = phrase.number->digits.end;
  if (of + 1 >= analysis.size() || analysis.lower(analysis[of]) != "of") return false;
  if (is_one_of(analysis.lower(analysis[of + 1]), {"them", "whom", "which", "those", "these"})) return true;
  // "one of the arrested rebels"
  return is_one_of(analysis.lower(analysis[of + 1]), {"the", "these", "those"}) && state_behind(view, of + 2);
}

void fill_hint(const BlockView& view, Reading& reading) {
  const std::uint32_t trigger = reading.trigger.token;
  FigureHint& hint = reading.hint;
  hint.block = view.block;
  hint.sentence = ground::punctuated_sentence(view.analysis(), trigger).begin;
  hint.phrase = reading.phrase.tokens.begin;
  hint.trigger = trigger;
  hint.is_background = under_background_word(view, trigger) || told_as_earlier(view, trigger);
  hint.is_definite = is_definite(view, reading);
  const bool body = is_body(view, reading);
  hint.is_part = body || is_of_them(view, reading.phrase) || is_among(view, reading) || is_definite(view, reading);
  hint.takes_up = hint.takes_up || body;
  hint.of_wounded = is_of_wounded(view, reading.phrase);
  hint.is_other = is_other(view, reading.phrase);
  // Only of people that no word makes anything else does it tell more.
  hint.is_attack = reading.figure.kind == record::PersonKind::kUnspecified && is_attack(view, trigger) &&
                   !is_armed_group(view, reading.figure.side);
}

}  // namespace counterclaim::extract
