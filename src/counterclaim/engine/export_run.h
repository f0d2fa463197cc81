// `counterclaim export`: a case in the format of another tool.
//
// Layer: engine.
#pragma once

#include <cstddef>
#include <string>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/run.h"
#include "counterclaim/publish/exporter.h"

namespace counterclaim::engine {

struct ExportRunOptions {
  std::string format;  // a name of publish::export_formats()
  publish::ExportOptions content;
};

struct ExportSummary {
  std::size_t reports = 0;
  std::size_t left_out = 0;  // happenings that the format cannot hold
  bool stopped = false;      // `sink` did not take the output
};

// Writes the files of the export: `out` is the main file, a folder for formats of several files (made when absent), or
// "-", which goes to `sink` and has no files beside it. What was there under these names is written over. The same
// bytes for the same reports, however they came into the case; memory does not grow with the case, but for `series`.
// Errors: those of Case and of the resources, file_unwritable, usage (an unknown format, "-" for a folder).
[[nodiscard]] Result<ExportSummary> run_export(const std::string& case_path, const std::string& out,
                                               const ExportRunOptions& options, const Sink& sink);

}  // namespace counterclaim::engine
