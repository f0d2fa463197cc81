// A text with marks that nest and overlap, cut into stretches under the same marks.
//
//   marks [0, 9) and [4, 6) of a text of 12  ->  [0, 4) {0}  [4, 6) {1, 0}  [6, 9) {0}  [9, 12) {}
//
// Layer: publish. Pure. Cost: n log n in the number of marks and cuts; a segment knows at most kMostMarks of the marks
// over it, so that thousands of nested marks stay cheap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "counterclaim/base/span.h"

namespace counterclaim::publish {

struct TextSegment {
  static constexpr std::size_t kMostMarks = 6;
  CodePointSpan span;
  std::vector<std::uint32_t> marks;   // positions of marks over the segment, the shortest first
  std::vector<std::uint32_t> starts;  // positions of all marks that begin with the segment
};

// The segments of [0, length) in order; none of them crosses a position of `cuts` (sorted). Marks are not empty and
// end at `length` at the latest.
[[nodiscard]] std::vector<TextSegment> segments_of(std::span<const CodePointSpan> marks,
                                                   std::span<const std::uint32_t> cuts, std::uint32_t length);

}  // namespace counterclaim::publish
