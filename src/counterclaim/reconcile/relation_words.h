// Relations as they are found -> relations with their reasons in words.
//
// Layer: reconcile. Pure.
#pragma once

#include <span>
#include <vector>

#include "counterclaim/reconcile/found_relation.h"
#include "counterclaim/reconcile/report_facts.h"
#include "counterclaim/record/relation.h"

namespace counterclaim::reconcile {

[[nodiscard]] std::vector<record::Reason> reasons_in_words(std::span<const ReportFacts> reports,
                                                           const FoundRelation& found);

// Sorted by a, then b; of two equal ones the heavier.
[[nodiscard]] std::vector<record::Relation> relations_in_words(std::span<const ReportFacts> reports,
                                                               std::vector<FoundRelation> found);

}  // namespace counterclaim::reconcile
