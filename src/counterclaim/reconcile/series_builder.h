// The toll over time: what each claimant counted of each side's people and things.
//
// Layer: reconcile. Pure. Cost: n log n in the figures.
#pragma once

#include <span>
#include <vector>

#include "counterclaim/reconcile/claimants.h"
#include "counterclaim/reconcile/report_facts.h"
#include "counterclaim/record/derivation.h"

namespace counterclaim::reconcile {

// Counts of a told side: asserted, not of other times, no parts of others and no additions to them. One claimant's same
// number of one day is one point. Sorted by side, measure, kind, unit, claimant, day, number.
[[nodiscard]] std::vector<record::SeriesPoint> series_of(std::span<const ReportFacts> reports,
                                                         const Claimants& claimants);

}  // namespace counterclaim::reconcile
