// What the program tells its user on standard error, and how its output is written.
//
// Layer: cli.
#pragma once

#include <string>
#include <string_view>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/run.h"

namespace counterclaim::cli {

// `text`, of any bytes, on one line and without power over the terminal.
[[nodiscard]] std::string printable(std::string_view text);

// "counterclaim: message (code)".
void complain(const Error& error);
// "counterclaim: where: message (code)".
void complain_about(std::string_view where, const Error& error);

// Writes to standard output; false when it does not take any more (a closed pipe, a full disk).
[[nodiscard]] bool write_output(std::string_view text);

// Flushes what was written with write_output; false, after a message, if anything of it was lost. A reader that has had
// enough ("| head") gets no message.
[[nodiscard]] bool finish_output();

// Flushes the output, tells what was rejected, and gives the exit status.
[[nodiscard]] int finish(const Result<engine::RunSummary>& summary, bool quiet);

// `threads`, or the number of cores for 0.
[[nodiscard]] unsigned thread_count(unsigned threads);

}  // namespace counterclaim::cli
