// `counterclaim verify`: figures that somebody else cites, against the reports of a case.
//
// Layer: engine.
#pragma once

#include <string>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/run.h"
#include "counterclaim/publish/table.h"

namespace counterclaim::engine {

// `sheet`: a CSV file as publish::ClaimChecker reads it. The summary counts its rows. Errors: those of Case, of reading
// the file and of its format.
[[nodiscard]] Result<RunSummary> run_verify(const std::string& case_path, const std::string& sheet,
                                            const publish::TableOptions& output, const Sink& sink);

}  // namespace counterclaim::engine
