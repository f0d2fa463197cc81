#include "counterclaim/extract/event_reader.h"

#include <algorithm>
#include <utility>

#include "counterclaim/extract/event_merge.h"
#include "counterclaim/extract/event_slots.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

using ground::child_with_dep;
using ground::has_dep;
using ground::is_one_of;
using language::Analysis;
using language::Token;

// The passage that tells it: the trigger, its verb and what stands close by on either side of them.
TokenSpan evidence(const Analysis& analysis, const EventTrigger& trigger) {
  constexpr std::uint32_t kReach = 24;  // tokens
  const TokenSpan sentence = ground::sentence_of(analysis, trigger.token);
  TokenSpan span{std::min(trigger.token, trigger.clause), std::max(trigger.token, trigger.clause) + 1};
  if (span.size() > kReach) span = {trigger.token, trigger.token + 1};
  const Token& top = analysis[trigger.is_noun && !trigger.carrying ? trigger.token : trigger.clause];
  span.begin = std::min(span.begin, std::max(top.left_edge, span.begin - std::min(span.begin, kReach)));
  span.end = std::max(span.end, std::min(top.right_edge + 1, span.end + kReach));
  span = {std::max(span.begin, sentence.begin), std::min(span.end, sentence.end)};
  while (span.end > trigger.token + 1 &&
         (analysis[span.end - 1].pos == language::Pos::kPunct || analysis[span.end - 1].is_space))
    --span.end;
  return span;
}

// A noun with an article or owner, and one that only dates or explains something else, stands for what was told.
bool takes_up(const Analysis& analysis, const EventTrigger& trigger) {
  if (!trigger.is_noun) return false;
  const Token& noun = analysis[trigger.token];
  // A caption: "Protests in Lima"
  if (noun.is_root()) return true;
  // "It was a barbaric attack": says something of what was told.
  if (has_dep(analysis, noun, {"attr"}) && child_with_dep(analysis, analysis[noun.head], {"nsubj"})) return true;
  // "launched its offensive"
  if (trigger.carrying == Carrying::kActor && child_with_dep(analysis, noun, {"poss"})) return false;
  if (const auto word = child_with_dep(analysis, noun, {"det", "poss"}))
    return !is_one_of(analysis.lower(analysis[*word]), {"a", "an", "another", "some", "any", "no", "all"});
  if (!has_dep(analysis, noun, {"pobj"})) return false;
  return is_one_of(analysis.lower(analysis[noun.head]), {"after", "before", "since", "following", "during", "amid"});
}

bool is_other(const EventContext& context, const EventTrigger& trigger) {
  const Analysis& analysis = context.analysis();
  const WordClasses otherness = context.lexicon.class_named("OTHERNESS");
  const auto children = analysis.children(analysis[trigger.token]);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
    return (context.lexicon.classes(context.key(child)) & otherness) != 0;
  });
}

// What the party of that name is; unset for one that no list has.
std::optional<record::PartyKind> kind_of(const ground::GroundedAnalysis& grounded, std::string_view name) {
  for (const ground::Party& party : grounded.lexicon->parties()) {
    if (party.name == name) return party.kind;
  }
  const bool own = std::any_of(grounded.own_parties.begin(), grounded.own_parties.end(),
                               [&](const ground::Party& party) { return party.name == name; });
  return own ? std::optional(record::PartyKind::kArmedGroup) : std::nullopt;
}

class EventPass {
 public:
  EventPass(const EventLexicon& lexicon, const NounClasses& nouns, const ground::GroundedAnalysis& grounded,
            const attribute::AttributionScopes& scopes)
      : lexicon_(lexicon), nouns_(nouns), grounded_(grounded), scopes_(scopes) {}

  std::vector<EventDraft> run() {
    std::uint32_t first_place = 0;
    for (std::uint32_t block = 0; block < grounded_.blocks.size(); ++block) {
      if (grounded_.document->blocks[block].kind != record::BlockKind::kBoilerplate) read_block(block, first_place);
      first_place += static_cast<std::uint32_t>(grounded_.blocks[block].places.size());
    }
    std::vector<const record::PlaceMention*> places;
    for (const ground::GroundedBlock& block : grounded_.blocks) {
      for (const ground::GroundedPlace& place : block.places) places.push_back(&place.mention);
    }
    return merge_events(std::move(drafts_), places);
  }

 private:
  void read_block(std::uint32_t block, std::uint32_t first_place) {
    const EventContext context{lexicon_, nouns_, grounded_, scopes_, block};
    for (EventTrigger& trigger : find_event_triggers(context)) {
      EventDraft draft;
      draft.block = block;
      draft.first_place = first_place;
      draft.event.type = trigger.type;
      draft.event.instruments = trigger.instruments;
      draft.event.rules.push_back({"event", trigger.rule});
      draft.trigger = std::move(trigger);
      draft.takes_up = takes_up(context.analysis(), draft.trigger);
      const record::BlockKind kind = grounded_.document->blocks[block].kind;
      draft.is_headline = kind == record::BlockKind::kHeading || kind == record::BlockKind::kCaption;
      draft.is_other = is_other(context, draft.trigger);
      set_place(context, draft);
      set_sides(context, draft);
      if (!set_status(context, draft)) continue;
      set_time(context, draft);
      draft.event.span = grounded_.report_span(block, evidence(context.analysis(), draft.trigger));
      drafts_.push_back(std::move(draft));
    }
  }

  const EventLexicon& lexicon_;
  const NounClasses& nouns_;
  const ground::GroundedAnalysis& grounded_;
  const attribute::AttributionScopes& scopes_;
  std::vector<EventDraft> drafts_;
};

}  // namespace

Result<EventReader> EventReader::load(const std::filesystem::path& resources) {
  auto lexicon = EventLexicon::load(resources / "events");
  if (!lexicon) return tl::unexpected<Error>(std::move(lexicon.error()));
  auto codes = EventCodes::load(resources / "events");
  if (!codes) return tl::unexpected<Error>(std::move(codes.error()));
  auto nouns = NounClasses::load(resources / "casualties");
  if (!nouns) return tl::unexpected<Error>(std::move(nouns.error()));
  return EventReader(std::move(*lexicon), std::move(*codes), std::move(*nouns));
}

std::vector<record::Event> EventReader::read(const ground::GroundedAnalysis& grounded,
                                             const attribute::AttributionScopes& scopes) const {
  std::vector<record::Event> out;
  for (EventDraft& draft : EventPass(lexicon_, nouns_, grounded, scopes).run()) {
    codes_.apply(draft.event.actor ? kind_of(grounded, *draft.event.actor) : std::nullopt, draft);
    out.push_back(std::move(draft.event));
  }
  return out;
}

}  // namespace counterclaim::extract
