// The words of a line or a sentence, folded for comparison.
//
//   LineTokens tokens;
//   tokens.read("“Sign up” for Peru’s news:");
//   tokens.phrase(0, tokens.size())  ->  "sign up for peru's news :"
//
// A token is a run of letters, digits and the marks that stand within words, ASCII letters in lower case, curly
// apostrophes made straight; or one of the signs : | @ © / » › > that tell what a line is for. Other punctuation and
// spaces part tokens.
//
// Layer: ingest. Keeps its memory from one line to the next. Cost: linear in what is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/span.h"

namespace counterclaim::ingest {

struct LineToken {
  ByteSpan bytes;  // of what was read
  bool capital = false;
  bool digit = false;  // begins with a digit
  bool sign = false;

 private:
  friend class LineTokens;
  ByteSpan folded;
};

class LineTokens {
 public:
  static constexpr std::size_t kMost = 96;

  // Reads `text` (valid UTF-8), but no more than kMost tokens of it.
  void read(std::string_view text);

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const LineToken& operator[](std::size_t n) const { return tokens_[n]; }
  [[nodiscard]] bool complete() const { return complete_; }  // all tokens were read
  [[nodiscard]] std::string_view word(std::size_t n) const { return phrase(n, n + 1); }
  // Tokens [begin, end), begin < end, with one space between.
  [[nodiscard]] std::string_view phrase(std::size_t begin, std::size_t end) const;

 private:
  std::vector<LineToken> tokens_;
  std::string folded_;
  bool complete_ = true;
};

// The first token of `text` as LineTokens folds it, written to `folded`, which it is a view of; "" where there is none,
// or a quotation mark stands before it.
[[nodiscard]] std::string_view first_word(std::string_view text, std::string& folded);

}  // namespace counterclaim::ingest
