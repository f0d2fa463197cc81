#include <algorithm>

#include "counterclaim/extract/event_distance.h"
#include "counterclaim/extract/event_slots.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {
namespace {

constexpr double kFarthest = 7;  // steps in the tree from a happening to its place
constexpr double kCountry = 1;   // what a whole country costs, so that a place in it is preferred
constexpr ClauseCosts kCosts = {.leaves_relative = 2, .leaves_content = 3, .leaves_clause = 2, .enters_clause = 2};

// "a US envoy", "talks with Peru", "the Kabul government", "a truce between Peru and Chile": whose somebody is, not
// where; "in Peru", "the streets of Lima" and "the Arica region" are places.
bool is_of_party(const EventContext& context, const ground::GroundedPlace& place) {
  const std::uint32_t token = place.tokens.end - 1;
  if (!context.here().party_at(token)) return false;
  const language::Analysis& analysis = context.analysis();
  const language::Token& word = analysis[ground::first_conjunct(analysis, token)];
  const auto is_place_word = [&](std::uint32_t noun) {
    return (context.lexicon.classes(context.key(noun)) & kPlaceClass) != 0;
  };
  if (ground::has_dep(analysis, word, {"compound", "nmod"})) return !is_place_word(word.head);
  if (ground::has_dep(analysis, word, {"dobj"})) return context.lexicon.verb(context.key(word.head)).empty();
  if (!ground::has_dep(analysis, word, {"pobj", "appos", "npadvmod", "ROOT"})) return true;
  const std::string_view preposition = analysis.lower(analysis[word.head]);
  if (preposition == "of") return !is_place_word(analysis[word.head].head);
  if (preposition == "on") return place.mention.kind == record::PlaceKind::kCountry;
  return ground::is_one_of(preposition, {"by", "with", "against", "between", "for", "than", "as"});
}

}  // namespace

void set_place(const EventContext& context, EventDraft& draft) {
  const language::Analysis& analysis = context.analysis();
  const auto& places = context.here().places;
  const TokenSpan sentence = near_in_sentence(analysis, draft.trigger.token);
  double least = kFarthest;
  for (auto place = std::lower_bound(
           places.begin(), places.end(), sentence.begin,
           [](const ground::GroundedPlace& at, std::uint32_t begin) { return at.tokens.begin < begin; });
       place != places.end() && place->tokens.begin < sentence.end; ++place) {
    if (place->tokens.empty() || is_of_party(context, *place)) continue;
    auto cost = tree_distance(analysis, draft.trigger.token, place->tokens.end - 1, kCosts);
    if (cost && place->mention.kind == record::PlaceKind::kCountry) *cost += kCountry;
    if (!cost || *cost >= least) continue;
    least = *cost;
    draft.event.place = draft.first_place + static_cast<std::uint32_t>(place - places.begin());
  }
  if (draft.event.place) draft.event.rules.push_back({"place", "nearest"});
}

}  // namespace counterclaim::extract
