// Whole files as bytes. For loading and ingestion only: the analysing layers touch no file.
//
// Layer: base.
#pragma once

#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>

#include "counterclaim/base/error.h"

namespace counterclaim {

// The bytes of a file or pipe. Never holds more than `limit_bytes` and a buffer.
// Errors: file_not_found, file_unreadable (also a folder), text_too_large (more than `limit_bytes`).
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path,
                                            std::size_t limit_bytes = std::numeric_limits<std::size_t>::max());

}  // namespace counterclaim
