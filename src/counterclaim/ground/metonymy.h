// Whether the name of a place stands for those who act from there: "Baku denied", "Washington urged both sides".
//
// Layer: ground. Pure functions.
#pragma once

#include "counterclaim/base/span.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::ground {

// `name`: the tokens of a country's or a town's name. True where the grammar shows it acting as people do.
[[nodiscard]] bool acts(const language::Analysis& analysis, TokenSpan name);

}  // namespace counterclaim::ground
