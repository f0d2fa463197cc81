#include <algorithm>
#include <array>

#include "counterclaim/extract/slot_rules.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using ground::is_one_of;
using ground::PartyForm;
using ground::PartyReference;
using language::Analysis;
using language::Token;

using Side = Slot<std::string>;

constexpr const char* kBoth = "both";  // the two parties of a fight counted together

Side side(const SlotContext& context, const PartyReference& reference, std::string_view rule) {
  return {context.view.grounded.party(reference).name, rule};
}

const PartyReference* first_within(const SlotContext& context, TokenSpan span) {
  return context.view.here().first_party_within(span);
}

const PartyReference* mention_at(const SlotContext& context, std::uint32_t token) {
  return context.view.here().party_at(token);
}

// "12 Peruvian soldiers", "12 Peruvians", "an Artsakh Army officer"
Side by_demonym(const SlotContext& context) {
  const CountedPhrase& phrase = context.phrase;
  const std::uint32_t begin = phrase.number ? phrase.number->digits.end : phrase.tokens.begin;
  const std::uint32_t end = phrase.noun ? *phrase.noun + 1 : phrase.tokens.end;
  if (begin >= end) return {};
  const PartyReference* found = first_within(context, {begin, end});
  if (!found || found->form == PartyForm::kSeat) return {};
  // "150 Peruvian and Chilean troops" are of both.
  const PartyReference* second = first_within(context, {found->tokens.end, end});
  if (second && second->party != found->party && second->tokens.begin == found->tokens.end + 1 &&
      context.view.analysis().lower(context.view.analysis()[found->tokens.end]) == "and")
    return {kBoth, "two-demonyms"};
  return side(context, *found, "demonym");
}

// "Peru's soldiers", "soldiers of Peru", "citizens from Peru", "members of the Tamil Tigers"
Side by_noun_phrase(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  const std::uint32_t noun = context.phrase.noun.value_or(context.phrase.root);
  for (const std::uint32_t child : analysis.children(analysis[noun])) {
    const Token& token = analysis[child];
    const bool modifier = has_dep(analysis, token, {"poss", "compound", "amod", "nmod"});
    const bool phrase = has_dep(analysis, token, {"prep"}) && is_one_of(analysis.lower(token), {"of", "from", "for"});
    if (!modifier && !phrase) continue;
    const TokenSpan span = phrase ? TokenSpan{child + 1, token.right_edge + 1} : analysis.subtree(token);
    if (phrase && span.size() > 7) continue;
    if (const PartyReference* found = first_within(context, span); found && found->form != PartyForm::kSeat)
      return side(context, *found, "noun-phrase");
  }
  return {};
}

// What ground knows of the counted people by their words or their place: "residents of Klow", "members of its army".
Side by_mention(const SlotContext& context) {
  const std::uint32_t noun = context.phrase.noun.value_or(context.phrase.root);
  const ground::GroundedParty* party = context.view.grounded.mention_at(context.view.block, noun);
  if (!party || !party->mention.side) return {};
  for (const record::RuleTrace& trace : party->mention.rules) {
    if (trace.slot == "side" &&
        is_one_of(trace.rule, {"modifier", "belonging", "apposition", "owner", "place", "place-of-sentence"}))
      return {party->mention.side, "mention"};
  }
  return {};
}

// "Peru has 800 troops in the area", "Peru sent 800 soldiers"
Side by_sender(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  const Token& root = analysis[context.phrase.root];
  if (!has_dep(analysis, root, {"dobj"}) || context.phrase.noun_class.kind != record::PersonKind::kMilitary) return {};
  if (!context.view.lexicon.is_sending(analysis.lemma(analysis[root.head]))) return {};
  const auto subject = ground::subject_of(analysis, root.head);
  if (!subject) return {};
  const ground::GroundedParty* sender = context.view.grounded.mention_at(context.view.block, *subject);
  if (!sender || !sender->mention.side) return {};
  return {sender->mention.side, "sender"};
}

// "displaced from Peruvian villages"
Side by_origin(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  if (context.trigger.measure != record::Measure::kDisplaced) return {};
  for (const std::uint32_t child : analysis.children(analysis[context.trigger.token])) {
    const Token& token = analysis[child];
    if (!has_dep(analysis, token, {"prep"}) || analysis.lower(token) != "from") continue;
    if (const PartyReference* found = first_within(context, {child + 1, token.right_edge + 1}))
      return side(context, *found, "origin");
  }
  return {};
}

// A name in apposition or a title in front: "an Armenian serviceman, Misak", "the soldier Misak".
Side by_apposition(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  if (context.phrase.number) return {};
  const Token& root = analysis[context.phrase.root];
  TokenSpan span{root.left_edge, root.index + 1};
  if (const auto name = child_with_dep(analysis, root, {"appos"})) span.end = analysis[*name].right_edge + 1;
  if (has_dep(analysis, root, {"appos"})) span.begin = analysis[root.head].left_edge;
  if (span.size() > 16) return {};
  const PartyReference* found = first_within(context, span);
  return found && found->form != PartyForm::kSeat ? side(context, *found, "apposition") : Side{};
}

// "one of its soldiers", "their fighters": the speaker's, else the subject's.
Side by_possessive_pronoun(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  const std::uint32_t noun = context.phrase.noun.value_or(context.phrase.root);
  auto owner = child_with_dep(analysis, analysis[noun], {"poss"});
  // "put its losses at 71 soldiers"
  if (!owner && context.trigger.rule == "toll")
    owner = child_with_dep(analysis, analysis[context.trigger.token], {"poss"});
  if (!owner || !is_one_of(analysis.lower(analysis[*owner]), {"its", "their", "our", "his", "her"})) return {};
  if (context.source && context.source->side) return {context.source->side, "possessive-of-speaker"};
  const auto subject = ground::is_verbal(analysis[context.trigger.token])
                           ? ground::subject_of(analysis, context.trigger.token)
                           : std::nullopt;
  if (!subject || *subject == context.phrase.root) return {};
  const PartyReference* found = first_within(context, {analysis[*subject].left_edge, *subject + 1});
  return found ? side(context, *found, "possessive-of-subject") : Side{};
}

Side by_box(const SlotContext& context) {
  if (!context.box || !*context.box) return {};
  return {*context.box, "box-label"};
}

// "Peru lost 14 soldiers", "Peru suffered losses of 49 soldiers": losses are the subject's own.
Side by_loser(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  std::uint32_t verb = context.trigger.token;
  const bool is_noun = !ground::is_verbal(analysis[verb]);
  if (is_noun && !has_dep(analysis, analysis[verb], {"dobj"})) return {};
  if (is_noun) verb = analysis[verb].head;
  const auto& senses = context.view.lexicon.verb(analysis.lemma(analysis[verb]));
  const bool loses = std::any_of(senses.begin(), senses.end(), [&](const HarmVerb& sense) {
    return is_noun ? sense.subject_suffers && !sense.objects.empty() : sense.own_loss;
  });
  if (!loses) return {};
  const auto subject = ground::subject_of(analysis, verb);
  if (!subject || *subject == context.phrase.root) return {};
  if (analysis[*subject].pos == language::Pos::kPron && context.source && context.source->side)
    return {context.source->side, "loser-is-speaker"};
  const PartyReference* found = first_within(context, {analysis[*subject].left_edge, *subject + 1});
  return found ? side(context, *found, "loser") : Side{};
}

// "… and four others wounded": the people of the figure before.
Side by_ellipsis(const SlotContext& context) {
  if (!context.before || !context.before->side || !context.phrase.number) return {};
  const Analysis& analysis = context.view.analysis();
  const bool silent =
      !context.phrase.noun || is_one_of(analysis.lemma(analysis[*context.phrase.noun]), {"other", "more"});
  if (!silent) return {};
  return {context.before->side, "as-before"};
}

// "Two Peruvian guards were killed. Juan Rojas died from sniper fire": one of those counted before.
Side by_count_before_name(const SlotContext& context) {
  if (!context.named) return {};
  return {context.named->side, "count-before-name"};
}

// "border conflict toll in Peru", "the toll … in Kyrgyzstan": the party of a toll's own sentence, when it names one
// only.
Side by_toll_owner(const SlotContext& context) {
  if (context.trigger.rule != "toll") return {};
  const Analysis& analysis = context.view.analysis();
  const Token& toll = analysis[context.trigger.token];
  for (const std::uint32_t child : analysis.children(toll)) {
    if (!has_dep(analysis, analysis[child], {"poss", "amod", "compound"})) continue;
    if (const PartyReference* found = first_within(context, analysis.subtree(analysis[child])))
      return side(context, *found, "toll-owner");
  }
  // "the number of Peruvian wounded", "Peru's wounded", where the parser has no noun
  if (const std::uint32_t word = context.trigger.token; word > 1) {
    const bool possessive = analysis.tag(analysis[word - 1]) == "POS";
    const PartyReference* found = mention_at(context, word - (possessive ? 2 : 1));
    if (found && (possessive || found->form == PartyForm::kDemonym)) return side(context, *found, "toll-owner");
  }
  // "reaches 59 in Peru", where Peru is one of two sides.
  const std::uint32_t next = context.phrase.tokens.end;
  if (next + 1 >= analysis.size() || analysis.lower(analysis[next]) != "in") return {};
  const PartyReference* found = mention_at(context, next + 1);
  if (!found || !context.view.grounded.cast.is_side(context.view.grounded.party(*found).name)) return {};
  return side(context, *found, "toll-in-side");
}

bool is_fight(const SlotContext& context, std::uint32_t token) {
  return context.view.lexicon.is_fight(noun_key(context.view.analysis(), token));
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

// "dozens of injuries on both sides"
bool on_both_sides(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  const std::uint32_t end =
      std::min(analysis.size(), std::max(context.phrase.tokens.end, context.trigger.token + 1) + 3);
  for (std::uint32_t token = context.phrase.tokens.end; token + 1 < end; ++token) {
    if (analysis.lower(analysis[token]) == kBoth && analysis.lower(analysis[token + 1]) == "sides") return true;
  }
  return false;
}

// "The war has killed 1,400 people", "nine people were killed in the clashes", "a conflict that killed nine"
Side by_fight(const SlotContext& context) {
  if (context.phrase.noun_class.insurgent || context.trigger.measure == record::Measure::kForces) return {};
  const Analysis& analysis = context.view.analysis();
  const std::uint32_t trigger = context.trigger.token;
  if (on_both_sides(context)) return {kBoth, "both-sides"};
  if (in_a_fight(context, trigger) || in_a_fight(context, context.phrase.root)) return {kBoth, "in-a-fight"};
  // "Clashes Kill at Least 50": a headline's capitals hide the subject from the parser.
  if (context.trigger.rule == "verb-before" && trigger > 0 && is_fight(context, trigger - 1))
    return {kBoth, "fight-before-verb"};
  const std::uint32_t verb = ground::first_conjunct(analysis, trigger);
  if (!ground::is_verbal(analysis[trigger]) && !has_dep(analysis, analysis[trigger], {"ROOT"})) return {};
  auto subject = ground::subject_of(analysis, trigger);
  // "a war that killed": the subject stands for the noun above; "clashes …, killing nine" has it at the verb above.
  const std::uint32_t head = analysis[verb].head;
  if (has_dep(analysis, analysis[verb], {"relcl", "acl"}))
    subject = head;
  else if (!subject && has_dep(analysis, analysis[verb], {"advcl"}))
    subject = ground::subject_of(analysis, head);
  return subject && *subject != context.phrase.root && is_fight(context, *subject) ? Side{kBoth, "fight-as-subject"}
                                                                                   : Side{};
}

// Whether those counted serve a state: soldiers, "police officers", "members of the security forces" not.
bool in_service(const SlotContext& context) {
  const CountedPhrase& phrase = context.phrase;
  const NounClass& noun = phrase.noun_class;
  if (noun.type != NounType::kPerson || noun.insurgent || !phrase.noun) return false;
  if (noun.service && !noun.weak) return true;
  if (noun.kind == record::PersonKind::kCivilian) return false;
  const Analysis& analysis = context.view.analysis();
  const std::uint32_t begin = phrase.number ? phrase.number->digits.end : phrase.tokens.begin;
  for (std::uint32_t token = begin; token < *phrase.noun; ++token) {
    if (context.view.lexicon.nouns().of_modifier(analysis.lower(analysis[token])).service) return true;
  }
  return false;
}

// Soldiers and police that nobody is named for serve the state the report is about; rebels are of its armed group.
Side by_cast(const SlotContext& context) {
  const ground::ReportCast& cast = context.view.grounded.cast;
  const NounClass& noun = context.phrase.noun_class;
  if (context.source_is_label) return {};
  if (in_service(context) && cast.host && !cast.is_contested) return {cast.host, "host-state"};
  if (noun.insurgent && !noun.unnamed && cast.group) return {cast.group, "armed-group"};
  if (noun.insurgent && cast.claimant) return {cast.claimant, "claiming-group"};
  return {};
}

// A party to the conflict that reports losses without a word of whose they are counts its own; so does anybody who
// speaks of soldiers.
Side by_own_count(const SlotContext& context) {
  if (!context.source || !context.source->side || context.source_is_label) return {};
  const NounClass& noun = context.phrase.noun_class;
  if (noun.insurgent || noun.type == NounType::kThing || noun.type == NounType::kHappening) return {};
  const bool own_service = in_service(context);
  if (!own_service && !context.view.grounded.cast.is_side(*context.source->side)) return {};
  return {context.source->side, own_service ? "own-service" : "own-count"};
}

}  // namespace

Slot<std::string> side_of(const SlotContext& context) {
  using Rule = Side (*)(const SlotContext&);
  static constexpr std::array<Rule, 15> kRules{
      by_demonym,  by_apposition,         by_noun_phrase, by_mention, by_sender,
      by_origin,   by_possessive_pronoun, by_box,         by_loser,   by_toll_owner,
      by_ellipsis, by_count_before_name,  by_own_count,   by_cast,    by_fight};
  for (const Rule rule : kRules) {
    if (Side found = rule(context); found.value) return found;
  }
  // A mention on the noun itself, e.g. a name that is a party's: "Hamas".
  if (context.phrase.noun) {
    if (const PartyReference* found = mention_at(context, *context.phrase.noun)) return side(context, *found, "noun");
  }
  return {};
}

}  // namespace counterclaim::extract
