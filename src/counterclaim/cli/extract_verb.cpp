#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/terminal.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/engine/extract_run.h"

namespace counterclaim::cli {
int run_extract_verb(const ExtractOptions& options) {
  engine::ExtractRunOptions run;
  run.format = options.html                ? engine::ExtractFormat::kHtml
               : options.format == "table" ? engine::ExtractFormat::kTable
                                           : engine::ExtractFormat::kJsonl;
  if (!options.report.empty()) run.report = options.report;
  run.offsets = options.offsets == "bytes"   ? publish::OffsetUnit::kBytes
                : options.offsets == "utf16" ? publish::OffsetUnit::kUtf16
                                             : publish::OffsetUnit::kCodePoints;
  run.explain = options.explain;
  run.gazetteers.assign(options.gazetteers.begin(), options.gazetteers.end());
  if (!options.published.empty()) run.published = options.published;
  run.table_width = output_width();
  run.table_colour = wants_colour();
  run.threads = thread_count(options.common.threads);
  run.kernel = options.common.kernel;
  return finish(engine::run_extract(options.files, run, write_output, complain_about), options.common.quiet);
}

}  // namespace counterclaim::cli
