// The weights of reconciliation, from resources/reconcile/weights.tsv: 1/1000 bit (log2 odds) where nothing else is
// said.
//
// Layer: reconcile. Read once.
#pragma once

#include <cstdint>
#include <filesystem>

#include "counterclaim/base/error.h"

namespace counterclaim::reconcile {

struct Weights {
  // Between two reports.
  std::int32_t one_report = 0;
  std::int32_t reports_alike = 0;   // by thousandth of what the shorter one shares, beyond ...
  std::int32_t reports_chance = 0;  // thousandths that any two reports share
  std::int32_t reports_most = 0, reports_least = 0;
  std::int32_t sides_equal = 0, sides_differ = 0;  // the two sides that they name most
  std::int32_t published_together = 0, published_apart = 0;
  std::int32_t prior_by_class = 0;  // per power of two of passages in the case
  // Between two passages.
  std::int32_t word_shared = 0;      // by bit
  std::int32_t word_not_shared = 0;  // by bit of the shorter one
  std::int32_t words_most = 0, words_least = 0, words_least_of_figures = 0;
  std::int32_t theme_rare = 0;  // by bit
  std::int32_t side_equal = 0, side_both = 0;
  std::int32_t target_equal = 0, target_differs = 0;
  std::int32_t source_equal = 0, source_side_equal = 0, source_differs = 0;
  std::int32_t stance_equal = 0, stance_differs = 0;
  std::int32_t day_equal = 0, days_overlap = 0, days_near = 0, days_apart = 0;
  std::int32_t told_near = 0, told_month = 0, told_apart = 0;
  std::int32_t counts_near = 0, counts_week = 0, counts_month = 0, counts_apart = 0;
  std::int32_t place_equal = 0, place_near = 0, place_far = 0;
  std::int32_t value_equal = 0, value_rare = 0, value_large = 0, value_ratio = 0;
  std::int32_t type_equal = 0, type_akin = 0, type_differs = 0;
  std::int32_t kind_equal = 0;
  // What the sum must reach.
  std::int32_t figures_related = 0, figures_conflict = 0, small_figures_related = 0, sideless_words = 0;
  std::int32_t statements_related = 0, statements_copy_words = 0, statements_denied = 0, statements_conflict = 0;
  std::int32_t statements_words = 0, reaction_words = 0;
  std::int32_t accused_back = 0, fault_laid_back = 0;
  std::int32_t events_words = 0, located_events_words = 0, denial_words = 0;
  std::int32_t events_related = 0, events_denied = 0, own_deed_denied = 0, incident_joined = 0, incident_near = 0;

  // Every weight stands once in the table. Errors: file_not_found, resource_malformed.
  [[nodiscard]] static Result<Weights> load(const std::filesystem::path& folder);
};

}  // namespace counterclaim::reconcile
