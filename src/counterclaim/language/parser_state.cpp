#include "counterclaim/language/parser_state.h"

#include <cassert>

namespace counterclaim::language {

void ParserState::start(std::uint32_t token_count) {
  length_ = token_count;
  next_ = 0;
  stack_.clear();
  put_back_.clear();
  heads_.assign(token_count, kNoToken);
  labels_.assign(token_count, 0);
  newest_left_.assign(token_count, kNoToken);
  newest_right_.assign(token_count, kNoToken);
  older_sibling_.assign(token_count, kNoToken);
  unshiftable_.assign(token_count, 0);
  sentence_start_.assign(token_count, 0);
  if (token_count > 0) sentence_start_[0] = 1;
}

std::array<std::uint32_t, 8> ParserState::slots() const {
  const auto newest = [](const std::vector<std::uint32_t>& children, std::uint32_t token) {
    return token == kNoToken ? kNoToken : children[token];
  };
  const std::uint32_t s0 = stack(0);
  const std::uint32_t b0 = buffer(0);
  return {b0,
          buffer(1),
          s0,
          stack(1),
          stack(2),
          newest(newest_left_, b0),
          newest(newest_left_, s0),
          newest(newest_right_, s0)};
}

std::array<bool, kParserMoves> ParserState::valid() const {
  const std::uint32_t left = buffer_length();
  const std::uint32_t b0 = buffer(0);
  const std::uint32_t b1 = buffer(1);
  const bool has_stack = !stack_.empty();
  const bool starts = b0 != kNoToken && sentence_start_[b0] != 0;
  const bool shift = !has_stack || (left >= 2 && !starts && unshiftable_[b0] == 0);
  const bool arc = has_stack && left > 0 && !starts;
  // Only between neighbours: not where B0 was put back and the text goes on later.
  const bool sentence_break = left >= 2 && b1 == b0 + 1 && sentence_start_[b1] == 0;
  return {shift, has_stack, arc, arc, sentence_break};
}

void ParserState::apply(ParserMove move, LabelId label) {
  switch (move) {
    case ParserMove::kShift: shift(); break;
    case ParserMove::kReduce: reduce(); break;
    case ParserMove::kLeftArc:
      add_arc(buffer(0), stack(0), label);
      unshiftable_[buffer(0)] = 0;
      stack_.pop_back();
      break;
    case ParserMove::kRightArc:
      add_arc(stack(0), buffer(0), label);
      shift();
      break;
    case ParserMove::kBreak: sentence_start_[buffer(1)] = 1; break;
  }
}

void ParserState::shift() {
  if (put_back_.empty()) {
    stack_.push_back(next_++);
  } else {
    stack_.push_back(put_back_.back());
    put_back_.pop_back();
  }
}

void ParserState::reduce() {
  const std::uint32_t s0 = stack(0);
  stack_.pop_back();
  if (heads_[s0] != kNoToken || stack_.empty()) return;
  // No head and others below it: too early. It goes back to be attached again, by an arc and not by a shift.
  unshiftable_[s0] = 1;
  put_back_.push_back(s0);
}

void ParserState::add_arc(std::uint32_t head, std::uint32_t child, LabelId label) {
  if (const std::uint32_t old = heads_[child]; old != kNoToken) {
    // A token with a head is on the stack directly above it, so it is the head's newest child.
    std::uint32_t& newest = (old > child ? newest_left_ : newest_right_)[old];
    assert(newest == child);
    newest = older_sibling_[child];
  }
  heads_[child] = head;
  labels_[child] = label;
  std::uint32_t& newest = (head > child ? newest_left_ : newest_right_)[head];
  older_sibling_[child] = newest;
  newest = child;
}

void ParserState::force_final() {
  stack_.clear();
  put_back_.clear();
  next_ = length_;
}

}  // namespace counterclaim::language
