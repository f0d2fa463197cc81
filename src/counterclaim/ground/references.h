// What the mentions of a report stand for and whose they are: sides, pronouns, short forms, people met again.
//
// Layer: ground, internal.
#pragma once

#include <vector>

#include "counterclaim/ground/leaders.h"
#include "counterclaim/ground/party_draft.h"
#include "counterclaim/ground/party_nouns.h"

namespace counterclaim::ground {

// Fills all slots but `phrase` of every draft; drafts are in text order. Cost: linear in drafts and tokens.
void resolve_parties(const PartyNouns& nouns, const Leaders& leaders, const GroundedAnalysis& grounded,
                     std::vector<PartyDraft>& drafts);

}  // namespace counterclaim::ground
