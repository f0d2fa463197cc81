#include "counterclaim/ground/place_reader.h"

#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::ground {

Result<PlaceReader> PlaceReader::load(const std::filesystem::path& /*folder*/) { return PlaceReader(); }

PlacesFound PlaceReader::read(const GroundedAnalysis& grounded) const {
  PlacesFound found;
  found.blocks.resize(grounded.blocks.size());
  return found;
}

}  // namespace counterclaim::ground
