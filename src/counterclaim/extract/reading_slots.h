// Fills the slots of a block's readings: amount, whole, source, side, kind, time, evidence.
//
// Layer: extract, internal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "counterclaim/extract/block_view.h"
#include "counterclaim/extract/reading.h"

namespace counterclaim::extract {

// `readings`: of one block, in text order, with phrase, trigger and measure. `box_side`: see box_sides(). A reading
// takes from those before it in its sentence what it leaves out. Cost: linear in readings; each looks at a bounded
// number before it and at its sentence.
void fill_slots(const BlockView& view, const std::optional<std::string>& box_side, std::vector<Reading>& readings);

// Whether nothing but commas and "and" parts two phrases.
[[nodiscard]] bool only_list_between(const BlockView& view, const CountedPhrase& first, const CountedPhrase& second);

// Whether the mark behind the whole opens a list of its parts: "eight people - six guards and two cooks".
[[nodiscard]] bool opens_list_of_parts(const BlockView& view, const Reading& whole, std::uint32_t mark);

}  // namespace counterclaim::extract
