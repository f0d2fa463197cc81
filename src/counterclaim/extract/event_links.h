// Ties the lists of a record together: figures and tolls to the happening that caused them, statements to the events
// that they tell, a violation to its truce, a release to its capture.
//
//   "A blast hit a market. Nine people died."   ->  the figure's event is the blast
//
// Layer: extract. Pure functions.
#pragma once

#include "counterclaim/record/report_record.h"

namespace counterclaim::extract {

// Reads figures, tolls, statements, events, sentences and blocks of the record, all in text order; sets `event`,
// `events` and `links`. Cost: linear, and logarithmic in events for each figure and statement.
void link_events(record::ReportRecord& record);

}  // namespace counterclaim::extract
