// What the words around a figure tell of how it goes with the report's other figures: see FigureHint.
//
// Layer: extract, internal. Pure functions.
#pragma once

#include "counterclaim/extract/block_view.h"
#include "counterclaim/extract/reading.h"

namespace counterclaim::extract {

// All but `takes_up`, which whoever found the figure knows. Cost: the sentence of the figure.
void fill_hint(const BlockView& view, Reading& reading);

// Whether the number is of people told before: "two of them", "one of the injured guards".
[[nodiscard]] bool is_of_them(const BlockView& view, const CountedPhrase& phrase);

}  // namespace counterclaim::extract
