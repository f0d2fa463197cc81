// Events and figures of many reports -> incidents: the same happening, told by each.
//
// Links between events are taken from the strongest down. Two groups become one where their events agree on average, so
// that a chain held together by one weak link stays two incidents; a report's own events stay apart, for it tells them
// apart. What is likely and yet not enough is kept as "near".
//
// Layer: reconcile. Pure. Cost: n log n in the links.
#pragma once

#include <span>
#include <vector>

#include "counterclaim/reconcile/found_relation.h"
#include "counterclaim/reconcile/pair_scorer.h"
#include "counterclaim/record/derivation.h"

namespace counterclaim::reconcile {

class IncidentBuilder {
 public:
  // All must outlive the builder. `copies`: reports that tell what others tell.
  IncidentBuilder(std::span<const ReportFacts> reports, const PairScorer& scorer,
                  std::span<const record::ReportCopy> copies)
      : reports_(reports), scorer_(scorer), copies_(copies) {}

  // Sorted by their first members. Every event is in one incident.
  [[nodiscard]] std::vector<record::Incident> build(const Findings& findings) const;

 private:
  std::span<const ReportFacts> reports_;
  const PairScorer& scorer_;
  std::span<const record::ReportCopy> copies_;
};

}  // namespace counterclaim::reconcile
