// The evidence of a value of an infobox: the report's characters, and a quotation short enough to print.
//
// Layer: publish. Pure.
#pragma once

#include <algorithm>
#include <cstdint>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/publish/infobox.h"
#include "counterclaim/publish/terminal_text.h"

namespace counterclaim::publish {

// `index`: of the text of the report, which stands at the position `report` of Infobox::reports.
[[nodiscard]] inline InfoboxEvidence evidence_of(const CodePointIndex& index, std::uint32_t report,
                                                 CodePointSpan span) {
  constexpr std::uint32_t kLongest = 200;  // columns
  const std::uint32_t end = std::min({span.end, index.size(), span.begin + kLongest + 1});
  if (span.begin >= end) return {report, span, {}};
  return {report, span, fitted(one_line(index.slice(span.begin, end)), kLongest)};
}

}  // namespace counterclaim::publish
