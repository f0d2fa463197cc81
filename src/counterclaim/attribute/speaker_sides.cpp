#include "counterclaim/attribute/speaker_sides.h"

namespace counterclaim::attribute {
namespace {

using ground::GroundedParty;
using ground::SpeakerRelation;

std::optional<std::string> opponent_of(const ground::ReportCast& cast, const std::string& side) {
  if (!cast.is_side(side)) return std::nullopt;
  return (*cast.dyad)[0] == side ? (*cast.dyad)[1] : (*cast.dyad)[0];
}

}  // namespace

void settle_speaker_sides(const AttributionScopes& scopes, ground::GroundedAnalysis& grounded) {
  for (GroundedParty& party : grounded.parties) {
    if (party.relation == SpeakerRelation::kNone || party.mention.side) continue;
    const Scope* scope = scopes.innermost(party.block, party.head);
    if (!scope || !scope->source.side) continue;
    const bool own = party.relation == SpeakerRelation::kOwn;
    party.mention.side = own ? scope->source.side : opponent_of(grounded.cast, *scope->source.side);
    if (party.mention.side) party.mention.rules.push_back({"side", own ? "speaker" : "opponent-of-speaker"});
  }
}

}  // namespace counterclaim::attribute
