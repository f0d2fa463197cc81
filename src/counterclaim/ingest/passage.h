// A stretch of a report that becomes a block: a line, a part of one, or the lines of a paragraph that was wrapped at a
// column.
//
// Layer: ingest.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/ingest/lines.h"
#include "counterclaim/record/document.h"

namespace counterclaim::ingest {

struct Passage {
  ByteSpan bytes = {};
  CodePointSpan code_points = {};
  bool blank_before = false;  // a blank line or the beginning of the text stands before it
  bool wrapped = false;       // made of more than one line
  record::BlockKind kind = record::BlockKind::kParagraph;
  bool has_title = false;   // it is the report's title
  bool credit = false;      // says whose picture something is, and nothing else
  bool signature = false;   // of a post: "— Army (@army) May 3, 2021"
  bool markup = false;      // remnants of markup stand in it
  std::uint32_t label = 0;  // bytes at the beginning that are no part of its words: "Image caption "
  std::uint32_t tail = 0;   // bytes at the end: " (AFP)"
};

// One passage for each line, but one for all lines of a group (no blank line within) that was wrapped at a column: two
// lines or more, the longest of 50 to 120 characters, the first word of each line too long for the rest of the line
// before it, half of them in lower case, none a list item. Pure. Cost: linear.
[[nodiscard]] std::vector<Passage> join_wrapped_lines(std::string_view text, const std::vector<Line>& lines);

}  // namespace counterclaim::ingest
