// Where the program finds the language model and the resources.
//
// Layer: engine.
#pragma once

#include <filesystem>

#include "counterclaim/base/error.h"

namespace counterclaim::engine {

struct DataFolder {
  std::filesystem::path model;      // an unpacked spaCy pipeline
  std::filesystem::path resources;  // rules and lexicons
};

// Looks at COUNTERCLAIM_DATA if it is set; else, from where the program itself is, at ../share/counterclaim (installed)
// and at share/counterclaim (built). The folder holds "model" and "resources"; one
// that lacks either is passed over if there is a complete one behind it.
// Errors: model_missing, resource_missing; the message says where it looked and which command helps.
[[nodiscard]] Result<DataFolder> find_data_folder();

}  // namespace counterclaim::engine
