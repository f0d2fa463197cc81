// Finds the names of places and resolves them to the gazetteer's places.
//
//   "Troops left Goris in Syunik Province."  ->  Goris (39.51, 46.34; within Syunik, Armenia), Syunik Province
//   "Yerevan denied it."                     ->  none: a capital that acts is a party (metonymy.h)
//
// A name that no gazetteer knows, or whose sense stays open, is in the list with its place unset, and a diagnostic
// place_unresolved tells so. place_spans.h finds the stretches, place_judge.h decides which are places,
// place_resolver.h which places they are.
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/span.h"
#include "counterclaim/ground/gazetteer.h"
#include "counterclaim/ground/metonymy.h"
#include "counterclaim/ground/place_cues.h"
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
  // `folder`: resources/places. `gazetteers` may be null: then names are found by the grammar alone and stay
  // unresolved. Errors: those of read_resource_file.
  [[nodiscard]] static Result<PlaceReader> load(const std::filesystem::path& folder,
                                                std::shared_ptr<const Gazetteers> gazetteers);

  // Reads the blocks' analyses and party names. Cost: linear in tokens.
  [[nodiscard]] PlacesFound read(const GroundedAnalysis& grounded) const;

 private:
  PlaceReader(PlaceCues cues, Metonymy metonymy, std::shared_ptr<const Gazetteers> gazetteers);

  PlaceCues cues_;
  Metonymy metonymy_;
  std::shared_ptr<const Gazetteers> gazetteers_;
};

}  // namespace counterclaim::ground
