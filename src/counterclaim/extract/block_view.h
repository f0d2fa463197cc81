// One block of a report with everything the rules for figures look at. Passed by reference to every rule.
//
// Layer: extract, internal.
#pragma once

#include <cstdint>

#include "counterclaim/attribute/attribution_scopes.h"
#include "counterclaim/extract/casualty_lexicon.h"
#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::extract {

struct BlockView {
  const CasualtyLexicon& lexicon;
  const ground::GroundedAnalysis& grounded;
  const attribute::AttributionScopes& scopes;
  std::uint32_t block;

  [[nodiscard]] const ground::GroundedBlock& here() const { return grounded.blocks[block]; }
  [[nodiscard]] const language::Analysis& analysis() const { return grounded.blocks[block].analysis; }
};

}  // namespace counterclaim::extract
