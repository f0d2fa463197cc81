// Single people without a number: "an officer was killed", "killing a conscript", "General Rojas died in the raid".
//
// Layer: extract, internal.
#pragma once

#include <vector>

#include "counterclaim/extract/counted_phrase.h"
#include "counterclaim/extract/trigger.h"

namespace counterclaim::extract {

struct SingleVictim {
  CountedPhrase phrase;
  Trigger trigger;
};

// The single victims of the block, in text order, one for each happening to each person. `counted`: for each token
// whether it belongs to a phrase with a number.
[[nodiscard]] std::vector<SingleVictim> single_victims(const BlockView& view, const std::vector<bool>& counted);

}  // namespace counterclaim::extract
