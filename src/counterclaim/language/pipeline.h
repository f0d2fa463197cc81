// A stock spaCy v3 pipeline (en_core_web_sm 3.8), run natively.
//
//   Result<Pipeline> pipeline = Pipeline::load("build/model/en_core_web_sm-3.8.0");
//   Result<Analysis> analysis = pipeline->analyze("Both sides reported losses.");
//
// The results are those of spaCy, token by token, and the same bits on every processor, thread count and batch size.
//
// Layer: language, usable on its own. No I/O after load().
// Thread safety: const methods may run concurrently; each call borrows a workspace (caches, scratch memory) from the
// pipeline and returns it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::language {

// The code that multiplies matrices. All give the same bits.
enum class Kernel { kAvx512, kAvx2, kPortable };
[[nodiscard]] std::string_view kernel_name(Kernel kernel);  // "avx512", "avx2", "portable"
[[nodiscard]] std::optional<Kernel> kernel_named(std::string_view name);

struct PipelineOptions {
  // Unset: the fastest that this processor runs. One that it cannot run is the error kernel_unsupported.
  std::optional<Kernel> kernel;
  // Word types whose embeddings each workspace keeps; 0.8 KB each and network. Affects speed alone.
  std::uint32_t cached_word_types = 16384;
};

class Pipeline {
 public:
  // Reads an unpacked pipeline folder: the one with config.cfg. Everything that the run relies on is checked.
  // Errors: model_missing, model_malformed, model_unsupported, kernel_unsupported, file_unreadable.
  // Cost: some 50 ms and 60 MB.
  [[nodiscard]] static Result<Pipeline> load(const std::filesystem::path& folder, const PipelineOptions& options = {});

  // Analyses one text of any length (under 4 GiB; memory about 1 KB a token while it runs).
  // Errors: text_invalid_utf8, text_too_large. Cost: linear, 15 to 25 microseconds a token.
  [[nodiscard]] Result<Analysis> analyze(std::string_view text) const;

  // The same for many texts at once, faster than one by one where they are short. Results in the order of the texts; a
  // text that cannot be analysed fails the batch with its position in the message.
  [[nodiscard]] Result<std::vector<Analysis>> analyze_batch(std::span<const std::string_view> texts) const;

  [[nodiscard]] Kernel kernel() const;
  [[nodiscard]] std::string_view name() const;     // "core_web_sm" as the model's meta.json says
  [[nodiscard]] std::string_view version() const;  // "3.8.0"

  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;
  ~Pipeline();

 private:
  struct State;
  explicit Pipeline(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace counterclaim::language
