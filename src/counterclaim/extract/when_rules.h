// When something told happens: by the time words of its own clause, else of its sentence, else by the last day named
// before in the same paragraph.
//
//   "On Monday, after the raid of May, nine guards were killed."   ->  the Monday
//   "Rebels attacked on Monday. Nine guards were killed."          ->  the Monday
//   "The 2020 war killed thousands."                               ->  2020, for the war's dead alone
//
// Layer: extract. Pure functions. Cost: the times of the sentence and of the paragraph before it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::extract {

struct When {
  std::string value;      // ISO 8601 date, month or year, or EDTF interval
  std::string_view rule;  // static storage
};

// `token`: the word of the block that tells the happening. Unset where nothing dates it.
[[nodiscard]] std::optional<When> when_of(const ground::GroundedAnalysis& grounded, std::uint32_t block,
                                          std::uint32_t token);

// The day, month, year or interval of a time expression as a record's `when` has it; unset for durations, sets and
// what is not resolved.
[[nodiscard]] std::optional<std::string> edtf_of(const record::TimeMention& time);

}  // namespace counterclaim::extract
