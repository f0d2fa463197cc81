// What the verbs `reports`, `figures`, `statements` and `events` print: the columns of each table and its rows.
//
//   TableWriter table = figures_table({.format = TableFormat::kJson});
//   for (const record::ReportRecord& record : records) add_figures(table, record, filter, out);
//   table.finish(out);
//
// Layer: publish. Pure. Cost: linear in the record.
#pragma once

#include <string>

#include "counterclaim/publish/item_filter.h"
#include "counterclaim/publish/table.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

[[nodiscard]] TableWriter reports_table(TableOptions options);
[[nodiscard]] TableWriter figures_table(TableOptions options);
[[nodiscard]] TableWriter statements_table(TableOptions options);
[[nodiscard]] TableWriter events_table(TableOptions options);

// Append the rows of one report that the filter lets through, in text order.
void add_report(TableWriter& table, const record::ReportRecord& record, const ItemFilter& filter, std::string& out);
void add_figures(TableWriter& table, const record::ReportRecord& record, const ItemFilter& filter, std::string& out);
void add_statements(TableWriter& table, const record::ReportRecord& record, const ItemFilter& filter, std::string& out);
void add_events(TableWriter& table, const record::ReportRecord& record, const ItemFilter& filter, std::string& out);

}  // namespace counterclaim::publish
