// Figures that tell again what was told before: headline, lead and body have the same count of the same victims.
//
// Layer: extract, internal. Pure functions.
#pragma once

#include <cstdint>
#include <vector>

#include "counterclaim/record/figure.h"

namespace counterclaim::extract {

// Sets `same_as` of each figure to the first one that it repeats: the same measure and number, nothing told that
// differs, another block. `blocks`: of each figure; `additions`: those that add to what was told ("another nine").
// Small numbers must agree in side and kind, a single victim in the name. Cost: linear in figures.
void mark_repeats(std::vector<record::Figure>& figures, const std::vector<std::uint32_t>& blocks,
                  const std::vector<bool>& additions);

}  // namespace counterclaim::extract
