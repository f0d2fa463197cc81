// The light tokens that time expressions are matched on: runs of letters, runs of digits, single signs. They need no
// analysis, so that datelines are read as bodies are, and they part what the language layer's tokens keep together
// ("1941–1945", "9:30", "13.09.2022", "1990s").
//
//   "Sept. 13th, 2022"  ->  Sept  .  13  th  ,  2022
//
// Digits of all scripts that Unicode calls decimal are read; dashes and apostrophes of all kinds are "-" and "'".
//
// Layer: ground. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace counterclaim::ground {

enum class TimeTokenKind : std::uint8_t { kWord, kNumber, kSign };

struct TimeToken {
  std::uint32_t begin_byte = 0;
  std::uint32_t end_byte = 0;
  std::uint32_t begin = 0;  // code points of the text
  std::uint32_t end = 0;
  TimeTokenKind kind = TimeTokenKind::kSign;
  bool glued = false;        // nothing stands between this token and the one before
  bool capital = false;      // a word that begins with a capital (A to Z)
  std::uint8_t digits = 0;   // of a number; 10 for longer ones
  std::uint32_t number = 0;  // the value of a number of at most nine digits
  char sign = 0;             // of a sign in ASCII (dashes and apostrophes folded); 0 for others
  std::uint32_t symbol = 0;  // of the vocabulary; 0: it knows no such word
};

// The tokens of a valid UTF-8 text, white space left out, their symbols unset. Cost: linear.
[[nodiscard]] std::vector<TimeToken> time_tokens(std::string_view text);

}  // namespace counterclaim::ground
