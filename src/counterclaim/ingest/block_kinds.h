// Tells headings, list items, lines of a box and the like from paragraphs, by form alone.
//
//   heading      the title; a short line that ends no sentence, with a text after it: "Background", "What happened?"
//   list_item    a line with a bullet or a number before it
//   box_line     "Per Armenia:" and the short lines after it, "202 servicemen killed"; runs of short lines as an
//   infobox
//                leaves them
//   byline       "By Sally Nabil, BBC News", "13 September 2022", "— Freedom House (@freedomhouse) September 14, 2022"
//   boilerplate  a line without letters and digits: "------"
//   paragraph    everything else
//
// Layer: ingest. Pure. Cost: linear.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/ingest/passage.h"

namespace counterclaim::ingest {

// Sets the kind of each passage of `text`. `title` is the report's, where it is known.
void set_block_kinds(std::string_view text, const std::optional<std::string>& title, std::vector<Passage>& passages);

}  // namespace counterclaim::ingest
