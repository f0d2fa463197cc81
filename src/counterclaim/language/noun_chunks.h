// Base noun phrases, as spaCy's English syntax iterator finds them.
//
// Layer: language.
#pragma once

#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::language {

// Non-overlapping spans in text order, each from the left edge of a nominal's subtree to the nominal itself (what
// stands behind it is out). Cost: linear.
[[nodiscard]] std::vector<TokenSpan> noun_chunks(const Analysis& analysis);

}  // namespace counterclaim::language
