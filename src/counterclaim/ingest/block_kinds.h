// Tells headings, list items, lines of a box and the like from paragraphs, by form and the words of resources/layout/.
//
//   heading      the title; a short line that ends no sentence, with a text after it: "Background", "What happened?"
//   list_item    a line with a bullet or a number before it
//   box_line     "Per Peru:" and the short lines after it, "202 servicemen killed"; runs of short lines as an infobox
//                leaves them
//   caption      "Image caption The bridge", "A man walks past ruins (AFP)"; credits of pictures (caption.h)
//   post         the text of a post of a social network, around its signature (posts.h)
//   byline       "By Ana Rojas, BBC News", "13 September 2022", "Juan Soto contributed to this report.", the signature
//                of a post: "— Army of Peru (@army) September 14, 2022" (byline.h)
//   boilerplate  what no reader would count as the report: "Sign up for our newsletter", "Read more: Truce signed",
//                "Home | News | Sport", "{{Infobox war", "Шаблон:Main", a web address alone, "------" (residue.h)
//   paragraph    everything else
//
// A line that holds the report's sentences and something else is cut in parts (line_parts.h).
//
// Layer: ingest. Pure. Cost: linear.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/ingest/passage.h"

namespace counterclaim::ingest {

// Sets the kind of each passage of `text`, and cuts passages that are of several. `title` is the report's, where it is
// known.
void set_block_kinds(std::string_view text, const std::optional<std::string>& title, const LayoutWords& words,
                     std::vector<Passage>& passages);

}  // namespace counterclaim::ingest
