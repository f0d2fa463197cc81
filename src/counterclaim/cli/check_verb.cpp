#include <cstdio>

#include <fmt/format.h>

#include "counterclaim/cli/command_line.h"
#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/engine/check_run.h"

namespace counterclaim::cli {

int run_check_verb(const CheckOptions& options) {
  const auto summary = engine::run_check(options.case_path, write_output);
  if (!summary) {
    complain(summary.error());
    return kFailed;
  }
  if (!finish_output()) return kFailed;
  if (!options.quiet) {
    fmt::print(stderr, "counterclaim: {} reports checked: {}\n", summary->reports,
               summary->problems == 0 ? "all is well" : fmt::format("{} problems", summary->problems));
  }
  return summary->problems == 0 ? kDone : kFailed;
}

}  // namespace counterclaim::cli
