#include "counterclaim/ingest/plain_text.h"

#include <utility>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/byte_order_mark.h"

namespace counterclaim::ingest {

Result<RawReport> read_plain_text(std::string bytes) {
  if (has_wide_byte_order_mark(bytes)) {
    return fail(ErrorCode::kEncodingUnsupported, "the text is in UTF-16 or UTF-32; save it as UTF-8");
  }
  RawReport report;
  if (bytes.starts_with(kUtf8ByteOrderMark)) {
    bytes.erase(0, kUtf8ByteOrderMark.size());
    report.text_unchanged = false;
    report.diagnostics.push_back({{}, record::DiagnosticCode::kByteOrderMarkRemoved, "U+FEFF"});
  }
  if (first_invalid_utf8(bytes)) {
    std::size_t replaced = 0;
    bytes = replace_invalid_utf8(bytes, &replaced);
    report.text_unchanged = false;
    report.diagnostics.push_back({{}, record::DiagnosticCode::kInvalidUtf8Replaced, std::to_string(replaced)});
  }
  report.text = std::move(bytes);
  return report;
}

}  // namespace counterclaim::ingest
