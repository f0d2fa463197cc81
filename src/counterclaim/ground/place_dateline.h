// The places that a dateline names: "LIMA, Peru, May 3 (Andina) -" has two.
//
// Layer: ground. Pure. Cost: linear in the dateline, which is short.
#pragma once

#include <string_view>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/ground/gazetteer.h"

namespace counterclaim::ground {

// The spans, in bytes of `dateline`, of the names between its commas that the gazetteer knows; dates, agencies and
// what stands behind them are none.
[[nodiscard]] std::vector<ByteSpan> places_of_dateline(std::string_view dateline, const Gazetteers& gazetteers);

}  // namespace counterclaim::ground
