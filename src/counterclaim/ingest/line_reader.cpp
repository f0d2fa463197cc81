#include "counterclaim/ingest/line_reader.h"

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace counterclaim::ingest {
namespace {

constexpr std::streamsize kBufferBytes = 1 << 16;

}  // namespace

bool LineReader::fill() {
  if (ended_) return false;
  at_ = 0;
  buffer_.clear();
  try {
    std::streambuf* const source = stream_->rdbuf();
    if (source != nullptr && source->sgetc() != std::streambuf::traits_type::eof()) {
      // What stands ready, so that a line that came through a pipe is not held up by the next one.
      const std::streamsize ready = std::clamp<std::streamsize>(source->in_avail(), 1, kBufferBytes);
      buffer_.resize(static_cast<std::size_t>(ready));
      buffer_.resize(static_cast<std::size_t>(source->sgetn(buffer_.data(), ready)));
    }
  } catch (const std::ios_base::failure&) {  // a file buffer throws where reading fails
    failed_ = true;
    buffer_.clear();
  }
  // The buffer of std::cin tells an end where reading fails; C's stdin, on which it sits, knows better.
  if (buffer_.empty() && stream_ == &std::cin && std::ferror(stdin) != 0) failed_ = true;
  ended_ = buffer_.empty();
  return !ended_;
}

LineReader::Outcome LineReader::next(std::string* line) {
  line->clear();
  bool begun = false;
  bool too_long = false;
  bool complete = false;
  while (!complete && (at_ < buffer_.size() || fill())) {
    if (!begun) ++line_number_;
    begun = true;
    const std::size_t end = std::min(buffer_.find('\n', at_), buffer_.size());
    complete = end < buffer_.size();
    const std::size_t bytes = end - at_;
    // One byte more than the limit, for the CR of a CR LF.
    too_long = too_long || bytes > limit_bytes_ + 1 - line->size();
    if (too_long) {
      std::string().swap(*line);
    } else {
      line->append(buffer_, at_, bytes);
    }
    at_ = complete ? end + 1 : end;
  }
  if (failed_) {
    failed_ = false;
    line->clear();
    if (!begun) ++line_number_;
    return Outcome::kFailed;
  }
  if (!begun) return Outcome::kEnd;
  if (!too_long && line->ends_with('\r')) line->pop_back();
  if (!too_long && line->size() <= limit_bytes_) return Outcome::kLine;
  line->clear();
  return Outcome::kTooLong;
}

}  // namespace counterclaim::ingest
