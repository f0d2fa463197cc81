// The dependency parser: greedy transitions, then heads, labels, edges and sentence starts.
//
// Layer: language (internal). Immutable after load; the caller brings the memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/language/config.h"
#include "counterclaim/language/label_table.h"
#include "counterclaim/language/moves.h"
#include "counterclaim/language/parser_state.h"
#include "counterclaim/language/state_scorer.h"
#include "counterclaim/language/tree.h"

namespace counterclaim::language {

// A parsed text, token by token.
struct Tree {
  std::vector<std::uint32_t> heads;  // its own index for a root
  std::vector<LabelId> labels;
  std::vector<std::uint32_t> left, right;  // edges of the subtree, inclusive
  std::vector<std::uint8_t> sentence_starts;
};

class Parser {
 public:
  // `folder`: the component's, with `model` and `moves`. Errors: as StateScorer::load and read_moves.
  [[nodiscard]] static Result<Parser> load(const std::filesystem::path& folder, const Config& config,
                                           std::uint32_t vector_width, LabelTable& labels);

  [[nodiscard]] const StateScorer& scorer() const { return scorer_; }

  // Memory of one thread.
  struct Buffers {
    ParserState state;
    StateScorer::SlotRows rows;
    AlignedFloats scores;
    DeprojectivizeBuffers deprojectivize;
  };

  // Parses one text. `reduced`: the scorer's reduce() of its tokens' vectors; is_space[n] != 0 for white space.
  void parse(const KernelTable& kernels, const float* reduced, std::span<const std::uint8_t> is_space, Buffers& buffers,
             Tree& tree) const;

 private:
  Parser(StateScorer scorer, std::vector<MoveClass> classes, DecoratedLabels decorated, LabelId root);
  void run_transitions(const KernelTable& kernels, const float* reduced, std::uint32_t token_count,
                       Buffers& buffers) const;
  [[nodiscard]] std::uint32_t best_class(const std::array<bool, kParserMoves>& valid, const float* scores) const;

  StateScorer scorer_;
  std::vector<MoveClass> classes_;
  std::array<ClassRange, kParserMoves> ranges_;
  DecoratedLabels decorated_;
  LabelId root_;
};

}  // namespace counterclaim::language
