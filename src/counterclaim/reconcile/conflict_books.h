// Books kept of a conflict besides its tolls: ceasefires with their alleged breaches, and who reacted to what.
//
// Layer: reconcile. Pure. Cost: n log n.
#pragma once

#include <span>
#include <vector>

#include "counterclaim/reconcile/found_relation.h"
#include "counterclaim/reconcile/report_facts.h"
#include "counterclaim/record/derivation.h"

namespace counterclaim::reconcile {

// Of incidents that are agreements told in words of a ceasefire. A breach belongs to the agreement that its report ties
// it to, else to the latest one before it; its own day or the day that it is told by decides.
[[nodiscard]] std::vector<record::Ceasefire> ceasefires_of(std::span<const ReportFacts> reports,
                                                           const std::vector<record::Incident>& incidents,
                                                           std::span<const FoundRelation> relations);

// Condemnations, demands, support, threats and pledges of named speakers; copies of one utterance are one.
[[nodiscard]] std::vector<record::Reaction> reactions_of(std::span<const ReportFacts> reports,
                                                         std::span<const FoundRelation> relations);

}  // namespace counterclaim::reconcile
