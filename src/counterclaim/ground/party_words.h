// What the words of a phrase tell by themselves of the party or person: kind, name, office, side.
//
// Layer: ground, internal. Pure functions.
#pragma once

#include <optional>
#include <string>

#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/party_draft.h"

namespace counterclaim::ground {

// Fills these slots of a draft that has its phrase.
void read_own_words(const PartyNouns& nouns, const GroundedAnalysis& grounded, PartyDraft& draft);

// The side that a name stands for; unset for a medium that is a party by itself.
[[nodiscard]] std::optional<std::string> side_of(const GroundedAnalysis& grounded, const PartyReference& reference);

// The state that holds the first place named within the tokens of a block: a town or an area, no country. Unset where
// none is named, or where it is claimed by several. Cost: logarithmic in places, linear in the parties of the lexicon.
[[nodiscard]] std::optional<std::string> state_of_first_place(const GroundedAnalysis& grounded, std::uint32_t block,
                                                              TokenSpan tokens);

}  // namespace counterclaim::ground
