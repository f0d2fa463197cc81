// The noun phrase around a word: its modifiers, prepositional phrases and appositions, no clauses and no conjuncts.
//
//   "The ministry, which … , said"   head "ministry"  ->  "The ministry"
//
// Layer: ground. Pure functions.
#pragma once

#include <cstdint>

#include "counterclaim/base/span.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::ground {

// Longer phrases are lists that the parser hung on one noun; the bounds keep phrases inside phrases linear.
inline constexpr std::uint32_t kLongestLeft = 24, kLongestRight = 32;  // tokens on either side of the head

// The tokens of the phrase; always `index`, its head, among them. Cost: constant.
[[nodiscard]] TokenSpan noun_phrase(const language::Analysis& analysis, std::uint32_t index);

}  // namespace counterclaim::ground
