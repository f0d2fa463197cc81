// Reads what happened out of one analysed report: clashes, strikes, advances, captures, truces and their violations,
// talks, deployments, blockades and their like, with who did it to whom, where, when, and how sure it is.
//
//   Result<EventReader> reader = EventReader::load("resources");
//   "Peru accused Chile of shelling Arica on Monday."  ->  {shelling, Chile > Peru, Arica, that Monday, alleged}
//
// Words are data (resources/events); what is asked for, condemned, denied of the verb or only a purpose is no event.
//
// Layer: extract. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <vector>

#include "counterclaim/attribute/attribution_scopes.h"
#include "counterclaim/base/error.h"
#include "counterclaim/extract/event_codes.h"
#include "counterclaim/extract/event_lexicon.h"
#include "counterclaim/extract/noun_classes.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/record/event.h"

namespace counterclaim::extract {

class EventReader {
 public:
  // `resources`: the folder that holds events/ and casualties/. Errors: those of read_resource_file.
  [[nodiscard]] static Result<EventReader> load(const std::filesystem::path& resources);

  // The events of the report in text order, one for each distinct happening. `place` counts the places of
  // grounded.blocks one after the other. `scopes`: the attributor's, of the same report. Cost: linear in tokens.
  [[nodiscard]] std::vector<record::Event> read(const ground::GroundedAnalysis& grounded,
                                                const attribute::AttributionScopes& scopes) const;

 private:
  EventReader(EventLexicon lexicon, EventCodes codes, NounClasses nouns)
      : lexicon_(std::move(lexicon)), codes_(std::move(codes)), nouns_(std::move(nouns)) {}

  EventLexicon lexicon_;
  EventCodes codes_;
  NounClasses nouns_;
};

}  // namespace counterclaim::extract
