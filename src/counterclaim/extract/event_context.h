// One block of a report with everything that the rules for events look at. Passed by reference to every rule.
//
// Layer: extract, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "counterclaim/attribute/attribution_scopes.h"
#include "counterclaim/extract/event_lexicon.h"
#include "counterclaim/extract/noun_classes.h"
#include "counterclaim/ground/grounded_analysis.h"

namespace counterclaim::extract {

struct EventContext {
  const EventLexicon& lexicon;
  const NounClasses& nouns;
  const ground::GroundedAnalysis& grounded;
  const attribute::AttributionScopes& scopes;
  std::uint32_t block;

  [[nodiscard]] const ground::GroundedBlock& here() const { return grounded.blocks[block]; }
  [[nodiscard]] const language::Analysis& analysis() const { return grounded.blocks[block].analysis; }

  // The word as the lexicon has it: its lemma, of a name the word itself, in lower case.
  [[nodiscard]] std::string_view key(std::uint32_t token) const;
  [[nodiscard]] WordClasses classes(std::uint32_t token) const;
  [[nodiscard]] bool holds(const WordTest& test, std::uint32_t token) const {
    return test.holds(classes(token), key(token));
  }
  // The place mention that holds the token; null when there is none. Cost: logarithmic in mentions.
  [[nodiscard]] const ground::GroundedPlace* place_at(std::uint32_t token) const;
  // Whether the token is a noun or a gerund that stands like one ("the shelling of Arica").
  [[nodiscard]] bool is_nominal(std::uint32_t token) const;
};

// The party that holds a place: that of its country.
[[nodiscard]] std::optional<std::string> holder_of(const ground::GroundedAnalysis& grounded,
                                                   const record::PlaceMention& place);

}  // namespace counterclaim::extract
