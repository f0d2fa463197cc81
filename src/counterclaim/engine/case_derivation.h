// What the reports of a case come to.
//
// Layer: engine (internal).
#pragma once

#include "counterclaim/base/error.h"
#include "counterclaim/record/derivation.h"
#include "counterclaim/store/case.h"

namespace counterclaim::engine {

// Derives anew from all records. Errors: those of Case and of loading the rules. Cost: that of reading all records, and
// n log n in their number.
[[nodiscard]] Result<record::Derivation> derive_records(store::Case& file, unsigned threads);

}  // namespace counterclaim::engine
