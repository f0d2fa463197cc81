// The state of the non-monotonic arc-eager parser (Honnibal and Johnson 2015, "An Improved Non-monotonic Transition
// System for Dependency Parsing"): its moves and when they are valid, as spaCy has them.
//
// The buffer is what follows `next` in the text, with tokens that were put back before it.
//
// Layer: language (internal). Buffers keep their capacity from text to text.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "counterclaim/language/analysis.h"
#include "counterclaim/language/state_scorer.h"

namespace counterclaim::language {

enum class ParserMove : std::uint8_t { kShift, kReduce, kLeftArc, kRightArc, kBreak };
inline constexpr std::uint8_t kParserMoves = 5;

class ParserState {
 public:
  void start(std::uint32_t token_count);

  [[nodiscard]] bool is_final() const { return stack_.empty() && buffer_length() == 0; }

  // The eight tokens that the network sees: B0, B1, S0, S1, S2, the newest left child of B0, and the newest left and
  // right children of S0; kNoToken where there is none.
  [[nodiscard]] std::array<std::uint32_t, 8> slots() const;

  // For each ParserMove, whether it may be made.
  [[nodiscard]] std::array<bool, kParserMoves> valid() const;

  // Makes a valid move.
  void apply(ParserMove move, LabelId label);

  // Ends the parse where no move is valid: what is left has no head.
  void force_final();

  // Of each token; kNoToken for none.
  [[nodiscard]] std::span<const std::uint32_t> heads() const { return heads_; }
  [[nodiscard]] std::span<const LabelId> labels() const { return labels_; }
  [[nodiscard]] bool is_sentence_start(std::uint32_t token) const { return sentence_start_[token] != 0; }

 private:
  [[nodiscard]] std::uint32_t stack(std::size_t n) const {
    return n < stack_.size() ? stack_[stack_.size() - 1 - n] : kNoToken;
  }
  [[nodiscard]] std::uint32_t buffer(std::uint32_t n) const {
    const auto put_back = static_cast<std::uint32_t>(put_back_.size());
    if (n < put_back) return put_back_[put_back - 1 - n];
    const std::uint32_t token = next_ + n - put_back;
    return token < length_ ? token : kNoToken;
  }
  [[nodiscard]] std::uint32_t buffer_length() const {
    return length_ - next_ + static_cast<std::uint32_t>(put_back_.size());
  }
  void shift();
  void reduce();
  void add_arc(std::uint32_t head, std::uint32_t child, LabelId label);

  std::uint32_t length_ = 0;
  std::uint32_t next_ = 0;
  std::vector<std::uint32_t> stack_, put_back_;
  std::vector<std::uint32_t> heads_;
  std::vector<LabelId> labels_;
  // Children of a token as linked lists, the newest first, one for each side.
  std::vector<std::uint32_t> newest_left_, newest_right_, older_sibling_;
  std::vector<std::uint8_t> unshiftable_, sentence_start_;
};

}  // namespace counterclaim::language
