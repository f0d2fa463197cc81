// Patterns of words by which lines and sentences are told that are no report: "follow us on", "sign up for *
// newsletter".
//
//   LinePatterns patterns;
//   patterns.add("read more? :", 3);
//   tokens.read("Read more: the truce");
//   patterns.match(tokens, 3)  ->  3, the tokens that it takes
//
// A pattern is a row of words, as LineTokens folds them, parted by spaces. "a|b" is one of several words, "a|b?" may be
// missing, "#" is a word that begins with a digit, "*" stands for up to kLongestGap words, as few as may be, "$" at the
// end for the end of what was read. A pattern begins with a word or a number, and not
// all of it may be missing.
//
// Layer: ingest. Thread safety: const methods may run concurrently. Cost of a match: one look-up of the first word,
// and a few steps for each pattern that begins with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/string_map.h"
#include "counterclaim/ingest/line_tokens.h"

namespace counterclaim::ingest {

class LinePatterns {
 public:
  static constexpr std::size_t kLongestGap = 12;

  // `role` tells patterns of one kind from those of another. False: this is no pattern.
  [[nodiscard]] bool add(std::string_view pattern, std::uint8_t role);

  // Whether some pattern begins with this word.
  [[nodiscard]] bool knows(std::string_view first_word) const;

  // How many tokens, from the first on, the longest match of a pattern of this role takes; 0: none matches.
  [[nodiscard]] std::size_t match(const LineTokens& tokens, std::uint8_t role) const;
  // Whether a pattern of this role takes all tokens.
  [[nodiscard]] bool matches_whole(const LineTokens& tokens, std::uint8_t role) const;

 private:
  struct Element {
    enum class Kind : std::uint8_t { kWord, kNumber, kGap, kEnd } kind = Kind::kWord;
    bool may_be_missing = false;
    std::vector<std::string> words;
  };
  struct Pattern {
    std::uint8_t role = 0;
    std::vector<Element> elements;
  };

  [[nodiscard]] bool index_beginnings(const Pattern& pattern, std::uint32_t index);
  [[nodiscard]] static bool matches(const Element& element, const LineTokens& tokens, std::size_t n);
  // The end of the match of elements from `element` on, at token `n`; 0: none.
  [[nodiscard]] static std::size_t match_from(const Pattern& pattern, std::size_t element, const LineTokens& tokens,
                                              std::size_t n, bool whole);
  [[nodiscard]] std::size_t longest(const LineTokens& tokens, std::uint8_t role, bool whole) const;

  std::vector<Pattern> patterns_;
  [[nodiscard]] std::size_t longest_of(const std::vector<std::uint32_t>& candidates, const LineTokens& tokens,
                                       std::uint8_t role, bool whole) const;

  StringMap<std::vector<std::uint32_t>> by_first_word_;
  std::vector<std::uint32_t> by_number_;
};

}  // namespace counterclaim::ingest
