// Whose losses the lines of a box are about, from the labels above them.
//
//   Peru              side Peru
//   Per Chile:        (Chile counts; the side stays Peru)
//   Chilean claim:    without a side heading: the losses of Chile's opponent
//
// Layer: extract, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/attribute/attribution_scopes.h"
#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::extract {

// For each block: the side its lines are about; unset for running text and where no label tells. Cost: linear in
// tokens.
[[nodiscard]] std::vector<std::optional<std::string>> box_sides(const attribute::AttributionScopes& scopes,
                                                                const ground::GroundedAnalysis& grounded);

}  // namespace counterclaim::extract
