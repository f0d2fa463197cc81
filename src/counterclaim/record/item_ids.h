// Ids of a report's figures, statements and events, by which tables and exports name them: 16 hexadecimal digits made
// of the report's id, the kind of item and what tells it apart in the report. They depend neither on other reports nor
// on a case, and stay while the item is read out of the same characters.
//
// Layer: record. Pure. Cost: a microsecond an item.
#pragma once

#include <string>
#include <vector>

#include "counterclaim/record/report_record.h"

namespace counterclaim::record {

// One id for each item, in the order of the record's list; all different.
[[nodiscard]] std::vector<std::string> figure_ids(const ReportRecord& record);
[[nodiscard]] std::vector<std::string> statement_ids(const ReportRecord& record);
[[nodiscard]] std::vector<std::string> event_ids(const ReportRecord& record);

}  // namespace counterclaim::record
