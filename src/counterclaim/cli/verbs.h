// The verbs. Each takes its options and returns an exit status.
//
// Layer: cli.
#pragma once

#include <string>
#include <vector>

namespace counterclaim::cli {

struct CommonOptions {
  unsigned threads = 0;  // 0: as many as the machine has cores
  bool quiet = false;    // no messages but errors
  std::string kernel;    // "": the fastest
};

struct ParseOptions {
  CommonOptions common;
  std::vector<std::string> files;
  std::string format = "jsonl";
  bool details = false;
  unsigned batch = 64;
};
[[nodiscard]] int run_parse_verb(const ParseOptions& options);

struct ExtractOptions {
  CommonOptions common;
  std::vector<std::string> files;
  std::string format = "jsonl";
  std::string offsets = "code-points";
  std::string published;
  bool explain = false;
};
[[nodiscard]] int run_extract_verb(const ExtractOptions& options);

}  // namespace counterclaim::cli
