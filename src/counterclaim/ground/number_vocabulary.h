// The words of number_reader.h, from resources/numbers/.
//
// Layer: ground. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "counterclaim/base/error.h"
#include "counterclaim/base/string_map.h"
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
  kVotes,  // votes, seats and results of games
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
  [[nodiscard]] const StringMap<NumberWord>& words() const { return words_; }

  // What letters at the end of digits multiply by: "k", "bn"; unset for any others.
  [[nodiscard]] std::optional<double> suffix(std::string_view letters) const;
  // Whether a number or its bound may begin with the word; most words of a text may not.
  [[nodiscard]] bool may_begin(std::string_view lower) const;

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
  // Verbs and nouns of change, after which "from 31 to 45" is two counts and no range.
  [[nodiscard]] bool is_change(std::string_view lemma) const { return changes_.contains(lemma); }
  // "a 12-member team" counts its members.
  [[nodiscard]] bool is_counted_compound(std::string_view lemma) const { return compounds_.contains(lemma); }
  // The last word of a street's name.
  [[nodiscard]] bool is_address(std::string_view lower) const { return addresses_.contains(lower); }
  // Verbs of votes and games, whose numbers are results.
  [[nodiscard]] bool is_vote(std::string_view lemma) const { return votes_.contains(lemma); }

 private:
  [[nodiscard]] Result<void> load_words(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_bounds(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_not_counts(const std::filesystem::path& path);

  void add_phrase(PhraseTable& table, const std::string& words, std::uint32_t value);

  StringMap<NumberWord> words_;
  StringMap<double> suffixes_;
  StringMap<NotCount> nouns_;
  StringSet changes_, compounds_, addresses_, votes_, beginnings_;
  PhraseTable vague_, zero_, bounds_before_, bounds_after_, previous_, next_;
};

}  // namespace counterclaim::ground
