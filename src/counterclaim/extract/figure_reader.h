// Reads counts of people and things ("at least 12 killed") out of one analysed report.
//
//   Result<FigureReader> reader = FigureReader::load("resources");
//   "Between 10 and 15 soldiers were wounded"  ->  {kWounded, 10, 15, Bound::kRange}
//
// What is read: numbers under verbs of harm in all their forms, beside adjectives and participles ("12 dead"), with
// nouns of harm ("45 deaths", "the capture of six"), totals ("the toll rose to 45"), lines of boxes, headlines, and
// single victims without a number. Each filled slot names its rule.
//
// Layer: extract. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>

#include "counterclaim/attribute/attribution_scopes.h"
#include "counterclaim/base/error.h"
#include "counterclaim/extract/casualty_lexicon.h"
#include "counterclaim/extract/figures_read.h"
#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::extract {

class FigureReader {
 public:
  // `resources`: the folder that holds casualties/. Errors: file_not_found, file_unreadable,
  // resource_malformed.
  [[nodiscard]] static Result<FigureReader> load(const std::filesystem::path& resources);

  // The figures of the report in text order; none is not an error. `scopes`: the attributor's, of the same report.
  // Cost: linear in tokens.
  [[nodiscard]] FiguresRead read(const ground::GroundedAnalysis& grounded,
                                 const attribute::AttributionScopes& scopes) const;

 private:
  explicit FigureReader(CasualtyLexicon lexicon) : lexicon_(std::move(lexicon)) {}

  CasualtyLexicon lexicon_;
};

}  // namespace counterclaim::extract
