// Named entities: one move a token, from left to right. Runs after the parser, whose sentence starts it respects.
//
// Layer: language (internal). Immutable after load; the caller brings the memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/language/analysis.h"
#include "counterclaim/language/config.h"
#include "counterclaim/language/label_table.h"
#include "counterclaim/language/moves.h"
#include "counterclaim/language/state_scorer.h"
#include "counterclaim/language/tok2vec.h"

namespace counterclaim::language {

struct EntityTag {
  EntityPosition position = EntityPosition::kOutside;
  LabelId label = 0;
};

class EntityRecognizer {
 public:
  [[nodiscard]] static Result<EntityRecognizer> load(const std::filesystem::path& folder, const Config& config,
                                                     LabelTable& labels);

  [[nodiscard]] const Tok2Vec& tok2vec() const { return tok2vec_; }
  [[nodiscard]] const StateScorer& scorer() const { return scorer_; }

  // Memory of one thread.
  struct Buffers {
    StateScorer::SlotRows rows;
    AlignedFloats scores;
  };

  // `reduced`: the scorer's reduce() of the vectors of tok2vec(). One tag a token into `tags`.
  void recognize(const KernelTable& kernels, const float* reduced, std::span<const std::uint8_t> is_space,
                 std::span<const std::uint8_t> sentence_starts, Buffers& buffers, std::vector<EntityTag>& tags) const;

 private:
  EntityRecognizer(Tok2Vec tok2vec, StateScorer scorer, std::vector<MoveClass> classes);
  [[nodiscard]] MoveClass best_inside(LabelId label, bool can_go_on, const float* scores) const;
  [[nodiscard]] MoveClass best_outside(bool can_begin, bool can_be_unit, const float* scores) const;

  Tok2Vec tok2vec_;
  StateScorer scorer_;
  std::vector<MoveClass> classes_;
};

}  // namespace counterclaim::language
