#include "counterclaim/extract/event_slots.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using attribute::Scope;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Token;
using record::EventStatus;
using record::Stance;

enum class Reality { kTold, kPlanned, kPossible, kWished, kNegated };

constexpr int kMostSteps = 6;

class RealityRules {
 public:
  RealityRules(const EventContext& context, const EventDraft& draft)
      : context_(context), analysis_(context.analysis()), trigger_(draft.trigger) {}

  Reality find() const {
    if (trigger_.is_noun) {
      const Reality noun = of_noun();
      if (noun != Reality::kTold) return noun;
      // Of the clause around a noun only what it does with it counts.
      if (trigger_.clause == trigger_.token || !trigger_.carrying) return Reality::kTold;
    }
    return of_clause(trigger_.clause);
  }

 private:
  bool in_class(std::uint32_t token, std::string_view name) const {
    return (context_.lexicon.classes(context_.key(token)) & context_.lexicon.class_named(name)) != 0;
  }

  Reality of_noun() const {
    for (const std::uint32_t child : analysis_.children(analysis_[trigger_.token])) {
      const Token& word = analysis_[child];
      if (child > trigger_.token) break;
      if (analysis_.lower(word) == "no" || analysis_.lower(word) == "without") return Reality::kNegated;
      if (in_class(child, "PLANNED")) return Reality::kPlanned;
      if (in_class(child, "POSSIBLE")) return Reality::kPossible;
    }
    const Token& noun = analysis_[trigger_.token];
    if (has_dep(analysis_, noun, {"pobj"}) && in_class(noun.head, "NOT_YET")) return Reality::kWished;
    if (trigger_.clause != trigger_.token && !trigger_.carrying && in_class(trigger_.clause, "WISH"))
      return Reality::kWished;
    // "the threat of attacks", "calls for a truce", "efforts to …"
    if (has_dep(analysis_, noun, {"pobj"}) && in_class(analysis_[noun.head].head, "WISH")) return Reality::kWished;
    return Reality::kTold;
  }

  Reality of_clause(std::uint32_t verb) const {
    for (int step = 0; step < kMostSteps; ++step) {
      const Token& word = analysis_[verb];
      bool infinitive = false;
      for (const std::uint32_t child : analysis_.children(word)) {
        const Token& token = analysis_[child];
        const std::string_view lower = analysis_.lower(token);
        if (has_dep(analysis_, token, {"neg"}) && !trigger_.sense->is_negated) return Reality::kNegated;
        if (has_dep(analysis_, token, {"mark"}) && is_one_of(lower, {"if", "unless", "whether"}))
          return Reality::kPossible;
        if (!has_dep(analysis_, token, {"aux"})) continue;
        if (is_one_of(lower, {"will", "shall", "wo", "'ll"})) return Reality::kPlanned;
        if (is_one_of(lower, {"may", "might", "could", "would", "can"})) return Reality::kPossible;
        if (is_one_of(lower, {"must", "should", "ought"})) return Reality::kWished;
        infinitive |= lower == "to";
      }
      if (infinitive) return of_infinitive(verb);
      if (has_dep(analysis_, word, {"pcomp"})) return of_gerund(word);
      if (!has_dep(analysis_, word, {"conj", "xcomp"}) || word.is_root() || !ground::is_verbal(analysis_[word.head]))
        return Reality::kTold;
      verb = word.head;
    }
    return Reality::kTold;
  }

  // "without attacking", "refrained from attacking", "no interest in attacking"
  Reality of_gerund(const Token& word) const {
    const Token& preposition = analysis_[word.head];
    if (analysis_.lower(preposition) == "without") return Reality::kNegated;
    const bool unreal = in_class(preposition.head, "PREVENT") || in_class(preposition.head, "WISH");
    return unreal && is_one_of(analysis_.lower(preposition), {"from", "of", "in", "against", "for"}) ? Reality::kWished
                                                                                                     : Reality::kTold;
  }

  // "plans to attack" is planned, "continued to attack" is told, "came to fight" is a purpose.
  Reality of_infinitive(std::uint32_t verb) const {
    const Token& word = analysis_[verb];
    if (word.is_root() || !has_dep(analysis_, word, {"xcomp", "ccomp", "acl", "conj", "relcl"}))
      return Reality::kWished;
    const std::uint32_t above = word.head;
    if (trigger_.sense->is_negated) return of_clause(above);
    if (in_class(above, "ASPECT")) return of_clause(above);
    if (in_class(above, "PLAN")) return Reality::kPlanned;
    return Reality::kWished;
  }

  const EventContext& context_;
  const Analysis& analysis_;
  const EventTrigger& trigger_;
};

bool is_order(const EventContext& context, const Scope& scope) {
  if (!scope.frame || scope.cue_block != context.block) return false;
  return (context.lexicon.classes(context.key(scope.word)) & context.lexicon.class_named("PLAN")) != 0;
}

// Whether the source speaks of its opponent's deed.
bool is_of_opponent(const EventContext& context, const Scope& scope, const record::Event& event) {
  const auto& speaker = scope.source.side;
  if (!speaker || !event.actor || event.actor == speaker) return false;
  if (event.actor == kBothSides) return false;
  if (event.target == speaker) return true;
  const ground::ReportCast& cast = context.grounded.cast;
  if (cast.is_side(*speaker)) return cast.is_side(*event.actor);
  return (cast.host == speaker && cast.group == event.actor) || (cast.group == speaker && cast.host == event.actor);
}

}  // namespace

bool set_status(const EventContext& context, EventDraft& draft) {
  record::Event& event = draft.event;
  const Reality reality = RealityRules(context, draft).find();
  if (reality == Reality::kWished || reality == Reality::kNegated) return false;
  const Scope* scope = context.scopes.innermost(context.block, draft.trigger.token);
  bool ordered = false;  // "ordered the troops to withdraw"
  if (scope) {
    if (scope->stance == Stance::kDemands && is_order(context, *scope))
      ordered = true;
    else if (scope->stance == Stance::kDemands || scope->stance == Stance::kCondemns)
      return false;
    event.source = scope->source;
    event.rules.push_back({"source", scope->rule});
  }
  if (const attribute::Hedge* hedge = context.scopes.hedge(context.block, draft.trigger.token))
    event.hedge = std::string(context.analysis().text(hedge->words));
  if (reality == Reality::kPossible)
    event.status = EventStatus::kHypothetical;
  else if (reality == Reality::kPlanned || ordered ||
           (scope && !draft.takes_up && (scope->stance == Stance::kPledges || scope->stance == Stance::kThreatens)))
    event.status = EventStatus::kPlanned;
  else if (scope && (scope->stance == Stance::kDenies || scope->stance == Stance::kRefuses))
    event.status = EventStatus::kDenied;
  else if (scope && is_of_opponent(context, *scope, event))
    event.status = EventStatus::kAlleged;
  draft.is_threatened = event.status != EventStatus::kReported && scope && scope->stance == Stance::kThreatens;
  event.rules.push_back({"status", scope ? "speaker" : "own-voice"});
  return true;
}

}  // namespace counterclaim::extract
