// The words of number_reader.h, from resources/numbers/.
//
// Layer: ground. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/ground/phrase_table.h"
#include "counterclaim/record/figure.h"

namespace counterclaim::ground {

// Why a number counts neither people nor things.
enum class NotCount {
  kNone,  // it may be a count
  kPercent,
  kMoney,
  kDuration,
  kLength,
  kArea,
  kMass,
  kTime,
  kAge,
  kLabel,
  kDate,
  kHappenings,
  kYear,
};

enum class NumberWordKind { kCardinal, kScale, kGroup, kFraction };

struct NumberWord {
  NumberWordKind kind;
  double value;
};

class NumberVocabulary {
 public:
  // Reads words.toml, bounds.toml and not_counts.toml of `folder` (resources/numbers).
  // Errors: those of read_resource_file.
  [[nodiscard]] static Result<NumberVocabulary> load(const std::filesystem::path& folder);

  // `lower`: one word in lower case.
  [[nodiscard]] std::optional<NumberWord> word(std::string_view lower) const;
  [[nodiscard]] const std::unordered_map<std::string, NumberWord>& words() const { return words_; }

  [[nodiscard]] const PhraseTable& vague() const { return vague_; }
  [[nodiscard]] const PhraseTable& zero() const { return zero_; }
  // Values are record::Bound.
  [[nodiscard]] const PhraseTable& bounds_before() const { return bounds_before_; }
  [[nodiscard]] const PhraseTable& bounds_after() const { return bounds_after_; }
  // Values are NotCount.
  [[nodiscard]] const PhraseTable& not_count_previous() const { return previous_; }
  [[nodiscard]] const PhraseTable& not_count_next() const { return next_; }
  // The same for one lemma behind the number; kNone when it tells nothing.
  [[nodiscard]] NotCount not_count_noun(std::string_view lemma) const;

 private:
  [[nodiscard]] Result<void> load_words(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_bounds(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_not_counts(const std::filesystem::path& path);

  std::unordered_map<std::string, NumberWord> words_;
  std::unordered_map<std::string, NotCount> nouns_;
  PhraseTable vague_, zero_, bounds_before_, bounds_after_, previous_, next_;
};

}  // namespace counterclaim::ground
