// The language model with the kernel that a user asked for by name.
//
// Layer: engine (internal).
#pragma once

#include <filesystem>
#include <string>

#include "counterclaim/base/error.h"
#include "counterclaim/language/pipeline.h"

namespace counterclaim::engine {

// `kernel`: "avx512", "avx2", "portable", or "" for the fastest. Errors: usage, and Pipeline::load's.
[[nodiscard]] Result<language::Pipeline> load_pipeline(const std::filesystem::path& folder, const std::string& kernel);

}  // namespace counterclaim::engine
