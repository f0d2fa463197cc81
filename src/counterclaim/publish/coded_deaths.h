// The deaths of a happening for a coder's row, by UCDP's rule: for each part (side A, side B, civilians, unknown) the
// lowest, the most reliable and the highest count; of the row the sums, so that low <= best <= high, and best is the
// sum of its parts (UCDP GED Codebook, "best", "high", "low").
//
// The most reliable count of a side is its own; then that of the report or of somebody who belongs to neither side;
// then the other side's. A range has its ends as low and high and its lower end as best; words without a number count
// what CountWords has for them.
//
// Layer: publish. Pure.
#pragma once

#include <cstdint>

#include "counterclaim/publish/count_words.h"
#include "counterclaim/publish/happening.h"

namespace counterclaim::publish {

struct DeathEstimate {
  std::int64_t low = 0, best = 0, high = 0;
};

struct CodedDeaths {
  DeathEstimate side_a, side_b, civilians, unknown;
  [[nodiscard]] DeathEstimate total() const;
};

// Side A is the event's actor, side B its target.
[[nodiscard]] CodedDeaths coded_deaths(const Happening& happening, const CountWords& words);

}  // namespace counterclaim::publish
