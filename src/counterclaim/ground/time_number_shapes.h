// The slots that numbers fill by their shape: years, days, hours, and plain numbers in digits or words.
//
//   "1990s" as decade4 -> 1990      "13th" as day -> 13      "1,500" as number -> 1500      "thirty-two" -> 32
//
// Layer: ground. Thread safety: const methods may run concurrently.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "counterclaim/ground/time_parts.h"
#include "counterclaim/ground/time_tokens.h"
#include "counterclaim/ground/time_vocabulary.h"

namespace counterclaim::ground {

struct NumberShape {
  double value = 0;
  std::uint32_t end = 0;  // the token behind it
};

// Whether a number of so many digits can fill the slot; none can for the slots of words.
[[nodiscard]] bool fits_digits(TimeSlot slot, std::uint32_t digits);

class NumberShapes {
 public:
  explicit NumberShapes(TimeVocabulary& vocabulary);

  // What the tokens from `at` on give for a slot of numbers; nullopt where they do not fit.
  [[nodiscard]] std::optional<NumberShape> read(const TimeVocabulary& vocabulary, const std::vector<TimeToken>& tokens,
                                                std::uint32_t at, TimeSlot slot) const;

 private:
  using Tokens = std::vector<TimeToken>;
  [[nodiscard]] std::uint32_t behind_suffix(const Tokens& tokens, std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_plural(const Tokens& tokens, std::uint32_t at) const;
  [[nodiscard]] std::optional<NumberShape> words(const TimeVocabulary& vocabulary, const Tokens& tokens,
                                                 std::uint32_t at) const;

  std::array<std::uint32_t, 4> suffixes_;  // st, nd, rd, th
  std::uint32_t s_, and_, hyphen_;
};

}  // namespace counterclaim::ground
