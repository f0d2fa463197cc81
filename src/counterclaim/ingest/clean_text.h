// From the characters of a block to the text that is analysed, with the way back.
//
//   clean_text("• Five soldiers[12] died.", 40, {.kind = BlockKind::kListItem}, words)
//     ->  text "Five soldiers died.", whose code points 0..14 are the report's 42..56, and 14.. its 60..
//
// Cut: the marker of a list item or of a line of a post, the dateline of a paragraph, the label and the tail that the
// passage tells, citation marks, remnants of markup (markup.h), invisible characters (soft hyphens, zero width spaces),
// spaces at the beginning. Spaces of every width, tabs and line ends become U+0020, one for one; an entity ("&nbsp;")
// becomes its character, which stands for the first of the entity's. All else stays as it is. Positions are made while
// reading on.
//
// Layer: ingest. Pure. Cost: linear.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "counterclaim/base/span.h"
#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/ingest/passage.h"
#include "counterclaim/record/offset_map.h"

namespace counterclaim::ingest {

struct CleanText {
  std::string text;
  record::OffsetMap map;   // code points of `text` -> of the report
  CodePointSpan dateline;  // of the report; empty: there is none
};

// `block` (valid UTF-8), all or a part of `passage`, begins at code point `report_begin` of the report. Nothing is cut
// off a block of kind kBoilerplate but citation marks and invisible characters.
[[nodiscard]] CleanText clean_text(std::string_view block, std::uint32_t report_begin, const Passage& passage,
                                   const LayoutWords& words);

}  // namespace counterclaim::ingest
