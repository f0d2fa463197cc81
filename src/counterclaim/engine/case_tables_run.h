// `counterclaim reports`, `figures`, `statements`, `events`: tables of a case.
//
// Layer: engine.
#pragma once

#include <string>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/run.h"
#include "counterclaim/publish/item_filter.h"
#include "counterclaim/publish/table.h"

namespace counterclaim::engine {

enum class CaseTable { kReports, kFigures, kStatements, kEvents };

struct CaseTableOptions {
  CaseTable table = CaseTable::kFigures;
  publish::ItemFilter filter;
  publish::TableOptions output;
};

// Rows stand in the order of the reports' dates of publication and ids, and in a report in text order: the same bytes
// for the same reports, however they came into the case. The summary counts reports. Errors: those of Case; usage for a
// day that is none; report_unknown where the filter names a report that is not there.
[[nodiscard]] Result<RunSummary> run_case_table(const std::string& case_path, const CaseTableOptions& options,
                                                const Sink& sink);

}  // namespace counterclaim::engine
