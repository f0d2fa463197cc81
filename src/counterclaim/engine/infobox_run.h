// `counterclaim infobox`: the infobox of the conflict that a case is about.
//
// Layer: engine.
#pragma once

#include <string>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/run.h"

namespace counterclaim::engine {

enum class InfoboxFormat { kText, kJson, kWikitext };

struct InfoboxRunOptions {
  InfoboxFormat format = InfoboxFormat::kText;
  bool history = false;  // what each claimant said before, too
};

// The same bytes for the same reports, however they came into the case. The summary counts reports. Errors: those of
// Case and of the resources.
[[nodiscard]] Result<RunSummary> run_infobox(const std::string& case_path, const InfoboxRunOptions& options,
                                             const Sink& sink);

}  // namespace counterclaim::engine
