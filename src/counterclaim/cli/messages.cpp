#include "counterclaim/cli/messages.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <thread>

#include <fmt/format.h>

#include "counterclaim/cli/command_line.h"

namespace counterclaim::cli {

void complain(const Error& error) {
  fmt::print(stderr, "counterclaim: {} ({})\n", error.message, code_name(error.code));
}

void complain_about(std::string_view where, const Error& error) {
  fmt::print(stderr, "counterclaim: {}: {} ({})\n", where, error.message, code_name(error.code));
}

bool write_output(std::string_view text) { return std::fwrite(text.data(), 1, text.size(), stdout) == text.size(); }

int finish(const Result<engine::RunSummary>& summary, bool quiet) {
  if (!summary) {
    complain(summary.error());
    return summary.error().code == ErrorCode::kUsage ? kUsageError : kFailed;
  }
  if (summary->stopped || std::fflush(stdout) != 0) {
    // A reader that has had enough ("| head") is no failure worth words.
    if (errno != EPIPE) complain({ErrorCode::kFileUnwritable, "standard output cannot be written"});
    return kFailed;
  }
  if (summary->rejected == 0) return kDone;
  if (!quiet) {
    fmt::print(stderr, "counterclaim: {} of {} reports rejected\n", summary->rejected,
               summary->documents + summary->rejected);
  }
  return kDoneWithRejections;
}

unsigned thread_count(unsigned threads) {
  return threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace counterclaim::cli
