// `counterclaim read`: reports into a case. Many threads analyse, the calling one reads and writes.
//
// Layer: engine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/run.h"

namespace counterclaim::engine {

struct ReadProgress {
  std::size_t reports = 0;        // kept or known
  std::uint64_t bytes = 0;        // of the input files, read so far
  std::uint64_t bytes_total = 0;  // 0: not known, as standard input is among them
};

struct ReadRunOptions {
  std::vector<std::filesystem::path> gazetteers;  // besides the world's
  std::optional<std::string> published;           // ISO 8601 date of reports that tell none
  unsigned threads = 1;
  std::string kernel;                                 // "avx512", "avx2", "portable"; "": the fastest
  std::function<void(const ReadProgress&)> progress;  // called after some reports each
};

struct ReadSummary {
  std::size_t fresh = 0;   // new reports, copies too
  std::size_t copies = 0;  // of them, those with a text that was there under another id
  std::size_t known = 0;   // reports that were there
  std::size_t rejected = 0;
  std::size_t figures = 0;  // of the new reports
  std::size_t statements = 0;
  std::size_t events = 0;
};

// Reads the reports of `paths` into the case, which is made when absent. When it returns without an error, all of them
// are on the disk; at most a second's worth of them is not before that. Reports that the case has already are not
// analysed again. What the case holds does not depend on `threads`. Errors: those of Case, of loading, and usage; what
// was kept before stays.
[[nodiscard]] Result<ReadSummary> run_read(const std::string& case_path, const std::vector<std::string>& paths,
                                           const ReadRunOptions& options, const Complaint& complain);

}  // namespace counterclaim::engine
