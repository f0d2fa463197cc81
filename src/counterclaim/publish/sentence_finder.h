// The sentence around a passage of a report.
//
// Layer: publish. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

// A passage in its surroundings, on one line.
struct Excerpt {
  std::string text;
  std::size_t begin = 0;  // bytes of `text` that are the passage
  std::size_t end = 0;
};

// `record` must outlive the finder. Cost: linear in the text once, then logarithmic.
class SentenceFinder {
 public:
  explicit SentenceFinder(const record::ReportRecord& record) : record_(record), index_(record.document.text) {}

  // The sentences that `span` touches; the span itself where none is known.
  [[nodiscard]] CodePointSpan around(CodePointSpan span) const;

  // The sentence around `span`. A sentence without end is cut some hundred characters before and behind the passage,
  // more than a line shows, and has "…" there.
  [[nodiscard]] Excerpt excerpt(CodePointSpan span) const;

  [[nodiscard]] std::string_view text(CodePointSpan span) const { return index_.slice(span.begin, span.end); }

 private:
  const record::ReportRecord& record_;
  CodePointIndex index_;
};

}  // namespace counterclaim::publish
