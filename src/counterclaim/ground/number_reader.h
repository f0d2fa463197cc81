// Reads the numbers of an analysed text, in digits and in words, with their bounds, and says which of them count
// nothing.
//
//   "at least 1,500"        -> {1500, kAtLeast}           "a dozen"    -> {12, kExact}
//   "between 10 and 15"     -> {10, 15, kRange}           "dozens of"  -> {unset, kVague, word "dozens"}
//   "12 percent", "in 2022" -> the number, with the reason why it is no count
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/base/span.h"
#include "counterclaim/ground/number_vocabulary.h"
#include "counterclaim/language/analysis.h"
#include "counterclaim/record/figure.h"

namespace counterclaim::ground {

struct NumberMention {
  TokenSpan tokens;                  // with the words of the bound: "at least 12"
  TokenSpan digits;                  // the number alone: "12"
  std::optional<double> value;       // unset for a vague word
  std::optional<double> value_high;  // of a range
  record::Bound bound = record::Bound::kExact;
  std::string word;  // of a vague amount, in lower case
  NotCount not_count = NotCount::kNone;
};

class NumberReader {
 public:
  // `folder`: resources/numbers. Errors: those of NumberVocabulary::load.
  [[nodiscard]] static Result<NumberReader> load(const std::filesystem::path& folder);

  // The numbers in text order; their `tokens` do not overlap. Cost: linear in tokens.
  [[nodiscard]] std::vector<NumberMention> read(const language::Analysis& analysis) const;

 private:
  explicit NumberReader(NumberVocabulary vocabulary) : vocabulary_(std::move(vocabulary)) {}

  NumberVocabulary vocabulary_;
};

// Sets `not_count` of each mention, from the words around it and, in a list ("Resolutions 242 and 338"), from its
// neighbours. Cost: linear in mentions.
void mark_what_is_no_count(const NumberVocabulary& vocabulary, const language::Analysis& analysis,
                           std::vector<NumberMention>& mentions);

}  // namespace counterclaim::ground
