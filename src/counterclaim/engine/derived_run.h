// `counterclaim relations`, `incidents`, `toll`, `ledger`, `ceasefires`, `reactions`, `show`: what the reports of a
// case come to together.
//
// Layer: engine.
#pragma once

#include <string>

#include "counterclaim/base/error.h"
#include "counterclaim/engine/run.h"
#include "counterclaim/publish/derived_tables.h"
#include "counterclaim/publish/table.h"

namespace counterclaim::engine {

enum class DerivedTable { kRelations, kIncidents, kToll, kLedger, kCeasefires, kReactions };

struct DerivedOptions {
  DerivedTable table = DerivedTable::kRelations;
  publish::DerivedFilter filter;
  std::string rule;  // of the toll: a coding rule; "": the counts over time
  publish::TableOptions output;
  unsigned threads = 1;
};

// Derived anew from the records of the case: the same bytes for the same reports. The summary counts reports. Errors:
// those of Case and of the resources; usage for a rule that is none.
[[nodiscard]] Result<RunSummary> run_derived(const std::string& case_path, const DerivedOptions& options,
                                             const Sink& sink);

// Prints one figure, statement or event with its sentence, its source, and its relations with their reasons. Errors:
// those of run_derived(); usage where no item has the id.
[[nodiscard]] Result<RunSummary> run_show(const std::string& case_path, const std::string& id, const Sink& sink);

}  // namespace counterclaim::engine
