// The value of a number written in digits or words at one place of an analysis.
//
//   "1,500" -> 1500      "12 000" -> 12000       "10k" -> 10000           "sixty-two" -> 62
//   "a dozen" -> 12      "half a million" -> 500000      "two and a half million" -> 2500000
//
// Bounds, ranges and vague words are number_reader.h's. Layer: ground. Thread safety: const methods may run
// concurrently.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "counterclaim/ground/number_vocabulary.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::ground {

struct Amount {
  double value = 0;
  double scale = 1;       // what the words behind the digits multiply by: 1e6 for "1.5 million"
  std::uint32_t end = 0;  // the token behind it

  [[nodiscard]] double unscaled() const { return value / scale; }
};

class AmountReader {
 public:
  AmountReader(const NumberVocabulary& vocabulary, const language::Analysis& analysis)
      : vocabulary_(vocabulary), analysis_(analysis) {}

  // Unset where no number begins at `token`. Cost: the length of the number.
  [[nodiscard]] std::optional<Amount> at(std::uint32_t token) const;

  // `value` times the scale words that follow from token `next` on: "million", "dozen", "m" as of "5m sheep".
  [[nodiscard]] Amount with_scales(double value, std::uint32_t next) const;

  // In lower case; "" behind the end.
  [[nodiscard]] std::string_view lower(std::uint32_t token) const {
    return token < analysis_.size() ? analysis_.lower(analysis_[token]) : std::string_view();
  }

 private:
  [[nodiscard]] std::optional<NumberWord> word(std::uint32_t token) const { return vocabulary_.word(lower(token)); }
  [[nodiscard]] std::optional<Amount> digits_at(std::uint32_t token) const;
  [[nodiscard]] std::optional<Amount> spaced_digits_at(std::uint32_t token) const;
  [[nodiscard]] std::optional<Amount> fraction_at(std::uint32_t token, double part) const;
  [[nodiscard]] Amount words_from(std::uint32_t token, double current, double last) const;
  [[nodiscard]] bool goes_on_behind(std::uint32_t joint, double last) const;
  [[nodiscard]] bool is_million_letter(std::uint32_t token) const;

  const NumberVocabulary& vocabulary_;
  const language::Analysis& analysis_;
};

// "1,500", "7600", "1.5"; unset for anything else ("S-300", "9:30", "1.2.3", "12,34").
[[nodiscard]] std::optional<double> parse_digits(std::string_view text);

// The two numbers of "400-500", "2,000–3,000", "1914–18", "13-2", which the tokenizer may leave as one token.
[[nodiscard]] std::optional<std::pair<std::string_view, std::string_view>> split_digit_range(std::string_view text);

}  // namespace counterclaim::ground
