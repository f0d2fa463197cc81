#include "counterclaim/extract/side_from_report.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Token;

bool is_fight(const SlotContext& context, std::uint32_t token) {
  return context.view.lexicon.is_fight(noun_key(context.view.analysis(), token));
}

// "clashes", "a new round of fighting"
bool is_or_has_fight(const SlotContext& context, std::uint32_t token) {
  if (is_fight(context, token)) return true;
  const Analysis& analysis = context.view.analysis();
  const auto of = child_with_dep(analysis, analysis[token], {"prep"});
  if (!of || analysis.lower(analysis[*of]) != "of") return false;
  const auto object = child_with_dep(analysis, analysis[*of], {"pobj"});
  return object && is_fight(context, *object);
}

// "killed in the clashes": the phrase below a verb or noun.
bool in_a_fight(const SlotContext& context, std::uint32_t above) {
  const Analysis& analysis = context.view.analysis();
  for (const std::uint32_t child : analysis.children(analysis[above])) {
    if (!has_dep(analysis, analysis[child], {"prep"}) ||
        !is_one_of(analysis.lower(analysis[child]), {"in", "during", "from", "amid"}))
      continue;
    const auto object = child_with_dep(analysis, analysis[child], {"pobj"});
    if (object && is_fight(context, *object)) return true;
  }
  return false;
}

// "three people dead and 49 wounded in clashes": right behind, wherever the parser hangs it.
bool before_a_fight(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t begin = std::max(context.phrase.tokens.end, context.trigger.token + 1);
  const std::uint32_t end = std::min(ground::punctuated_sentence(analysis, context.trigger.token).end, begin + kNear);
  bool in = false;
  for (std::uint32_t token = begin; token < end; ++token) {
    if (in && is_fight(context, token)) return true;
    if (ground::is_verbal(analysis[token]) || analysis[token].pos == language::Pos::kPunct) return false;
    in = in || is_one_of(analysis.lower(analysis[token]), {"in", "during", "amid"});
  }
  return false;
}

// "dozens of injuries on both sides"
bool on_both_sides(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  constexpr std::uint32_t kNear = 10;
  const std::uint32_t begin = context.phrase.tokens.end;
  const std::uint32_t end = std::min(ground::punctuated_sentence(analysis, context.trigger.token).end,
                                     std::max(begin, context.trigger.token + 1) + kNear);
  for (std::uint32_t token = begin; token + 1 < end; ++token) {
    if (analysis.lower(analysis[token]) == kBoth && analysis.lower(analysis[token + 1]) == "sides") return true;
    if (ground::is_verbal(analysis[token]) && token != context.trigger.token) return false;
  }
  return false;
}

// "Peruvian and Chilean forces", "the two armies"
bool names_two_sides(const SlotContext& context, std::uint32_t subject) {
  const Analysis& analysis = context.view.analysis();
  const TokenSpan span{analysis[subject].left_edge, std::min(analysis[subject].right_edge, subject + 8) + 1};
  const ground::PartyReference* first = context.view.here().first_party_within(span);
  if (first) {
    const ground::PartyReference* second = context.view.here().first_party_within({first->tokens.end, span.end});
    return second && second->party != first->party;
  }
  for (std::uint32_t token = span.begin; token < subject; ++token) {
    if (is_one_of(analysis.lower(analysis[token]), {"both", "two"})) return analysis.tag(analysis[subject]) == "NNS";
  }
  return false;
}

// The verb or noun that the happening hangs on: "clashes erupted, killing nine", "resulting in nine deaths"
std::optional<std::uint32_t> above(const Analysis& analysis, std::uint32_t token) {
  const Token& node = analysis[token];
  if (node.is_root()) return std::nullopt;
  if (!has_dep(analysis, node, {"advcl", "xcomp", "conj", "pcomp", "pobj", "dobj", "prep", "ccomp"}))
    return std::nullopt;
  const bool clause = has_dep(analysis, node, {"ccomp"});
  // What somebody says is not what he does.
  if (clause && analysis.lemma(analysis[node.head]) != "see") return std::nullopt;
  return node.head;
}

// "The war has killed 1,400", "a war that led to clashes, killing nine", "troops of both exchanged fire, leaving nine
// dead"
bool fight_is_subject(const SlotContext& context) {
  constexpr int kMostSteps = 6;
  const Analysis& analysis = context.view.analysis();
  std::uint32_t node = context.trigger.token;
  for (int step = 0; step < kMostSteps; ++step) {
    const Token& token = analysis[node];
    if (ground::is_verbal(token) || has_dep(analysis, token, {"ROOT", "relcl", "acl"})) {
      if (has_dep(analysis, token, {"relcl", "acl"})) return is_or_has_fight(context, token.head);
      const auto subject = ground::subject_of(analysis, node);
      if (subject && *subject != context.phrase.root) {
        if (is_or_has_fight(context, *subject)) return true;
        return node != context.trigger.token && is_fight(context, node) && names_two_sides(context, *subject);
      }
    }
    const auto next = above(analysis, node);
    if (!next) return false;
    node = *next;
  }
  return false;
}

// The state that holds the towns and areas named within the tokens, when it is one only and no other country is named.
std::optional<std::string> state_of_places(const SlotContext& context, TokenSpan span) {
  const ground::GroundedBlock& here = context.view.here();
  std::optional<std::string_view> country;
  bool has_town = false;
  auto place = std::lower_bound(
      here.places.begin(), here.places.end(), span.begin,
      [](const ground::GroundedPlace& earlier, std::uint32_t begin) { return earlier.tokens.begin < begin; });
  for (; place != here.places.end() && place->tokens.begin < span.end; ++place) {
    if (!place->mention.country) continue;
    if (!place->mention.claimed_by.empty() || (country && *country != *place->mention.country)) return std::nullopt;
    country = *place->mention.country;
    has_town = has_town || place->mention.kind != record::PlaceKind::kCountry;
  }
  if (!has_town) return std::nullopt;
  for (const ground::Party& party : context.view.grounded.lexicon->parties()) {
    if (party.country_code == *country) return party.name;
  }
  return std::nullopt;
}

// Whether those counted serve a state: soldiers, "police officers", officials; "members of the security forces" not.
bool in_service(const SlotContext& context) {
  const CountedPhrase& phrase = context.phrase;
  const NounClass& noun = phrase.noun_class;
  if (noun.type != NounType::kPerson || noun.insurgent || !phrase.noun) return false;
  // "three personnel", "an officer": who is harmed is no mere word that may mean something else.
  const bool sure =
      !noun.weak || (noun.kind == record::PersonKind::kMilitary && context.trigger.measure != record::Measure::kForces);
  if (noun.service && sure) return true;
  if (noun.kind == record::PersonKind::kCivilian) return false;
  const Analysis& analysis = context.view.analysis();
  const std::uint32_t begin = phrase.number ? phrase.number->digits.end : phrase.tokens.begin;
  for (std::uint32_t token = begin; token < *phrase.noun; ++token) {
    if (context.view.lexicon.nouns().of_modifier(analysis.lower(analysis[token])).service) return true;
  }
  return false;
}

}  // namespace

Side by_fight(const SlotContext& context) {
  if (context.phrase.noun_class.insurgent || context.trigger.measure == record::Measure::kForces) return {};
  if (on_both_sides(context)) return {kBoth, "both-sides"};
  if (!context.phrase.number) return {};  // one person is not of both
  if (in_a_fight(context, context.trigger.token) || in_a_fight(context, context.phrase.root) || before_a_fight(context))
    return {kBoth, "in-a-fight"};
  // "Clashes Kill at Least 50": a headline's capitals hide the subject from the parser.
  const std::uint32_t trigger = context.trigger.token;
  if (context.trigger.rule == "verb-before" && trigger > 0 && is_fight(context, trigger - 1))
    return {kBoth, "fight-before-verb"};
  return fight_is_subject(context) ? Side{kBoth, "fight-as-subject"} : Side{};
}

Side by_toll_of_two(const SlotContext& context) {
  const bool own = context.source && context.source->side;
  if (context.trigger.rule != "toll" || own || context.source_is_label || !context.view.grounded.cast.dyad) return {};
  return {kBoth, "toll-of-two"};
}

Side by_cast(const SlotContext& context) {
  const ground::ReportCast& cast = context.view.grounded.cast;
  const NounClass& noun = context.phrase.noun_class;
  if (context.source_is_label) return {};
  if (in_service(context) && cast.host && !cast.is_contested) return {cast.host, "host-state"};
  if (noun.insurgent && !noun.unnamed && cast.group) return {cast.group, "armed-group"};
  if (noun.insurgent && cast.claimant) return {cast.claimant, "claiming-group"};
  return {};
}

Side by_own_count(const SlotContext& context) {
  if (!context.source || !context.source->side || context.source_is_label) return {};
  const NounClass& noun = context.phrase.noun_class;
  if (noun.insurgent || noun.type == NounType::kThing || noun.type == NounType::kHappening) return {};
  const bool own_service = in_service(context);
  if (!own_service && !context.view.grounded.cast.is_side(*context.source->side)) return {};
  return {context.source->side, own_service ? "own-service" : "own-count"};
}

Side by_place(const SlotContext& context) {
  const ground::ReportCast& cast = context.view.grounded.cast;
  if (!in_service(context) || cast.dyad || cast.is_contested || cast.host) return {};
  const TokenSpan sentence = ground::punctuated_sentence(context.view.analysis(), context.trigger.token);
  if (auto state = state_of_places(context, sentence)) return {std::move(state), "place-of-sentence"};
  return {state_of_places(context, {0, context.view.analysis().size()}), "place-of-paragraph"};
}

}  // namespace counterclaim::extract
