// Reads who says what out of one analysed report: every act of saying with its source, stance, target and content.
//
//   Result<StatementReader> reader = StatementReader::load("resources");
//   "Lima accused Santiago of hiding losses."  ->  {source "Lima", cue "accused", kAccuses, target "Chile"}
//
// The acts are those of the attribution scopes; what is added here are the stance that a neutral verb's content tells
// ("said that Chile must withdraw" demands), the party that it is aimed at, the day, and the figures inside.
//
// Layer: extract. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "counterclaim/attribute/attribution_scopes.h"
#include "counterclaim/base/error.h"
#include "counterclaim/extract/stance_lexicon.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/record/figure.h"
#include "counterclaim/record/statement.h"

namespace counterclaim::extract {

class StatementReader {
 public:
  // `resources`: the folder that holds attribution/. Errors: those of read_resource_file.
  [[nodiscard]] static Result<StatementReader> load(const std::filesystem::path& resources);

  // The statements of the report in text order. `scopes`: the attributor's, of the same report; `figures`: the
  // record's, in text order. Cost: linear in tokens.
  [[nodiscard]] std::vector<record::Statement> read(const ground::GroundedAnalysis& grounded,
                                                    const attribute::AttributionScopes& scopes,
                                                    std::span<const record::Figure> figures) const;

 private:
  explicit StatementReader(StanceLexicon lexicon) : lexicon_(std::move(lexicon)) {}

  StanceLexicon lexicon_;
};

}  // namespace counterclaim::extract
