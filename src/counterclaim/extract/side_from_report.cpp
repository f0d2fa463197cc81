#include "counterclaim/extract/side_from_report.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

constexpr int kMostMentions = 64;  // places or parties that one figure looks at

using ground::child_with_dep;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Token;

bool is_fight(const SlotContext& context, std::uint32_t token) {
  const Analysis& analysis = context.view.analysis();
  return context.view.lexicon.is_fight(noun_key(analysis, token)) ||
         context.view.lexicon.is_fight(analysis.lower(analysis[token]));
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
    const bool state = context.view.lexicon.state(analysis.lower(analysis[token])).has_value();
    if ((ground::is_verbal(analysis[token]) && !state) || analysis[token].pos == language::Pos::kPunct) return false;
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
std::optional<std::uint32_t> above(const SlotContext& context, std::uint32_t token) {
  const Analysis& analysis = context.view.analysis();
  const Token& node = analysis[token];
  if (node.is_root()) return std::nullopt;
  // "leaving one soldier dead", "seven people dying"
  const bool of_counted = node.head == context.phrase.root || context.phrase.noun == node.head;
  if (of_counted) return node.head;
  if (!has_dep(analysis, node, {"advcl", "xcomp", "conj", "pcomp", "pobj", "dobj", "prep", "acomp", "oprd", "ccomp"}))
    return std::nullopt;
  // What somebody says is not what he does.
  const bool said = has_dep(analysis, node, {"ccomp"}) && !has_dep(analysis, analysis[token], {"oprd"}) &&
                    ground::is_verbal(node) && analysis.lemma(analysis[node.head]) != "leave";
  return said ? std::nullopt : std::optional(node.head);
}

// "exchanged fire", "clashed", of the two sides that the subject names
bool fights_each_other(const SlotContext& context, std::uint32_t verb, std::uint32_t subject) {
  return context.view.lexicon.is_fight_verb(context.view.analysis().lemma(context.view.analysis()[verb])) &&
         names_two_sides(context, subject);
}

// "The war has killed 1,400", "a war that led to clashes, killing nine", "troops of both exchanged fire, leaving nine
// dead"
bool fight_is_subject(const SlotContext& context) {
  constexpr int kMostSteps = 7;
  const Analysis& analysis = context.view.analysis();
  std::uint32_t node = context.trigger.token;
  for (int step = 0; step < kMostSteps; ++step) {
    const Token& token = analysis[node];
    const bool clause_of_noun = has_dep(analysis, token, {"relcl", "acl"});
    const bool of_counted = token.head == context.phrase.root || context.phrase.noun == token.head;
    if (clause_of_noun && !of_counted) return is_or_has_fight(context, token.head);
    const bool is_clause = ground::is_verbal(token) || has_dep(analysis, token, {"ROOT"});
    const auto subject = is_clause && !clause_of_noun ? ground::subject_of(analysis, node) : std::nullopt;
    if (subject && *subject != context.phrase.root && context.phrase.noun != *subject)
      return is_or_has_fight(context, *subject) ||
             (node != context.trigger.token && fights_each_other(context, node, *subject));
    const auto next = above(context, node);
    if (!next) return false;
    node = *next;
  }
  return false;
}

// `code`: ISO 3166-1 alpha-2
std::optional<std::string> party_of_country(const SlotContext& context, std::string_view code) {
  for (const ground::Party& party : context.view.grounded.lexicon->parties()) {
    if (party.country_code == code) return party.name;
  }
  return std::nullopt;
}

// The state that holds the places of the kinds that `fits` takes, named within the tokens, when it is one only.
template <class Fits>
std::optional<std::string> state_of_all(const SlotContext& context, TokenSpan span, Fits fits) {
  const ground::GroundedBlock& here = context.view.here();
  std::optional<std::string_view> country;
  auto place = std::lower_bound(
      here.places.begin(), here.places.end(), span.begin,
      [](const ground::GroundedPlace& earlier, std::uint32_t begin) { return earlier.tokens.begin < begin; });
  for (int n = 0; n < kMostMentions && place != here.places.end() && place->tokens.begin < span.end; ++n, ++place) {
    const record::PlaceMention& mention = place->mention;
    if (!mention.country || !mention.kind || !fits(*mention.kind)) continue;
    if (!mention.claimed_by.empty() || (country && *country != *mention.country)) return std::nullopt;
    country = *mention.country;
  }
  return country ? party_of_country(context, *country) : std::nullopt;
}

// The state that holds the districts named within the tokens, which are surer than towns of the same name elsewhere;
// else that of the towns, where no other country is named.
std::optional<std::string> state_of_places(const SlotContext& context, TokenSpan span) {
  using record::PlaceKind;
  const auto area = [](PlaceKind kind) { return kind == PlaceKind::kArea; };
  if (auto state = state_of_all(context, span, area)) return state;
  const auto any = [](PlaceKind) { return true; };
  const auto town = [](PlaceKind kind) { return kind != PlaceKind::kCountry; };
  return state_of_all(context, span, town) ? state_of_all(context, span, any) : std::nullopt;
}

// The state that holds the town or area named last in the paragraph, up to the end of the sentence.
std::optional<std::string> state_of_last_place(const SlotContext& context) {
  const ground::GroundedBlock& here = context.view.here();
  const TokenSpan sentence = ground::punctuated_sentence(here.analysis, context.trigger.token);
  auto place = std::lower_bound(
      here.places.begin(), here.places.end(), sentence.end,
      [](const ground::GroundedPlace& earlier, std::uint32_t end) { return earlier.tokens.begin < end; });
  for (int n = 0; n < kMostMentions && place != here.places.begin(); ++n) {
    const record::PlaceMention& mention = (--place)->mention;
    if (mention.country && mention.claimed_by.empty() && mention.kind != record::PlaceKind::kCountry)
      return party_of_country(context, *mention.country);
  }
  return std::nullopt;
}

bool is_victim(const SlotContext& context) { return context.trigger.measure != record::Measure::kForces; }

// Whether those counted live where it happens: villagers.
bool is_local(const SlotContext& context) {
  const NounClass& noun = context.phrase.noun_class;
  return context.phrase.noun && noun.type == NounType::kPerson && noun.local;
}

// What a name's title or apposition says: "Constable Rojas", "Rojas, a constable"
bool has_service_title(const SlotContext& context, std::uint32_t name) {
  const Analysis& analysis = context.view.analysis();
  const auto serves = [&](std::uint32_t token) {
    const NounClass noun = class_of(context.view, token);
    return noun.service && noun.kind == record::PersonKind::kMilitary;
  };
  for (const std::uint32_t child : analysis.children(analysis[name])) {
    if (has_dep(analysis, analysis[child], {"compound", "appos"}) && serves(child)) return true;
  }
  return has_dep(analysis, analysis[name], {"appos"}) && serves(analysis[name].head);
}

}  // namespace

bool in_service(const SlotContext& context) {
  const CountedPhrase& phrase = context.phrase;
  const NounClass& noun = phrase.noun_class;
  if (noun.type != NounType::kPerson || noun.insurgent || !phrase.noun) return false;
  // "three personnel", "an officer": who is harmed is no mere word that may mean something else.
  if (noun.service && (!noun.weak || is_victim(context))) return true;
  if (noun.kind == record::PersonKind::kCivilian) return false;
  const Analysis& analysis = context.view.analysis();
  const std::uint32_t begin = phrase.number ? phrase.number->digits.end : phrase.tokens.begin;
  for (std::uint32_t token = begin; token < *phrase.noun; ++token) {
    if (context.view.lexicon.nouns().of_modifier(analysis.lower(analysis[token])).service) return true;
  }
  return !phrase.number && has_service_title(context, *phrase.noun);
}

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
  if ((in_service(context) || is_local(context)) && cast.host && !cast.is_contested) return {cast.host, "host-state"};
  if (noun.insurgent && !noun.unnamed && cast.group) return {cast.group, "armed-group"};
  if (noun.insurgent && cast.claimant) return {cast.claimant, "claiming-group"};
  return {};
}

Side by_group_before(const SlotContext& context) {
  const NounClass& noun = context.phrase.noun_class;
  if (!noun.insurgent || noun.unnamed || context.source_is_label) return {};
  constexpr std::uint32_t kBlocks = 3;  // how far back "the rebels" are told of
  const ground::GroundedAnalysis& grounded = context.view.grounded;
  const std::uint32_t block = context.view.block;
  for (std::uint32_t back = 0; back <= std::min(block, kBlocks); ++back) {
    const BlockView there{context.view.lexicon, grounded, context.view.scopes, block - back};
    const auto& parties = there.here().parties;
    int left = kMostMentions;
    for (auto party = parties.rbegin(); party != parties.rend() && left-- > 0; ++party) {
      const std::uint32_t behind = party->tokens.end;
      if (behind >= there.analysis().size() || (back == 0 && behind >= context.phrase.tokens.begin)) continue;
      if (grounded.party(*party).kind == record::PartyKind::kArmedGroup && class_of(there, behind).insurgent)
        return {grounded.party(*party).name, "group-before"};
    }
  }
  return {};
}

Side by_own_count(const SlotContext& context) {
  if (!context.source || !context.source->side || context.source_is_label) return {};
  const NounClass& noun = context.phrase.noun_class;
  if (noun.insurgent || noun.type == NounType::kThing || noun.type == NounType::kHappening) return {};
  const bool own_service = in_service(context) || is_local(context);
  if (!own_service && !context.view.grounded.cast.is_side(*context.source->side)) return {};
  return {context.source->side, own_service ? "own-service" : "own-count"};
}

Side by_ground(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  if (!counts_things(context.trigger.measure) && context.trigger.measure != record::Measure::kArea) return {};
  const TokenSpan sentence = ground::punctuated_sentence(analysis, context.trigger.token);
  constexpr std::uint32_t kNear = 16;  // tokens
  const std::uint32_t begin = context.phrase.tokens.end;
  for (std::uint32_t token = begin; token < std::min(sentence.end, begin + kNear); ++token) {
    if (!is_one_of(analysis.lower(analysis[token]), {"in", "within", "inside", "across"})) continue;
    const std::uint32_t end = std::min({sentence.end, token + 6, analysis[token].right_edge + 1});
    const ground::PartyReference* found = context.view.here().first_party_within({token + 1, end});
    if (found && context.view.grounded.party(*found).kind == record::PartyKind::kState)
      return {context.view.grounded.party(*found).name, "ground"};
  }
  // "four villagers were hurt and three houses destroyed"
  if (context.before && context.before->side) return {context.before->side, "as-victims"};
  const ground::ReportCast& cast = context.view.grounded.cast;
  if (context.trigger.measure == record::Measure::kArea || cast.dyad || cast.is_contested) return {};
  if (cast.host) return {cast.host, "things-of-host"};
  return {state_of_places(context, sentence), "things-of-place"};
}

Side by_place(const SlotContext& context) {
  const ground::ReportCast& cast = context.view.grounded.cast;
  if (is_local(context)) {
    // Villagers are of the place named last, whoever fights there.
    if (auto state = state_of_last_place(context)) return {std::move(state), "place-before"};
  }
  if (!in_service(context) || cast.dyad || cast.is_contested || cast.host) return {};
  const TokenSpan sentence = ground::punctuated_sentence(context.view.analysis(), context.trigger.token);
  if (auto state = state_of_places(context, sentence)) return {std::move(state), "place-of-sentence"};
  return {state_of_places(context, {0, context.view.analysis().size()}), "place-of-paragraph"};
}

}  // namespace counterclaim::extract
