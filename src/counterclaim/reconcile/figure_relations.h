// How two counts stand to each other, once they are likely to count one thing.
//
//   49 at noon, 105 by evening, one claimant     ->  update
//   80 by their own ministry, 431 by the enemy's ->  conflict
//   "at least 49", 105                           ->  none: both can be true
//
// Layer: reconcile. Pure.
#pragma once

#include <optional>

#include "counterclaim/reconcile/pair_scorer.h"
#include "counterclaim/record/relation.h"

namespace counterclaim::reconcile {

struct RelationDecision {
  record::RelationType type = record::RelationType::kSame;
  bool reversed = false;  // it holds from b to a
};

// Whether the two can count one thing at all: measure, unit, side and kind of people.
[[nodiscard]] bool can_count_one_thing(const Passage& a, const Passage& b);

[[nodiscard]] std::optional<RelationDecision> relation_of_figures(const Passage& a, const Passage& b,
                                                                  const PairSheet& sheet, const SharedWords& words,
                                                                  const Weights& weights);

}  // namespace counterclaim::reconcile
