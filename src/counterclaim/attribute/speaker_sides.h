// Sides that only the speaker tells: "we", "our forces", "the enemy".
//
//   "Our forces held the town," the Peruvian minister said.   ->  the mention "Our forces" has the side Peru
//
// Layer: attribute. Pure functions.
#pragma once

#include "counterclaim/attribute/attribution_scopes.h"
#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::attribute {

// Gives each mention of grounded.parties that stands in a relation to its speaker the side of whoever speaks over it:
// the speaker's own, or for the enemy of one of the conflict's two sides the other one. Cost: linear in mentions.
void complete_parties(const AttributionScopes& scopes, ground::GroundedAnalysis& grounded);

}  // namespace counterclaim::attribute
