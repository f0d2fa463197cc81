#include "counterclaim/cli/messages.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <thread>

#include <fmt/format.h>

#include "counterclaim/base/utf8.h"
#include "counterclaim/cli/command_line.h"
#include "counterclaim/publish/terminal_text.h"

namespace counterclaim::cli {
namespace {

// errno of the first write that failed: it does not outlive the calls that follow.
std::atomic<int> write_error = 0;

bool keep_error(bool written) {
  int none = 0;
  if (!written) write_error.compare_exchange_strong(none, errno != 0 ? errno : EIO);
  return written;
}

}  // namespace

std::string printable(std::string_view text) {
  std::size_t replaced = 0;
  return publish::one_line(replace_invalid_utf8(text, &replaced));
}

void complain(const Error& error) {
  fmt::print(stderr, "counterclaim: {} ({})\n", printable(error.message), code_name(error.code));
}

void complain_about(std::string_view where, const Error& error) {
  fmt::print(stderr, "counterclaim: {}: {} ({})\n", printable(where), printable(error.message), code_name(error.code));
}

bool write_output(std::string_view text) {
  return keep_error(std::fwrite(text.data(), 1, text.size(), stdout) == text.size());
}

bool finish_output() {
  if (write_error == 0) keep_error(std::fflush(stdout) == 0);
  if (write_error == 0) return true;
  if (write_error != EPIPE) complain({ErrorCode::kFileUnwritable, "standard output cannot be written"});
  return false;
}

int finish(const Result<engine::RunSummary>& summary, bool quiet) {
  if (!summary) {
    complain(summary.error());
    return summary.error().code == ErrorCode::kUsage ? kUsageError : kFailed;
  }
  if (!finish_output() || summary->stopped) return kFailed;
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
