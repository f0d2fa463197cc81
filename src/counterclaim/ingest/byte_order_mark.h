// Byte order marks at the beginning of a file.
//
// Layer: ingest.
#pragma once

#include <string_view>

namespace counterclaim::ingest {

inline constexpr std::string_view kUtf8ByteOrderMark = "\xEF\xBB\xBF";

// Whether the bytes begin with the mark of UTF-16 or UTF-32, which no UTF-8 text begins with.
[[nodiscard]] inline bool has_wide_byte_order_mark(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("\x00\x00\xFE\xFF"sv);
}

}  // namespace counterclaim::ingest
