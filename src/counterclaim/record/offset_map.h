// From positions in a text made for analysis back to the report's text that it was cut from.
//
// The clean text is a sequence of runs; each run's code points stand one for one for consecutive code points of the
// report (a non-breaking space may have become a plain one). Between runs, characters of the report were left out
// (a citation mark, a bullet).
//
// Layer: record.
#pragma once

#include <cstdint>
#include <vector>

#include "counterclaim/base/span.h"

namespace counterclaim::record {

class OffsetMap {
 public:
  // Appends a run of `length` code points that start at `report_begin`. Runs come in order and do not overlap in the
  // report; a run that continues the one before it is merged with it. A length of 0 is ignored.
  void append(std::uint32_t report_begin, std::uint32_t length);

  [[nodiscard]] std::uint32_t size() const { return size_; }  // code points of the clean text

  // The report's characters for a span of the clean text: from the report's position of its first code point to the
  // one after its last. What was left out inside the span is inside the result, what was left out at its ends is not.
  // An empty span gives the empty span at the place where its begin stands. `clean.end` <= size().
  // Cost: logarithmic in the number of runs.
  [[nodiscard]] CodePointSpan to_report(CodePointSpan clean) const;

 private:
  struct Run {
    std::uint32_t clean_begin;
    std::uint32_t report_begin;
  };
  [[nodiscard]] std::uint32_t report_position(std::uint32_t clean) const;

  std::vector<Run> runs_;
  std::uint32_t size_ = 0;
};

}  // namespace counterclaim::record
