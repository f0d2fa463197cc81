// Reads the figures of one block: numbers first, then single victims; fills every slot and keeps the rules' names.
//
// Layer: extract, internal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "counterclaim/extract/block_view.h"
#include "counterclaim/extract/figures_read.h"

namespace counterclaim::extract {

// Appends the block's figures in text order. `box_side`: see box_sides(); `is_box`: a line of its own, no running text.
void read_block(const BlockView& view, const std::optional<std::string>& box_side, bool is_box, FiguresRead& read);

}  // namespace counterclaim::extract
