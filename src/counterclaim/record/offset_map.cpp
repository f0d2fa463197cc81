#include "counterclaim/record/offset_map.h"

#include <algorithm>
#include <cassert>

namespace counterclaim::record {

void OffsetMap::append(std::uint32_t report_begin, std::uint32_t length) {
  if (length == 0) return;
  const std::uint32_t report_end = runs_.empty() ? 0 : runs_.back().report_begin + (size_ - runs_.back().clean_begin);
  assert(report_begin >= report_end);
  const bool continues = !runs_.empty() && report_begin == report_end;
  if (!continues) runs_.push_back({size_, report_begin});
  size_ += length;
}

std::uint32_t OffsetMap::report_position(std::uint32_t clean) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), clean,
                                      [](std::uint32_t value, const Run& run) { return value < run.clean_begin; });
  if (after == runs_.begin()) return 0;
  const Run& run = *(after - 1);
  return run.report_begin + (clean - run.clean_begin);
}

CodePointSpan OffsetMap::to_report(CodePointSpan clean) const {
  assert(clean.begin <= clean.end && clean.end <= size_);
  const std::uint32_t begin = report_position(clean.begin);
  if (clean.empty()) return {begin, begin};
  return {begin, report_position(clean.end - 1) + 1};
}

}  // namespace counterclaim::record
