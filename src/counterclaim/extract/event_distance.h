// How far a time or a place stands from the word that tells a happening, in steps of the tree.
//
// Layer: extract, internal. Pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "counterclaim/language/analysis.h"

namespace counterclaim::extract {

// What a step between two clauses costs beyond the step itself.
struct ClauseCosts {
  double leaves_relative = 0;  // up and out of "that …", "who …"
  double leaves_content = 0;   // up and out of what is said
  double leaves_clause = 0;    // up and out of any other clause
  double enters_clause = 0;    // down into another clause
};

// The tokens of the sentence that may hold the time or place of a happening: a hundred on either side, so that the cost
// of a sentence of any length stays linear.
[[nodiscard]] TokenSpan near_in_sentence(const language::Analysis& analysis, std::uint32_t token);

// Steps up from `from` to the first common word, and down to `to`; unset where that is more than a dozen each.
[[nodiscard]] std::optional<double> tree_distance(const language::Analysis& analysis, std::uint32_t from,
                                                  std::uint32_t to, const ClauseCosts& costs);

}  // namespace counterclaim::extract
