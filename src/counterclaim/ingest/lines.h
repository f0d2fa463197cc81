// The lines of a report's text.
//
//   split_lines("One.\r\n\n  Two.")  ->  "One." and "Two.", the second after a blank line
//
// Layer: ingest. Pure. Cost: linear.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "counterclaim/base/span.h"

namespace counterclaim::ingest {

struct Line {
  ByteSpan bytes;             // without the spaces and invisible characters around it; never empty
  CodePointSpan code_points;  // the same characters
  bool blank_before = false;  // a blank line or the beginning of the text stands before it
};

// The lines of `text` (valid UTF-8) that are not blank, in text order. LF, CR LF, CR, VT, FF, NEL, U+2028 and U+2029
// end a line. At most `limit` lines and one: a caller that gets more than `limit` has not got all.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text, std::size_t limit);

}  // namespace counterclaim::ingest
