// One hash for all that a record depends on besides the report: model and resources.
//
// Layer: engine (internal).
#pragma once

#include <string>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/data_folder.h"

namespace counterclaim::engine {

// "sha256:" and 64 hexadecimal digits: of the lines "<sha256 of the file>  <name>" for all files of the model and the
// resources' .toml and .tsv, names relative to the data folder and sorted. Other files among the resources and hidden
// ones, such as an editor's backups, change nothing. Errors: file_unreadable. Cost: some 50 ms.
[[nodiscard]] Result<std::string> hash_of_data(const DataFolder& data);

}  // namespace counterclaim::engine
