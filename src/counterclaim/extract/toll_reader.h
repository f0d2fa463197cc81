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

#include <optional>
#include <string>
#include <vector>

#include "counterclaim/extract/figures_read.h"

namespace counterclaim::extract {

// `read`: of one report. `published`: its date, if known: counts of harm long before it are background.
// Cost: linear in figures; each is compared with a bounded number of counts.
[[nodiscard]] std::vector<record::Toll> tolls_of(const FiguresRead& read, const std::optional<std::string>& published);

}  // namespace counterclaim::extract
