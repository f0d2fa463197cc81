#include <algorithm>
#include <array>
#include <vector>

#include "counterclaim/extract/event_slots.h"
#include "counterclaim/ground/noun_phrase.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using language::Analysis;
using language::Token;
using record::EventType;

const StringSet kOf = {"of"};

struct Argument {
  std::optional<std::uint32_t> token;
  std::optional<std::string> side;
  std::string_view rule;
};

class SideRules {
 public:
  SideRules(const EventContext& context, EventDraft& draft)
      : context_(context), analysis_(context.analysis()), draft_(draft), trigger_(draft.trigger) {}

  void run() {
    Argument actor = argument(trigger_.sense->actor, true);
    Argument target = argument(trigger_.sense->target, false);
    if (trigger_.carrying) take_carrier(actor, target);
    if (trigger_.harm) take_harm(actor, target);
    if (trigger_.is_noun && !actor.side) take_doer_behind(actor);
    // Nobody attacks his own ground: whose it is then is not told.
    if (target.side && target.side == actor.side && !names_party(*target.token)) target.side.reset();
    keep_words(actor, draft_.event.actor_text);
    keep_words(target, draft_.event.target_text);
    draft_.hits_civilians = target.token && is_civilian(*target.token);
    draft_.actor_told = actor.side.has_value();
    draft_.target_told = target.side.has_value();
    if (trigger_.sense->is_mutual) return set_mutual(actor, target);
    if (!actor.side) actor = by_accusation();
    if (draft_.event.type == EventType::kViolation && !actor.side) {
      Argument both{std::nullopt, std::string(kBothSides), "mutual"};
      return fill(both, both);
    }
    if (!target.side && suffers()) target = default_target(actor);
    if (!actor.side && target.side && context_.grounded.cast.dyad &&
        (is_violent(draft_.event.type) || draft_.event.type == EventType::kCapture)) {
      if (auto other = opponent(*target.side)) actor = {std::nullopt, std::move(other), "opponent"};
    }
    fill(std::move(actor), std::move(target));
  }

 private:
  void fill(Argument actor, Argument target) {
    if (actor.side) draft_.event.rules.push_back({"actor", actor.rule});
    if (target.side) draft_.event.rules.push_back({"target", target.rule});
    draft_.event.actor = std::move(actor.side);
    draft_.event.target = std::move(target.side);
  }

  // Whether the type is of those that somebody suffers.
  bool suffers() const {
    const EventType type = draft_.event.type;
    if (is_violent(type)) return true;
    switch (type) {
      case EventType::kTerritoryTaken:
      case EventType::kViolation:
      case EventType::kBlockade:
      case EventType::kCapture:
      case EventType::kDestruction:
      case EventType::kDisplacement: return true;
      default: return false;
    }
  }

  Argument argument(const EventRole& role, bool is_actor) const {
    std::array<std::pair<std::optional<std::uint32_t>, std::string_view>, 3> places;
    if (!trigger_.is_noun) {
      places[0] = {role.subject ? doer_of(analysis_, trigger_.token) : std::nullopt, "subject"};
      places[1] = {role.object ? sufferer_of(analysis_, trigger_.token) : std::nullopt, "object"};
    } else if (role.owner) {
      places[0] = {owner(), "owner"};
    }
    places[2] = {object_behind(analysis_, trigger_.token, role.behind), "preposition"};
    Argument found;
    for (const auto& [token, rule] : places) {
      if (!token) continue;
      if (!found.token) found.token = token;
      if (auto side = side_of(*token, is_actor)) return {token, std::move(side), rule};
    }
    return found;
  }

  // "Peru's raid", "the Peruvian raid", "rebel attacks"
  std::optional<std::uint32_t> owner() const {
    std::optional<std::uint32_t> any;
    for (const std::uint32_t child : analysis_.children(analysis_[trigger_.token])) {
      const Token& word = analysis_[child];
      if (child > trigger_.token) break;
      if (has_dep(analysis_, word, {"poss"})) return child;
      if (has_dep(analysis_, word, {"amod", "compound", "nmod"}) &&
          (context_.classes(child) & (kPartyClass | kPeopleClass)))
        any = child;
    }
    return any;
  }

  // Whose the people, things or ground are that a word stands for.
  std::optional<std::string> side_of(std::uint32_t token, bool is_actor) const {
    if (const ground::GroundedParty* party = context_.grounded.mention_at(context_.block, token)) {
      if (party->mention.side) return party->mention.side;
    }
    TokenSpan phrase = ground::noun_phrase(analysis_, token);
    for (std::uint32_t at = token + 1; at < phrase.end; ++at) {
      if (analysis_.lower(analysis_[at]) == "by") phrase.end = at;
    }
    if (auto side = named_within({phrase.begin, token + 1})) return side;
    if (const auto counted = object_behind(analysis_, token, kOf); counted && *counted != token) {
      if (const auto* mention = context_.grounded.mention_at(context_.block, *counted);
          mention && mention->mention.side)
        return mention->mention.side;
    }
    if (is_actor) return std::nullopt;
    if (auto side = named_within({token, phrase.end})) return side;
    for (std::uint32_t at = phrase.begin; at < phrase.end; ++at) {
      if (const ground::GroundedPlace* place = context_.place_at(at))
        return holder_of(context_.grounded, place->mention);
    }
    return std::nullopt;
  }

  std::optional<std::string> named_within(TokenSpan tokens) const {
    const ground::PartyReference* party = context_.here().first_party_within(tokens);
    if (!party || party->form == ground::PartyForm::kSeat) return std::nullopt;
    return context_.grounded.party(*party).name;
  }

  bool is_civilian(std::uint32_t token) const {
    const auto of = object_behind(analysis_, token, kOf);
    return (context_.lexicon.classes(context_.key(token)) & context_.lexicon.class_named("CIVILIAN")) != 0 ||
           context_.nouns.of(context_.key(of.value_or(token))).kind == record::PersonKind::kCivilian;
  }

  // Whether the words name a party, not a place that one holds.
  bool names_party(std::uint32_t token) const {
    const TokenSpan phrase = ground::noun_phrase(analysis_, token);
    const auto* mention = context_.grounded.mention_at(context_.block, token);
    return (mention && mention->mention.side) || context_.here().first_party_within(phrase);
  }

  // "Peru launched a raid", "the convoy came under attack"
  void take_carrier(Argument& actor, Argument& target) const {
    const auto subject = doer_of(analysis_, trigger_.clause);
    if (!subject) return;
    Argument& slot = *trigger_.carrying == Carrying::kTarget ? target : actor;
    if (slot.token) return;
    auto side = side_of(*subject, *trigger_.carrying != Carrying::kTarget);
    slot = {subject, std::move(side), "carrier"};
  }

  // "an attack claimed by rebels", "a raid blamed on rebels", "rebels claimed responsibility for a raid"
  void take_doer_behind(Argument& actor) const {
    static const StringSet kBehind = {"by", "on", "to"};
    const auto take = [&](std::optional<std::uint32_t> doer) {
      if (!doer) return false;
      auto side = side_of(*doer, true);
      if (side || !actor.token) actor = {doer, std::move(side), "doer-behind"};
      return actor.side.has_value();
    };
    for (const std::uint32_t child : analysis_.children(analysis_[trigger_.token])) {
      const Token& word = analysis_[child];
      const bool clause = has_dep(analysis_, word, {"acl", "relcl"}) && carries(child);
      if (clause && take(object_behind(analysis_, child, kBehind))) return;
      // "an ISIL-claimed attack"
      if (has_dep(analysis_, word, {"amod"}) && carries(child) &&
          take(child_with_dep(analysis_, word, {"npadvmod", "nsubj", "compound"})))
        return;
    }
    const Token& noun = analysis_[trigger_.token];
    if (!has_dep(analysis_, noun, {"pobj"}) || analysis_.lower(analysis_[noun.head]) != "for") return;
    const std::uint32_t responsibility = analysis_[noun.head].head;
    if (analysis_.lemma(analysis_[responsibility]) == "responsibility" && trigger_.clause != trigger_.token)
      take(doer_of(analysis_, trigger_.clause));
    if (analysis_.lemma(analysis_[responsibility]) == "responsible")
      take(doer_of(analysis_, analysis_[responsibility].head));
  }

  bool carries(std::uint32_t verb) const {
    const auto carrying = context_.lexicon.carrying(context_.key(verb));
    return carrying == Carrying::kActor || carrying == Carrying::kDoer;
  }

  // "Rebels killed nine guards in a raid", "the raid left nine guards dead"
  void take_harm(Argument& actor, Argument& target) const {
    const auto doer = doer_of(analysis_, *trigger_.harm);
    if (!actor.side && doer && *doer != trigger_.token) {
      if (auto side = side_of(*doer, true); side || !actor.token) actor = {doer, std::move(side), "harm"};
    }
    const auto sufferer = sufferer_of(analysis_, *trigger_.harm);
    if (!target.side && sufferer && *sufferer != trigger_.token) {
      if (auto side = side_of(*sufferer, false); side || !target.token) target = {sufferer, std::move(side), "harm"};
    }
  }

  // "accused Chile of …"
  Argument by_accusation() const {
    const attribute::Scope* scope = context_.scopes.innermost(context_.block, trigger_.token);
    if (!scope || scope->stance != record::Stance::kAccuses || !scope->target || scope->cue_block != context_.block)
      return {};
    return {scope->target, side_of(*scope->target, true), "accused"};
  }

  Argument default_target(const Argument& actor) const {
    const attribute::Scope* scope = context_.scopes.innermost(context_.block, trigger_.token);
    if (scope && scope->stance == record::Stance::kAccuses && scope->source.side && scope->source.side != actor.side)
      return {std::nullopt, scope->source.side, "accuser"};
    if (actor.side == kBothSides) return {std::nullopt, actor.side, "mutual"};
    if (actor.side) {
      if (auto other = opponent(*actor.side)) return {std::nullopt, std::move(other), "opponent"};
    }
    if (draft_.event.place) {
      const record::PlaceMention& place = context_.here().places[*draft_.event.place - draft_.first_place].mention;
      if (auto side = holder_of(context_.grounded, place); side && side != actor.side)
        return {std::nullopt, std::move(side), "ground"};
    }
    const auto& host = context_.grounded.cast.host;
    if (host && host != actor.side) return {std::nullopt, host, "host"};
    return {};
  }

  // The other one of the report's two parties.
  std::optional<std::string> opponent(std::string_view side) const {
    const ground::ReportCast& cast = context_.grounded.cast;
    if (cast.dyad) {
      if (!cast.is_side(side)) return std::nullopt;
      return (*cast.dyad)[0] == side ? (*cast.dyad)[1] : (*cast.dyad)[0];
    }
    if (cast.host == side) return cast.group;
    if (cast.group == side) return cast.host;
    return std::nullopt;
  }

  // The sides of all that a phrase names: "Peru and Chile", "Peruvian and Chilean officials".
  void collect(std::uint32_t token, std::vector<std::string>& sides) const {
    constexpr std::uint32_t kMost = 32;
    const Token& head = analysis_[token];
    const std::uint32_t end = std::min(head.right_edge + 1, token + kMost);
    const auto add = [&](std::optional<std::string> side) {
      if (side && *side != kBothSides && std::find(sides.begin(), sides.end(), *side) == sides.end())
        sides.push_back(std::move(*side));
    };
    std::uint32_t at = token;
    add(side_of(at, true));
    for (const std::uint32_t child : analysis_.children(head)) {
      if (has_dep(analysis_, analysis_[child], {"amod", "compound", "nmod", "poss"})) add(named_at(child));
      for (const std::uint32_t inner : analysis_.children(analysis_[child])) {
        if (has_dep(analysis_, analysis_[inner], {"conj"})) add(named_at(inner));
      }
    }
    // "the presidents of Peru and Chile"
    if (const auto owner = object_behind(analysis_, token, kOf)) {
      add(side_of(*owner, true));
      if (const auto other = child_with_dep(analysis_, analysis_[*owner], {"conj"})) add(side_of(*other, true));
    }
    for (int step = 0; step < 4; ++step) {
      const auto next = child_with_dep(analysis_, analysis_[at], {"conj"});
      if (!next || *next >= end) break;
      at = *next;
      add(side_of(at, true));
    }
  }

  std::optional<std::string> named_at(std::uint32_t token) const {
    const ground::PartyReference* party = context_.here().party_at(token);
    return party ? std::optional(context_.grounded.party(*party).name) : std::nullopt;
  }

  // "Peru and Chile clashed", "clashes between …", "talks with Bolivia": order does not count.
  void set_mutual(const Argument& actor, const Argument& target) {
    std::vector<std::string> sides;
    if (actor.token) collect(*actor.token, sides);
    if (target.token) collect(*target.token, sides);
    draft_.actor_told = !sides.empty();
    draft_.target_told = sides.size() > 1;
    const bool is_clash = draft_.event.type == EventType::kArmedClash;
    if (auto side = broker())
      return fill({std::nullopt, std::move(side), "broker"}, {std::nullopt, std::string(kBothSides), "broker"});
    if (draft_.event.type == EventType::kTalks && trigger_.is_noun && sides.size() == 1) add_speaker(sides);
    if (sides.size() >= 2 && !is_dyad(sides))
      return fill({std::nullopt, sides[0], "named"}, {std::nullopt, sides[1], "named"});
    if (sides.size() == 1 && !is_clash) return fill({std::nullopt, sides[0], "named"}, {});
    Argument both{std::nullopt, std::string(kBothSides), "mutual"};
    fill(both, is_clash ? both : Argument());
  }

  // "Bolivia brokered a truce", "a truce brokered by Bolivia", "a Bolivia-brokered truce"
  std::optional<std::string> broker() const {
    std::optional<std::uint32_t> word;
    if (trigger_.carrying == Carrying::kBroker) word = doer_of(analysis_, trigger_.clause);
    for (const std::uint32_t child : analysis_.children(analysis_[trigger_.token])) {
      if (!has_dep(analysis_, analysis_[child], {"acl", "relcl", "amod"}) ||
          context_.lexicon.carrying(context_.key(child)) != Carrying::kBroker)
        continue;
      word = has_dep(analysis_, analysis_[child], {"amod"})
                 ? child_with_dep(analysis_, analysis_[child], {"npadvmod", "nsubj", "compound"})
                 : doer_of(analysis_, child);
    }
    if (!word) return std::nullopt;
    auto side = side_of(*word, true);
    return side ? side : named_at(*word);
  }

  // "In a call with the Chilean president, the Peruvian president said …"
  void add_speaker(std::vector<std::string>& sides) const {
    if (trigger_.clause == trigger_.token) return;
    const auto doer = doer_of(analysis_, trigger_.clause);
    auto side = doer && *doer != trigger_.token ? side_of(*doer, true) : std::nullopt;
    if (side && *side != kBothSides && *side != sides[0]) sides.insert(sides.begin(), std::move(*side));
  }

  bool is_dyad(const std::vector<std::string>& sides) const {
    return sides.size() == 2 && context_.grounded.cast.is_side(sides[0]) && context_.grounded.cast.is_side(sides[1]);
  }

  void keep_words(const Argument& argument, std::optional<std::string>& words) const {
    if (!argument.token) return;
    words = std::string(analysis_.text(ground::noun_phrase(analysis_, *argument.token)));
  }

  const EventContext& context_;
  const Analysis& analysis_;
  EventDraft& draft_;
  const EventTrigger& trigger_;
};

}  // namespace

void set_sides(const EventContext& context, EventDraft& draft) { SideRules(context, draft).run(); }

}  // namespace counterclaim::extract
