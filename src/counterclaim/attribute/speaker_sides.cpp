#include "counterclaim/attribute/speaker_sides.h"

namespace counterclaim::attribute {
namespace {

std::optional<std::string> side_by_speaker(const ground::ReportCast& cast, ground::SpeakerRelation relation,
                                           const std::optional<std::string>& speaker) {
  if (!speaker || relation == ground::SpeakerRelation::kOwn) return speaker;
  if (!cast.is_side(*speaker)) return std::nullopt;
  return (*cast.dyad)[0] == *speaker ? (*cast.dyad)[1] : (*cast.dyad)[0];
}

}  // namespace

void complete_parties(const AttributionScopes& scopes, ground::GroundedAnalysis& grounded) {
  for (ground::GroundedParty& party : grounded.parties) {
    if (party.relation == ground::SpeakerRelation::kNone || party.mention.side) continue;
    const Scope* scope = scopes.innermost(party.block, party.head);
    if (!scope) continue;
    party.mention.side = side_by_speaker(grounded.cast, party.relation, scope->source.side);
    if (party.mention.side) party.mention.rules.push_back({"side", "speaker"});
  }
}

}  // namespace counterclaim::attribute
