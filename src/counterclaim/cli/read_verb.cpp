#include <chrono>
#include <cstdio>
#include <string>

#include <unistd.h>

#include <fmt/format.h>

#include "counterclaim/cli/command_line.h"
#include "counterclaim/cli/messages.h"
#include "counterclaim/cli/verbs.h"
#include "counterclaim/engine/read_run.h"

namespace counterclaim::cli {
namespace {

using Clock = std::chrono::steady_clock;

std::string duration(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  return seconds < 5400 ? fmt::format("{:.0f} min", seconds / 60) : fmt::format("{:.1f} h", seconds / 3600);
}

// One line on a terminal that tells how far a run is, drawn anew a few times a second.
class ProgressLine {
 public:
  void show(const engine::ReadProgress& progress) {
    const Clock::time_point now = Clock::now();
    if (now - shown_ < std::chrono::milliseconds(200)) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - began_).count();
    std::string line = fmt::format("{} reports · {:.0f}/s", progress.reports,
                                   static_cast<double>(progress.reports) / std::max(seconds, 0.001));
    if (progress.bytes_total > 0 && progress.bytes > 0) {
      const double done = static_cast<double>(progress.bytes) / static_cast<double>(progress.bytes_total);
      line += fmt::format(" · {:.0f} % · {} left", 100 * std::min(done, 1.0),
                          duration(std::max(0.0, seconds / done - seconds)));
    }
    fmt::print(stderr, "\r\x1b[K{}", line);
    std::fflush(stderr);
  }

  // Leaves no trace.
  void clear() {
    if (shown_ != Clock::time_point()) fmt::print(stderr, "\r\x1b[K");
  }

 private:
  Clock::time_point began_ = Clock::now();
  Clock::time_point shown_;
};

void tell(const engine::ReadSummary& summary) {
  std::string reports = fmt::format("{} new", summary.fresh);
  if (summary.copies > 0) reports += fmt::format(" ({} with a known text)", summary.copies);
  fmt::print(
      stderr,
      "counterclaim: reports: {}, {} known, {} rejected; of the new ones: {} figures, {} statements, {} events\n",
      reports, summary.known, summary.rejected, summary.figures, summary.statements, summary.events);
}

}  // namespace

int run_read_verb(const ReadOptions& options) {
  engine::ReadRunOptions run;
  run.gazetteers.assign(options.gazetteers.begin(), options.gazetteers.end());
  if (!options.published.empty()) run.published = options.published;
  run.threads = thread_count(options.common.threads);
  run.kernel = options.common.kernel;
  ProgressLine line;
  const bool shows = !options.common.quiet && isatty(STDERR_FILENO) != 0;
  if (shows) run.progress = [&](const engine::ReadProgress& progress) { line.show(progress); };
  const auto complain_on_own_line = [&](std::string_view where, const Error& error) {
    if (shows) line.clear();
    complain_about(where, error);
  };
  const auto summary = engine::run_read(options.case_path, options.files, run, complain_on_own_line);
  if (shows) line.clear();
  if (!summary) {
    complain(summary.error());
    return summary.error().code == ErrorCode::kUsage ? kUsageError : kFailed;
  }
  if (!options.common.quiet) tell(*summary);
  return summary->rejected == 0 ? kDone : kDoneWithRejections;
}

}  // namespace counterclaim::cli
