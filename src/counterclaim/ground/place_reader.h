// Finds the names of places and resolves them to the gazetteer's places.
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/span.h"
#include "counterclaim/record/diagnostic.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::ground {

struct GroundedAnalysis;

struct GroundedPlace {
  TokenSpan tokens;  // of the block; empty for one that stands in the block's dateline
  record::PlaceMention mention;
};

struct PlacesFound {
  std::vector<std::vector<GroundedPlace>> blocks;  // for each block its places in text order
  std::vector<record::Diagnostic> diagnostics;     // place_unresolved
};

class PlaceReader {
 public:
  // `folder`: resources/places. Errors: those of read_resource_file.
  [[nodiscard]] static Result<PlaceReader> load(const std::filesystem::path& folder);

  // Reads the blocks' analyses and party names. Cost: linear in tokens.
  [[nodiscard]] PlacesFound read(const GroundedAnalysis& grounded) const;
};

}  // namespace counterclaim::ground
