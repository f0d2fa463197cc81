// Stretches between quotation marks, found on the tokens, independent of any parse.
//
//   “We left,” she said.   ->  {We left,}
//
// Layer: ground. Pure functions.
#pragma once

#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::ground {

// The tokens inside each pair of marks, in text order; a quotation that is not closed ends with the block, one that was
// not opened begins with it. Single marks count where the opening one is curved. Pairs are not nested. Cost: linear.
[[nodiscard]] std::vector<TokenSpan> quotations(const language::Analysis& analysis);

}  // namespace counterclaim::ground
