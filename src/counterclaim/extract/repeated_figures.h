// Figures that tell again what was told before: headline, lead and body have the same count of the same victims.
//
// Layer: extract, internal. Pure functions.
#pragma once

#include "counterclaim/extract/figures_read.h"

namespace counterclaim::extract {

// Sets `same_as` of each figure to the first one that it repeats: the same measure and number, nothing told that
// differs, another block. Small numbers must agree in side and kind, a single victim in the name. What the first tells
// of the side, one that repeats it and tells none takes over. Cost: linear in figures.
void mark_repeats(FiguresRead& read);

}  // namespace counterclaim::extract
