// What is derived from the records as rows, and back.
//
// Layer: store (internal). The caller holds a transaction.
#pragma once

#include <optional>

#include "counterclaim/base/error.h"
#include "counterclaim/record/derivation.h"
#include "counterclaim/store/case.h"
#include "counterclaim/store/database.h"

namespace counterclaim::store {

// Empties the derived tables and fills them. Errors: record_inconsistent for a report that is not there.
[[nodiscard]] Result<void> write_derivation(const Database& database, const record::Derivation& derivation,
                                            const ReportStamp& stamp);

// nullopt where nothing was derived, or not from all reports that there are now.
[[nodiscard]] Result<std::optional<record::Derivation>> read_derivation(const Database& database);

}  // namespace counterclaim::store
