// Sides that only the speaker tells: "we", "our forces", "the enemy".
//
// Layer: attribute.
#pragma once

#include "counterclaim/attribute/attribution_scopes.h"
#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::attribute {

// Gives the mentions that ground left open the side of whoever speaks over them, or of the other of the two sides. They
// stay open in the report's own voice, and where the speaker's side or opponent is not known. Cost: linear in mentions.
void settle_speaker_sides(const AttributionScopes& scopes, ground::GroundedAnalysis& grounded);

}  // namespace counterclaim::attribute
