#include <algorithm>
#include <array>

#include "counterclaim/extract/side_from_report.h"
#include "counterclaim/extract/slot_rules.h"
#include "counterclaim/ground/party_words.h"
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

Side side(const SlotContext& context, const PartyReference& reference, std::string_view rule) {
  return {context.view.grounded.party(reference).name, rule};
}

// "the Peru-backed rebels" are not Peru's.
bool is_backer(const SlotContext& context, const PartyReference& reference) {
  const Analysis& analysis = context.view.analysis();
  const std::uint32_t hyphen = reference.tokens.end;
  if (hyphen + 1 >= analysis.size() || analysis.lower(analysis[hyphen]) != "-") return false;
  return is_one_of(analysis.tag(analysis[hyphen + 1]), {"VBN", "VBD", "VBG", "JJ"});
}

const PartyReference* first_within(const SlotContext& context, TokenSpan span) {
  const PartyReference* found = context.view.here().first_party_within(span);
  while (found && is_backer(context, *found)) {
    span.begin = found->tokens.end;
    found = span.begin < span.end ? context.view.here().first_party_within(span) : nullptr;
  }
  return found;
}

const PartyReference* mention_at(const SlotContext& context, std::uint32_t token) {
  return context.view.here().party_at(token);
}

// "12 Peruvian rebels" fight Peru: they have no name but that one.
std::optional<std::string> rebels_of(const SlotContext& context, const PartyReference& found) {
  const CountedPhrase& phrase = context.phrase;
  if (!phrase.noun || !phrase.noun_class.insurgent || phrase.noun_class.unnamed) return std::nullopt;
  const bool state = context.view.grounded.party(found).kind == record::PartyKind::kState;
  if (!state || found.form != PartyForm::kDemonym || found.tokens.contains(*phrase.noun)) return std::nullopt;
  const Analysis& analysis = context.view.analysis();
  const std::string noun = noun_key(analysis, *phrase.noun);
  return std::string(analysis.text(found.tokens)) + " " + noun + (noun.ends_with('s') ? "" : "s");
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
  if (auto rebels = rebels_of(context, *found)) return {std::move(rebels), "rebels"};
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
    constexpr std::uint32_t kLongest = 7, kLongestOfGroup = 14;  // "cadres of the squad of the Shining Path"
    const bool of_group = context.phrase.noun_class.insurgent || is_of_armed_group(context.view, noun);
    if (phrase && span.size() > (of_group ? kLongestOfGroup : kLongest)) continue;
    if (const PartyReference* found = first_within(context, span); found && found->form != PartyForm::kSeat)
      return side(context, *found, "noun-phrase");
  }
  return {};
}

// "Two of the dead were Peruvian", "all nine were Peruvians"
Side by_predicate(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  const Token& root = analysis[context.phrase.root];
  if (!has_dep(analysis, root, {"nsubj"}) || analysis.lemma(analysis[root.head]) != "be") return {};
  const auto predicate = child_with_dep(analysis, analysis[root.head], {"attr", "acomp"});
  if (!predicate) return {};
  const PartyReference* found = mention_at(context, *predicate);
  return found && found->form == PartyForm::kDemonym ? side(context, *found, "predicate") : Side{};
}

// "a businessman from Tacna", "a Tacna teacher": of the state that holds the place.
Side by_home(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  if (!context.phrase.noun || context.phrase.noun_class.type != NounType::kPerson) return {};
  const std::uint32_t noun = *context.phrase.noun;
  if (noun > context.phrase.tokens.begin) {
    if (auto state = ground::state_of_first_place(context.view.grounded, context.view.block,
                                                  {context.phrase.tokens.begin, noun}))
      return {std::move(state), "home"};
  }
  constexpr std::uint32_t kNear = 6;
  for (const std::uint32_t child : analysis.children(analysis[noun])) {
    if (child < noun || !has_dep(analysis, analysis[child], {"prep"}) || analysis.lower(analysis[child]) != "from")
      continue;
    const TokenSpan span{child + 1, std::min(analysis[child].right_edge + 1, child + kNear)};
    if (span.empty()) continue;
    if (auto state = ground::state_of_first_place(context.view.grounded, context.view.block, span))
      return {std::move(state), "home"};
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

// "displaced from Peruvian villages", "moved out of Peru's border areas"
Side by_origin(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  if (context.trigger.measure != record::Measure::kDisplaced) return {};
  constexpr std::uint32_t kNear = 8;  // tokens from the verb to its "from"
  const std::uint32_t begin = context.trigger.token + 1;
  const TokenSpan sentence = ground::punctuated_sentence(analysis, context.trigger.token);
  for (std::uint32_t token = begin; token < std::min(sentence.end, begin + kNear); ++token) {
    if (analysis.lower(analysis[token]) != "from" && analysis.lower(analysis[token]) != "out") continue;
    const std::uint32_t end = std::min({sentence.end, token + kNear, analysis[token].right_edge + 1});
    if (const PartyReference* found = first_within(context, {token + 1, end})) return side(context, *found, "origin");
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
  if (!context.before || !is_elliptic(context)) return {};
  if (context.two_sides_before) return {kBoth, "as-both-before"};
  if (!context.before->side) return {};
  return {context.before->side, "as-before"};
}

bool is_state(const SlotContext& context, const std::string& side) {
  const auto& parties = context.view.grounded.lexicon->parties();
  return std::any_of(parties.begin(), parties.end(), [&](const ground::Party& party) {
    return party.name == side && party.kind == record::PartyKind::kState;
  });
}

// "Two Peruvian guards were killed. Juan Rojas died from sniper fire": one of those counted before.
Side by_count_before_name(const SlotContext& context) {
  if (!context.named) return {};
  if (in_service(context) && !is_state(context, *context.named->side)) return {};
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
  // "the injured Peruvian nationals number 198"
  constexpr std::uint32_t kNear = 5;
  const std::uint32_t number = context.phrase.tokens.begin;
  if (number > 0 && number <= context.trigger.token + kNear) {
    const std::uint32_t begin =
        std::max(ground::sentence_of(analysis, number).begin, number > kNear ? number - kNear : 0);
    if (const PartyReference* found = begin < number ? first_within(context, {begin, number}) : nullptr;
        found && found->form == PartyForm::kDemonym)
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

}  // namespace

bool is_of_armed_group(const BlockView& view, std::uint32_t noun) {
  const Analysis& analysis = view.analysis();
  if (!view.lexicon.nouns().is_belonging(noun_key(analysis, noun))) return false;
  const auto armed_within = [&](TokenSpan span) {
    const PartyReference* found = view.here().first_party_within(span);
    return found && view.grounded.party(*found).kind == record::PartyKind::kArmedGroup;
  };
  if (armed_within({analysis[noun].left_edge, noun + 1})) return true;
  const auto of = child_with_dep(analysis, analysis[noun], {"prep"});
  constexpr std::uint32_t kLongest = 16;  // "of the committee of the northern zone of the Shining Path"
  if (!of || !is_one_of(analysis.lower(analysis[*of]), {"of", "from", "with"})) return false;
  return armed_within({*of + 1, std::min(analysis[*of].right_edge + 1, *of + kLongest)});
}

bool is_elliptic(const SlotContext& context) {
  const Analysis& analysis = context.view.analysis();
  const CountedPhrase& phrase = context.phrase;
  if (!phrase.number) return analysis.lower(analysis[phrase.root]) == "another";
  return !phrase.noun || is_one_of(analysis.lemma(analysis[*phrase.noun]), {"other", "more"});
}

bool fought_once(const SlotContext& context) {
  const BlockView& view = context.view;
  const Analysis& analysis = view.analysis();
  const std::uint32_t noun = context.phrase.noun.value_or(context.phrase.root);
  bool former = false;
  for (std::uint32_t token = context.phrase.tokens.begin; token <= noun; ++token) {
    former = former || view.lexicon.nouns().is_former(analysis.lower(analysis[token]));
    if (former && (class_of(view, token).insurgent || is_of_armed_group(view, token))) return true;
  }
  return false;
}

Slot<std::string> side_of(const SlotContext& context) {
  if (fought_once(context)) return {};
  using Rule = Side (*)(const SlotContext&);
  static constexpr std::array<Rule, 21> kRules{by_demonym,
                                               by_apposition,
                                               by_noun_phrase,
                                               by_predicate,
                                               by_mention,
                                               by_home,
                                               by_sender,
                                               by_origin,
                                               by_possessive_pronoun,
                                               by_box,
                                               by_loser,
                                               by_toll_owner,
                                               by_ellipsis,
                                               by_count_before_name,
                                               by_own_count,
                                               by_cast,
                                               by_group_before,
                                               by_place,
                                               by_ground,
                                               by_fight,
                                               by_toll_of_two};
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
