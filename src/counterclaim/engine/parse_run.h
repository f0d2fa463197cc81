// `counterclaim parse`: documents in, their analyses out, in input order. Memory depends on the longest document, not
// on how many there are.
//
// Layer: engine.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/run.h"

namespace counterclaim::engine {

enum class ParseFormat { kJsonl, kConllu };

struct ParseRunOptions {
  ParseFormat format = ParseFormat::kJsonl;
  bool details = false;  // JSON lines: norms, shapes and noun chunks too
  unsigned threads = 1;
  std::size_t batch_texts = 64;        // short documents that are analysed together, at most ...
  std::size_t batch_bytes = 16 << 10;  // ... and until they have so many bytes
  std::string kernel;                  // "avx512", "avx2", "portable"; "": the fastest
};

// Errors: those of loading the model; a document that cannot be read is a rejection and does not end the run.
[[nodiscard]] Result<RunSummary> run_parse(const std::vector<std::string>& paths, const ParseRunOptions& options,
                                           const Sink& sink, const Complaint& complain);

}  // namespace counterclaim::engine
