#include "counterclaim/ground/time_reader.h"

#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::ground {

Result<TimeReader> TimeReader::load(const std::filesystem::path& /*folder*/) { return TimeReader(); }

std::vector<std::vector<GroundedTime>> TimeReader::read(const GroundedAnalysis& grounded) const {
  return std::vector<std::vector<GroundedTime>>(grounded.blocks.size());
}

}  // namespace counterclaim::ground
