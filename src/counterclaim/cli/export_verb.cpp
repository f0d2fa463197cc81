#include <cstdio>

#include <fmt/format.h>

#include "counterclaim/cli/command_line.h"
#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/engine/export_run.h"

namespace counterclaim::cli {

int run_export_verb(const ExportVerbOptions& options) {
  const engine::ExportRunOptions run{options.format, {.all_statuses = options.all_statuses}};
  const auto summary = engine::run_export(options.case_path, options.out, run, write_output);
  if (summary && summary->left_out > 0 && !options.quiet) {
    fmt::print(stderr, "counterclaim: {} items left out: '{}' has no place for them (docs/exports.md)\n",
               summary->left_out, options.format);
  }
  return finish(summary.map([](const engine::ExportSummary& done) {
    return engine::RunSummary{.documents = done.reports, .stopped = done.stopped};
  }),
                options.quiet);
}

}  // namespace counterclaim::cli
