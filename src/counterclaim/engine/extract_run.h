// `counterclaim extract`: reports in, their records out, in input order; it keeps nothing.
//
// Layer: engine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/run.h"
#include "counterclaim/publish/record_json.h"

namespace counterclaim::engine {

enum class ExtractFormat { kJsonl, kTable, kHtml };

struct ExtractRunOptions {
  ExtractFormat format = ExtractFormat::kJsonl;
  std::optional<std::string> report;  // the id of the only report that is wanted; unset: all
  publish::OffsetUnit offsets = publish::OffsetUnit::kCodePoints;
  bool explain = false;                           // the rule behind every value
  std::vector<std::filesystem::path> gazetteers;  // besides the world's
  std::optional<std::string> published;           // ISO 8601 date of reports that tell none
  std::uint32_t table_width = 100;                // columns
  bool table_colour = false;
  unsigned threads = 1;
  std::string kernel;  // "avx512", "avx2", "portable"; "": the fastest
};

// JSON lines leave in the order of the input, some batches behind what is read; a table when all is read, a page when
// its report is. Errors: those of loading model and resources, and usage: a page holds one report, neither none nor
// two.
[[nodiscard]] Result<RunSummary> run_extract(const std::vector<std::string>& paths, const ExtractRunOptions& options,
                                             const Sink& sink, const Complaint& complain);

}  // namespace counterclaim::engine
