// Whom the words of a noun phrase make its party: "Peruvian troops", "Peru's army", "the president of Peru", "officials
// in Lima", "Ana Rojas, the head of Peru's army".
//
// Layer: ground, internal.
#pragma once

#include <vector>

#include "counterclaim/ground/party_phrase.h"

namespace counterclaim::ground {

// Fills owner, owner_rule, second_owner and owner_word of a phrase whose other slots are filled. `is_name`: of each
// token of the block whether it is part of a person's name.
void find_owner(const PartyNouns& nouns, const std::vector<bool>& is_name, const GroundedAnalysis& grounded,
                PartyPhrase& phrase);

}  // namespace counterclaim::ground
