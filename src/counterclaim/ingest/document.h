// A report as it came out of its container -> record::Document, with its hash, its blocks and what was noticed.
//
// Layer: ingest. Pure. Cost: linear.
#pragma once

#include "counterclaim/base/error.h"
#include "counterclaim/ingest/raw_report.h"
#include "counterclaim/record/document.h"

namespace counterclaim::ingest {

// `report.text` is valid UTF-8. Errors: those of split_blocks (blocks.h).
[[nodiscard]] Result<record::Document> make_document(RawReport report);

}  // namespace counterclaim::ingest
