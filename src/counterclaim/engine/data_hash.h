// One hash for all that a record depends on besides the report: model, resources and
// gazetteers.
//
// Layer: engine (internal).
#pragma once

#include <string>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/data_folder.h"

namespace counterclaim::engine {

// "sha256:" and 64 hexadecimal digits: of the lines "<sha256 of the file>  <name>" for all files of the model and the
// resources' .toml and .tsv, names relative to the data folder and sorted, then
// "<checksum>  gazetteers/<position>" for each gazetteer, the checksum being the one its header tells. Other files
// among the resources and hidden ones, such as an editor's backups, change nothing. Errors: file_unreadable, and those
// of opening a gazetteer. Cost: some 50 ms.
[[nodiscard]] Result<std::string> hash_of_data(const DataFolder& data);

}  // namespace counterclaim::engine
