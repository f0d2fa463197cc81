// Reports from a stream of JSON lines: {"id", "title", "publisher", "published", "url", "text"}, all but "text"
// optional.
//
//   JsonLinesReader reports(&stream);
//   while (auto item = reports.next()) {
//     if (item->has_value()) use(**item);
//     else fmt::print(stderr, "line {}: {}\n", item->error().line, item->error().error.message);
//   }
//
// What a line may hold:
// - "text" is a string; a line without one is rejected, the empty one is a report.
// - "title", "publisher", "url" are strings; null and "" mean unset; other types are unset with a diagnostic.
// - "id" is a string or a whole number; without one it is the number of the line.
// - "published" is an ISO 8601 date or date with time (iso_date.h); anything else is unset with a diagnostic.
// - Other fields are not looked at.
// - Rejected: lines that are not valid JSON or not valid UTF-8, are no object, give one of these fields twice, hold
// half
//   of a surrogate pair or a number out of range, nest deeper than 1,024, or are longer than the limit.
// Blank lines are passed over, and so is a byte order mark at the beginning. A stream in UTF-16 or UTF-32 is one
// rejected line. Line ends are LF or CR LF; the last line needs none.
//
// Layer: ingest. Memory: reading takes some ten times the longest line, given back after it; nothing grows with the
// stream. Not to be shared between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>

#include <tl/expected.hpp>

#include "counterclaim/base/error.h"
#include "counterclaim/ingest/raw_report.h"

namespace counterclaim::ingest {

// The analysis of one text takes more than a hundred times its bytes: some 2 GB for a text of this length.
inline constexpr std::size_t kLongestLineBytes = std::size_t{16} << 20;

struct RejectedLine {
  std::uint64_t line;  // counted from 1
  Error error;         // line_too_long, text_invalid_utf8, input_malformed, encoding_unsupported, file_unreadable
};

class JsonLinesReader {
 public:
  // `stream` must outlive the reader; only its buffer is used. A longer line is rejected without being held in memory.
  explicit JsonLinesReader(std::istream* stream, std::size_t longest_line_bytes = kLongestLineBytes);
  ~JsonLinesReader();
  JsonLinesReader(JsonLinesReader&&) noexcept;
  JsonLinesReader& operator=(JsonLinesReader&&) noexcept;

  // The next line that is not blank; nullopt at the end.
  [[nodiscard]] std::optional<tl::expected<RawReport, RejectedLine>> next();

  // Of the line that next() last told of, counted from 1.
  [[nodiscard]] std::uint64_t line_number() const;
  // Whether the id of the report that next() last gave is the number of its line.
  [[nodiscard]] bool id_is_line_number() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace counterclaim::ingest
