// From the characters of a block to the text that is analysed, with the way back.
//
//   clean_text("• Five soldiers[12] died.", 40, BlockKind::kListItem)
//     ->  text "Five soldiers died.", whose code points 0..14 are the report's 42..56, and 14.. its 60..
//
// Cut: the marker of a list item, the dateline of a paragraph, citation marks, invisible characters (soft hyphens, zero
// width spaces), spaces at the beginning. Spaces of every width, tabs and line ends become U+0020, one for one. All
// else stays as it is. Positions are made while reading on.
//
// Layer: ingest. Pure. Cost: linear.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "counterclaim/base/span.h"
#include "counterclaim/record/document.h"
#include "counterclaim/record/offset_map.h"

namespace counterclaim::ingest {

struct CleanText {
  std::string text;
  record::OffsetMap map;   // code points of `text` -> of the report
  CodePointSpan dateline;  // of the report; empty: there is none
};

// `block` (valid UTF-8) begins at code point `report_begin` of the report. A block of kind kBoilerplate keeps its
// marker.
[[nodiscard]] CleanText clean_text(std::string_view block, std::uint32_t report_begin, record::BlockKind kind);

}  // namespace counterclaim::ingest
