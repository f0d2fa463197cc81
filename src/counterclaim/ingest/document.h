// A report as it came out of its container -> record::Document, with its hash, its blocks and what was noticed.
//
// Layer: ingest. Pure. Cost: linear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include "counterclaim/base/error.h"
#include "counterclaim/ingest/layout_words.h"
#include "counterclaim/ingest/raw_report.h"
#include "counterclaim/record/document.h"

namespace counterclaim::ingest {

// Positions in a text have 32 bits.
inline constexpr std::size_t kMostTextBytes = std::numeric_limits<std::uint32_t>::max();

// `report.text` is valid UTF-8; `most_bytes` is at most kMostTextBytes. Errors: text_too_large (the text has more than
// `most_bytes`: by default from 4 GiB on), those of split_blocks (blocks.h).
[[nodiscard]] Result<record::Document> make_document(RawReport report, const LayoutWords& words,
                                                     std::size_t most_bytes = kMostTextBytes);

}  // namespace counterclaim::ingest
