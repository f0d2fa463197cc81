// Every name of a report that is a place, before it is known which: the spans of place_spans.h, judged one by one and
// then in the light of the whole report.
//
// The whole report tells that a surname is no place ("Chad" after "Chad Miller"), that a name which is a place in one
// sentence is one in the next, that in "Malawi, Mozambique and Zambia" all are if one is, and which name is the area of
// which ("Attapeu, Laos").
//
// Layer: ground. Pure. Cost: linear in tokens.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/place_candidates.h"
#include "counterclaim/ground/place_judge.h"
#include "counterclaim/ground/place_resolver.h"
#include "counterclaim/ground/place_spans.h"

namespace counterclaim::ground {

struct FoundPlace {
  std::uint32_t block = 0;
  TokenSpan tokens;  // empty for one that stands in the block's dateline
  CodePointSpan report_span;
  PlaceUse use;           // its container counts in the list it stands in
  std::string_view rule;  // that took it for a place; static
};

// In text order. `candidates` gets the names' candidates.
[[nodiscard]] std::vector<FoundPlace> find_places(const GroundedAnalysis& grounded, const PlaceCues& cues,
                                                  const Metonymy& metonymy, PlaceCandidates& candidates);

}  // namespace counterclaim::ground
