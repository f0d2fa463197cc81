// What a report's figures add up to, without counting anybody twice.
//
//   "Six people were killed, two of them nurses."   ->  killed 2 civilian, killed 4 unspecified
//   "Eight killed in raid … Eight people died …"     ->  killed 8, resting on both figures
//   "The toll rose from 31 to 45."                   ->  killed 45
//
// One row for each measure, side, kind, event and claimant, as the record's format defines it (record/figure.h). Rows
// of several claimants for one count stand together, the report's lead count first. Denied figures stay out, those of
// other times are marked as background.
//
// Layer: extract. Pure functions.
#pragma once

#include <vector>

#include "counterclaim/record/figure.h"

namespace counterclaim::extract {

// `figures`: of one report, in text order. Cost: linear in figures; each is compared with a bounded number of counts.
[[nodiscard]] std::vector<record::Toll> tolls_of(const std::vector<record::Figure>& figures);

}  // namespace counterclaim::extract
