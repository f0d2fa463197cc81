// The bytes of a .txt file -> a report.
//
//   read_plain_text("\xEF\xBB\xBF" "Five soldiers were killed.")
//     ->  text "Five soldiers were killed.", text_unchanged false, diagnostic byte_order_mark_removed
//
// Line ends stay as they are. Bytes that are no UTF-8 become U+FFFD, one for each maximal invalid part (Unicode 14,
// section 3.9), with a diagnostic.
//
// Layer: ingest. Pure. Cost: linear.
#pragma once

#include <string>

#include "counterclaim/base/error.h"
#include "counterclaim/ingest/raw_report.h"

namespace counterclaim::ingest {

// The report has its text and diagnostics, nothing else. Errors: encoding_unsupported (a byte order mark of UTF-16 or
// UTF-32).
[[nodiscard]] Result<RawReport> read_plain_text(std::string bytes);

}  // namespace counterclaim::ingest
