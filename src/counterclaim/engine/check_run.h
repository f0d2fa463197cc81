// `counterclaim check`: whether a case is what it should be.
//
// Layer: engine.
#pragma once

#include <cstddef>
#include <string>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/run.h"

namespace counterclaim::engine {

struct CheckSummary {
  std::size_t reports = 0;   // that were checked
  std::size_t problems = 0;  // that were told
};

// Tells each problem as a line. Errors: those of opening a case, and of a file so damaged that it cannot be walked.
[[nodiscard]] Result<CheckSummary> run_check(const std::string& case_path, const Sink& sink);

}  // namespace counterclaim::engine
