// Reads time expressions and resolves them to TIMEX3 values and calendar intervals.
//
//   "On Tuesday morning …" in a report of 2022-09-13
//     ->  "Tuesday morning"  TIME  2022-09-13TMO  2022-09-13T06:00 .. 2022-09-13T12:00
//
// Words and patterns are data (resources/times); grammar comes from the analysis; what is not told is taken from the
// report's date or from the narrative so far ("two days later", "that summer", "in April"), and stays unset where
// neither tells it. Extents and values follow TimeML 1.2.1. What stands on the page beside the report ("© 2018") is not
// read.
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/span.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::ground {

struct GroundedAnalysis;

struct GroundedTime {
  TokenSpan tokens;  // of the block; empty for one that stands in the block's dateline
  record::TimeMention mention;
};

class TimeReader {
 public:
  // `folder`: resources/times. Errors: those of read_resource_file.
  [[nodiscard]] static Result<TimeReader> load(const std::filesystem::path& folder);

  TimeReader(TimeReader&&) noexcept;
  TimeReader& operator=(TimeReader&&) noexcept;
  ~TimeReader();

  // For each block its expressions in text order. Reads the blocks' analyses. Cost: linear in characters.
  [[nodiscard]] std::vector<std::vector<GroundedTime>> read(const GroundedAnalysis& grounded) const;

 private:
  struct Rules;
  explicit TimeReader(std::unique_ptr<const Rules> rules);

  std::unique_ptr<const Rules> rules_;
};

}  // namespace counterclaim::ground
