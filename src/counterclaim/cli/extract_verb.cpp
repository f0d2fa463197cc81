#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/engine/extract_run.h"

namespace counterclaim::cli {
namespace {

// Columns of the terminal; where the output is none, a width that suits files and small windows.
std::uint32_t output_width() {
  constexpr std::uint32_t kDefault = 120;
  winsize size{};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kDefault;
  return size.ws_col;
}

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): before threads start
  return isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

}  // namespace

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
