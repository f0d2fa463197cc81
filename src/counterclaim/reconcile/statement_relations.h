// How two statements, or a statement and a happening, stand to each other.
//
// Layer: reconcile. Pure.
#pragma once

#include <optional>

#include "counterclaim/reconcile/figure_relations.h"
#include "counterclaim/reconcile/pair_scorer.h"

namespace counterclaim::reconcile {

// Agreement: one speaker's utterance in two reports is a copy, two speakers' the same.
[[nodiscard]] std::optional<RelationDecision> agreement_of_statements(const Passage& a, const Passage& b,
                                                                      const PairSheet& sheet, const SharedWords& words,
                                                                      const Weights& weights);

// Whether two parties speak of each other's doing, one of them at least in words of fault: a contradiction if they
// speak of one thing.
[[nodiscard]] bool can_be_accused_back(const Passage& a, const Passage& b);

// Whether the statement `b` can deny `a`, a statement or a happening, by who speaks of whom.
[[nodiscard]] bool can_deny(const Passage& a, const Passage& b);

// Whether nothing contradicts two events being one: types, doers, days and places that both tell.
[[nodiscard]] bool can_be_one_happening(const PairSheet& sheet);

[[nodiscard]] std::optional<RelationDecision> agreement_of_events(const Passage& a, const Passage& b,
                                                                  const PairSheet& sheet, const SharedWords& words,
                                                                  const Weights& weights);

}  // namespace counterclaim::reconcile
