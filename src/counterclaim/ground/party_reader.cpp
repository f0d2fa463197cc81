#include "counterclaim/ground/party_reader.h"

#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::ground {

Result<PartyReader> PartyReader::load(const std::filesystem::path& /*resources*/) { return PartyReader(); }

std::vector<GroundedParty> PartyReader::read(const GroundedAnalysis& /*grounded*/) const { return {}; }

}  // namespace counterclaim::ground
