// Lines of a byte stream, in bounded memory.
//
//   LineReader lines(&stream, 16 << 20);
//   std::string line;
//   while (lines.next(&line) != LineReader::Outcome::kEnd) ...
//
// Layer: ingest. Reads what a pipe has ready without waiting for more. Not to be shared between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>

namespace counterclaim::ingest {

class LineReader {
 public:
  enum class Outcome {
    kLine,     // *line holds it, without its LF or CR LF
    kTooLong,  // the line was passed over; *line holds nothing
    kEnd,      // there are no more lines
    kFailed,   // the stream cannot be read; *line holds nothing; kEnd follows
  };

  // `stream` must outlive the reader. A line may have `limit_bytes` bytes, its end not counted.
  LineReader(std::istream* stream, std::size_t limit_bytes) : stream_(stream), limit_bytes_(limit_bytes) {}

  [[nodiscard]] Outcome next(std::string* line);

  // Of the line that next() last told of, counted from 1.
  [[nodiscard]] std::uint64_t line_number() const { return line_number_; }

 private:
  bool fill();  // false at the end of the stream

  std::istream* stream_;
  std::size_t limit_bytes_;
  std::uint64_t line_number_ = 0;
  std::string buffer_;
  std::size_t at_ = 0;  // of the first byte of `buffer_` that belongs to no line yet
  bool ended_ = false;
  bool failed_ = false;
};

}  // namespace counterclaim::ingest
