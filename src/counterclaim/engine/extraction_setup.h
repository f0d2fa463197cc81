// All that the analysis of reports needs, loaded at once.
//
// Layer: engine (internal).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/extractor.h"
#include "counterclaim/ingest/layout_words.h"

namespace counterclaim::engine {

struct ExtractionSetup {
  Extractor extractor;
  ingest::LayoutWords layout;
  std::string resources;  // hash of all that records depend on besides the reports: "sha256:…"
};

// `gazetteers`: besides the world's. `kernel`: "" for the fastest. Errors: those of finding and loading model,
// resources and gazetteers. Cost: some hundred milliseconds.
[[nodiscard]] Result<ExtractionSetup> load_extraction(const std::vector<std::filesystem::path>& gazetteers,
                                                      const std::string& kernel);

}  // namespace counterclaim::engine
