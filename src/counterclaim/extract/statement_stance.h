// The stance of one act of saying and the party that it is aimed at.
//
// Layer: extract, internal. Pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "counterclaim/attribute/attribution_scopes.h"
#include "counterclaim/extract/stance_lexicon.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/record/statement.h"

namespace counterclaim::extract {

struct StanceReading {
  record::Stance stance = record::Stance::kAsserts;
  std::string_view stance_rule;  // empty: the verb's own
  std::optional<std::string> target;
  std::string_view target_rule;
};

[[nodiscard]] StanceReading stance_of(const StanceLexicon& lexicon, const ground::GroundedAnalysis& grounded,
                                      const attribute::Scope& scope);

}  // namespace counterclaim::extract
