#include "counterclaim/publish/text_segments.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace counterclaim::publish {
namespace {

std::vector<std::uint32_t> boundaries_of(std::span<const CodePointSpan> marks, std::span<const std::uint32_t> cuts,
                                         std::uint32_t length) {
  std::vector<std::uint32_t> boundaries(cuts.begin(), cuts.end());
  boundaries.push_back(0);
  boundaries.push_back(length);
  for (const CodePointSpan mark : marks) {
    boundaries.push_back(mark.begin);
    boundaries.push_back(mark.end);
  }
  std::sort(boundaries.begin(), boundaries.end());
  boundaries.erase(std::unique(boundaries.begin(), boundaries.end()), boundaries.end());
  return boundaries;
}

std::vector<std::uint32_t> order_by(std::span<const CodePointSpan> marks, std::uint32_t CodePointSpan::* end) {
  std::vector<std::uint32_t> order(marks.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return marks[a].*end < marks[b].*end; });
  return order;
}

}  // namespace

std::vector<TextSegment> segments_of(std::span<const CodePointSpan> marks, std::span<const std::uint32_t> cuts,
                                     std::uint32_t length) {
  const std::vector<std::uint32_t> boundaries = boundaries_of(marks, cuts, length);
  const std::vector<std::uint32_t> by_begin = order_by(marks, &CodePointSpan::begin);
  const std::vector<std::uint32_t> by_end = order_by(marks, &CodePointSpan::end);
  std::set<std::pair<std::uint32_t, std::uint32_t>> open;  // length and position of the marks over the segment
  std::vector<TextSegment> segments;
  auto begins = by_begin.begin();
  auto ends = by_end.begin();
  for (std::size_t n = 0; n + 1 < boundaries.size(); ++n) {
    TextSegment segment{{boundaries[n], boundaries[n + 1]}, {}, {}};
    for (; ends != by_end.end() && marks[*ends].end <= segment.span.begin; ++ends)
      open.erase({marks[*ends].size(), *ends});
    for (; begins != by_begin.end() && marks[*begins].begin == segment.span.begin; ++begins) {
      open.emplace(marks[*begins].size(), *begins);
      segment.starts.push_back(*begins);
    }
    for (auto mark = open.begin(); mark != open.end() && segment.marks.size() < TextSegment::kMostMarks; ++mark)
      segment.marks.push_back(mark->second);
    segments.push_back(std::move(segment));
  }
  return segments;
}

}  // namespace counterclaim::publish
