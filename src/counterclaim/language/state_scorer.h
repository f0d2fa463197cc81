// The network of the parser and of the entity recogniser: a few tokens of the state in, a score for each class out
// (spaCy's TransitionBasedParser.v2: linear, precomputed slots, maxout, linear).
//
//   rows.start(vectors, token_count);                      // SlotRows
//   scorer.score(kernels, rows, {token, kNoToken, ...}, scores);
//
// Layer: language (internal).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "counterclaim/base/error.h"
#include "counterclaim/language/config.h"
#include "counterclaim/language/kernels.h"
#include "counterclaim/language/model_file.h"

namespace counterclaim::language {

inline constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

// Immutable after load.
class StateScorer {
 public:
  static constexpr std::size_t kMaxSlots = 13;
  static constexpr std::size_t kMaxHidden = 256;

  // `section`: of config.cfg; `slots`, `classes` and `vector_width`: what the rest of the pipeline expects.
  // Errors: model_malformed, model_unsupported.
  [[nodiscard]] static Result<StateScorer> load(const ModelFile& file, const Config& config, const std::string& section,
                                                std::uint32_t slots, std::uint32_t classes, std::uint32_t vector_width);

  // Floats that reduce() gives for each token.
  [[nodiscard]] std::uint32_t reduced_width() const { return hidden_; }
  [[nodiscard]] std::uint32_t padded_classes() const { return output_.padded_outputs; }

  // The first layer, from token vectors: out has a stride of reduced_width().
  void reduce(const KernelTable& kernels, ConstRows vectors, float* out) const;

  class SlotRows;
  // Scores of all classes for a state whose slots hold these tokens, or kNoToken. `scores` has padded_classes() floats.
  void score(const KernelTable& kernels, SlotRows& rows, std::span<const std::uint32_t> tokens, float* scores) const;

 private:
  std::uint32_t slots_ = 0;
  std::uint32_t hidden_ = 0;
  PackedWeights reduce_, lower_, output_;
  AlignedFloats bias_;  // piece after piece
  AlignedFloats pad_;   // of each slot, what stands for no token
};

// What each token adds to the hidden layer in each slot, computed for blocks of tokens when the state gets there; only
// the newest blocks are kept, so that they stay in the processor's cache however long the text is.
class StateScorer::SlotRows {
 public:
  // `reduced`: reduce()'s rows for the tokens of one text; they must stay where they are.
  void start(const StateScorer& scorer, const float* reduced, std::uint32_t token_count);

 private:
  friend class StateScorer;
  static constexpr std::uint32_t kBlockTokens = 32;
  static constexpr std::uint32_t kBlocks = 8;

  [[nodiscard]] const float* row(const StateScorer& scorer, const KernelTable& kernels, std::uint32_t token,
                                 std::size_t slot);

  const float* reduced_ = nullptr;
  std::uint32_t token_count_ = 0;
  AlignedFloats blocks_;
  std::array<std::uint32_t, kBlocks> block_at_{};  // which block is there, kNoToken for none
  AlignedFloats far_rows_;                         // for each slot, the row of a token left far behind
  std::array<std::uint32_t, kMaxSlots> far_at_{};
};

}  // namespace counterclaim::language
