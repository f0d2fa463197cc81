// The program's command line: one sub-command a verb.
//
// Layer: cli.
#pragma once

namespace counterclaim::cli {

// Exit statuses, the same for all verbs.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsageError = 2;
inline constexpr int kDoneWithRejections = 3;

// Runs the program. Returns the exit status; throws nothing.
[[nodiscard]] int run_command_line(int argc, char** argv);

}  // namespace counterclaim::cli
