// Where the program finds the language model, the resources and the world's gazetteer.
//
// Layer: engine.
#pragma once

#include <filesystem>
#include <vector>

#include "counterclaim/base/error.h"

namespace counterclaim::engine {

struct DataFolder {
  std::filesystem::path model;      // an unpacked spaCy pipeline
  std::filesystem::path resources;  // rules and lexicons
  // The world's, then extra ones that the user names; find_data_folder gives the world's alone.
  std::vector<std::filesystem::path> gazetteers;
};

// Looks at COUNTERCLAIM_DATA if it is set; else, from where the program itself is, at ../share/counterclaim (installed)
// and at share/counterclaim (built). The folder holds "model", "resources" and
// "world.gazetteer"; one that lacks any is passed over if there is a complete one behind it.
// Errors: model_missing, resource_missing, gazetteer_missing; the message says where it looked and which command helps.
[[nodiscard]] Result<DataFolder> find_data_folder();

}  // namespace counterclaim::engine
