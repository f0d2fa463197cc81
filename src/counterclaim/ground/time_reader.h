// Reads time expressions and resolves them to TIMEX3 values and calendar intervals.
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
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

  // For each block its expressions in text order. Reads the blocks' analyses and numbers. Cost: linear in tokens.
  [[nodiscard]] std::vector<std::vector<GroundedTime>> read(const GroundedAnalysis& grounded) const;
};

}  // namespace counterclaim::ground
