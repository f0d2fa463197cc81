// Finds who speaks over which words of a report.
//
//   Result<Attributor> attributor = Attributor::load("resources");
//   AttributionScopes scopes = attributor->attribute(grounded);
//
// What is covered: verbs of saying with their clause, infinitive, object, predicate or complement, inverted, passive
// and parenthetical too; nouns and adjectives of saying; "according to X", "citing X" and their like; lines under "Per
// X:" and "X claim:"; headlines; quotations over several sentences, in the next block, without a verb, and with a
// signature. What is denied, only possible or asked for is kept as a scope that is no statement; hearsay without a
// speaker as a hedge.
//
// Layer: attribute. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>

#include "counterclaim/attribute/attribution_scopes.h"
#include "counterclaim/attribute/saying_lexicon.h"
#include "counterclaim/base/error.h"
#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::attribute {

class Attributor {
 public:
  // `resources`: the folder that holds attribution/. Errors: those of read_resource_file.
  [[nodiscard]] static Result<Attributor> load(const std::filesystem::path& resources);

  // Cost: linear in tokens.
  [[nodiscard]] AttributionScopes attribute(const ground::GroundedAnalysis& grounded) const;

  [[nodiscard]] const SayingLexicon& lexicon() const { return lexicon_; }

 private:
  explicit Attributor(SayingLexicon lexicon) : lexicon_(std::move(lexicon)) {}

  SayingLexicon lexicon_;
};

}  // namespace counterclaim::attribute
