// Which program is writing to a case.
//
// Layer: store (internal). Reads /proc; where that tells nothing, so does this.
#pragma once

#include <optional>
#include <string>

namespace counterclaim::store {

// "counterclaim (process 4711)": the process that holds SQLite's write lock on the database `path`, for a message.
// nullopt: none does any more, or the system does not tell.
[[nodiscard]] std::optional<std::string> lock_holder(const std::string& path);

}  // namespace counterclaim::store
