// Denials carried along agreement: who denies a claim denies it wherever it is told, and a denial that only says "the
// charge" denies what its like in another report denies.
//
// Layer: reconcile. Pure. Cost: n log n in the relations.
#pragma once

#include <span>
#include <vector>

#include "counterclaim/reconcile/found_relation.h"
#include "counterclaim/reconcile/report_facts.h"

namespace counterclaim::reconcile {

// Appends to `found`. One step: what is carried is not carried on.
void carry_denials(std::span<const ReportFacts> reports, std::vector<FoundRelation>& found);

}  // namespace counterclaim::reconcile
