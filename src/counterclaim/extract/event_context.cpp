#include "counterclaim/extract/event_context.h"

#include <algorithm>

#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::extract {

using ground::has_dep;
using language::Token;

std::string_view EventContext::key(std::uint32_t token) const {
  const Token& word = analysis()[token];
  return word.pos == language::Pos::kPropn ? analysis().lower(word) : analysis().lemma(word);
}

WordClasses EventContext::classes(std::uint32_t token) const {
  WordClasses found = lexicon.classes(key(token));
  if (const ground::GroundedParty* party = grounded.mention_at(block, token)) {
    if (party->mention.side) found |= kPartyClass;
    const auto kind = party->mention.kind;
    if (kind == record::PartyKind::kState || kind == record::PartyKind::kMilitary ||
        kind == record::PartyKind::kAlliance)
      found |= kStateClass;
    if (kind != record::PartyKind::kState && kind != record::PartyKind::kMedium) found |= kPeopleClass;
  }
  if (here().party_at(token)) found |= kPartyClass;
  if (place_at(token)) found |= kPlaceClass;
  const NounType type = nouns.of(key(token)).type;
  if (type == NounType::kPerson) found |= kPeopleClass;
  if (type == NounType::kPlace) found |= kPlaceClass;
  return found;
}

const ground::GroundedPlace* EventContext::place_at(std::uint32_t token) const {
  const auto& places = here().places;
  const auto behind =
      std::upper_bound(places.begin(), places.end(), token,
                       [](std::uint32_t at, const ground::GroundedPlace& place) { return at < place.tokens.begin; });
  return behind != places.begin() && (behind - 1)->tokens.contains(token) ? &*(behind - 1) : nullptr;
}

bool EventContext::is_nominal(std::uint32_t token) const {
  const Token& word = analysis()[token];
  if (ground::is_noun(word)) return true;
  if (analysis().tag(word) != "VBG") return false;
  if (has_dep(analysis(), word, {"compound", "attr"})) return true;
  if (!has_dep(analysis(), word, {"dobj", "pobj", "nsubj", "nsubjpass", "conj", "appos"})) return false;
  for (const std::uint32_t child : analysis().children(word)) {
    if (has_dep(analysis(), analysis()[child], {"dobj", "aux", "auxpass", "nsubj"})) return false;
  }
  return true;
}

std::optional<std::string> holder_of(const ground::GroundedAnalysis& grounded, const record::PlaceMention& place) {
  if (!place.country || !place.claimed_by.empty()) return std::nullopt;
  for (const ground::Party& party : grounded.lexicon->parties()) {
    if (party.country_code == *place.country) return party.name;
  }
  return std::nullopt;
}

}  // namespace counterclaim::extract
