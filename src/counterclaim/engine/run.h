// What the runs over streams of reports share.
//
// Layer: engine.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "counterclaim/base/error.h"

namespace counterclaim::engine {

// Where the output of a run goes, in pieces; false stops it.
using Sink = std::function<bool(std::string_view)>;

// Called with where and why for each report that could not be read.
using Complaint = std::function<void(std::string_view where, const Error& error)>;

struct RunSummary {
  std::size_t documents = 0;
  std::size_t rejected = 0;
  bool stopped = false;  // the sink did not take the output
};

}  // namespace counterclaim::engine
