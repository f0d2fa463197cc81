// What the analysis of a block tells about a time expression: the tense it stands in, and whether a word that looks
// like a time is one here.
//
// Layer: ground. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "counterclaim/ground/number_reader.h"
#include "counterclaim/ground/time_pattern.h"
#include "counterclaim/ground/time_tokens.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::ground {

enum class TimeTense : std::uint8_t { kPast, kPresent, kFuture, kUnknown };

class TimeGrammar {
 public:
  // `analysis` and `numbers` are of the text that `tokens` were read from; null and none for a dateline. All must
  // outlive the object. Cost: linear.
  TimeGrammar(const language::Analysis* analysis, const std::vector<NumberMention>& numbers,
              const std::vector<TimeToken>& tokens);

  // The analysis' tokens that the light tokens touch; empty without an analysis.
  [[nodiscard]] TokenSpan tokens_of(TokenSpan light) const;

  // Of the verb that governs the expression. Cost: at most 16 steps up the tree.
  [[nodiscard]] TimeTense tense(TokenSpan light) const;

  // Whether the narrative has come to the time that the expression names, which it has not where that is background:
  // "the 2003 invasion", "(1998)", "which began in 1998", "would last until 1960".
  [[nodiscard]] bool moves_narrative(TokenSpan light) const;

  // Whether the article in front belongs to a noun behind the expression: "the summer offensive".
  [[nodiscard]] bool has_borrowed_article(TokenSpan light) const;

  // Whether the match is what it looks like; `undated`: the report has no date; `before_christ`: the narrative is in
  // years BC.
  struct Surroundings {
    bool undated = false;
    bool before_christ = false;
    std::optional<int> last_year;  // of its era
  };
  [[nodiscard]] bool accepts(const TimeMatch& match, const Surroundings& surroundings) const;

 private:
  [[nodiscard]] bool passes(TimeGuard guard, const TimeMatch& match, const Surroundings& surroundings) const;
  [[nodiscard]] bool is_clear(const TimeMatch& match) const;
  [[nodiscard]] bool is_year(const TimeMatch& match) const;
  [[nodiscard]] bool is_year_of_era(const TimeMatch& match, const Surroundings& surroundings) const;
  [[nodiscard]] const language::Token& head_of(TokenSpan words) const;
  [[nodiscard]] const language::Token& verb_above(const language::Token& token) const;
  [[nodiscard]] TimeTense tense_of_verb(const language::Token& verb) const;
  [[nodiscard]] bool is_hypothetical(const language::Token& verb) const;
  [[nodiscard]] bool is_in_relative_clause(const language::Token& verb) const;
  [[nodiscard]] bool stands_alone(TokenSpan words) const;
  [[nodiscard]] bool governs_nothing(TokenSpan words) const;
  [[nodiscard]] bool has_stray_number(const TimeMatch& match) const;
  [[nodiscard]] NotCount kind_of_number(std::uint32_t word) const;
  [[nodiscard]] std::optional<std::uint32_t> governor_before(TokenSpan words) const;
  [[nodiscard]] bool has_capital_month(TokenSpan light) const;
  [[nodiscard]] bool counts_what_follows(TokenSpan words) const;
  [[nodiscard]] std::string_view lower_before(TokenSpan words) const;
  [[nodiscard]] std::string_view lower_behind(TokenSpan words) const;

  const language::Analysis* analysis_;
  const std::vector<NumberMention>& numbers_;
  const std::vector<TimeToken>& tokens_;
  std::vector<std::uint32_t> first_word_;  // of each light token: the analysis' token that it begins in
};

}  // namespace counterclaim::ground
