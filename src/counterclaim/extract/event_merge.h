// Makes one event of the mentions of one happening.
//
//   "Chile shelled Arica on Monday. … The shelling killed nine."   ->  one event, the second mention in `mentions`
//
// Two mentions are one where type and every party, day and place that both tell agree. Only what their own words tell
// is compared. A mention that stands for nothing told before ("a raid") takes up another one of its own paragraph only;
// a definite one ("the raid") any. The fullest mention stands.
//
// Layer: extract, internal. Pure functions.
#pragma once

#include <span>
#include <vector>

#include "counterclaim/extract/event_draft.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::extract {

// `drafts` in text order; `places`: the record's. Cost: linear, each mention is compared with at most the last 64.
[[nodiscard]] std::vector<EventDraft> merge_events(std::vector<EventDraft> drafts,
                                                   std::span<const record::PlaceMention* const> places);

}  // namespace counterclaim::extract
