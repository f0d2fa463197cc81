// One block of a report with everything that the rules for acts of saying look at. Passed by reference to every rule.
//
// Layer: attribute, internal.
#pragma once

#include <cstdint>
#include <vector>

#include "counterclaim/attribute/saying_lexicon.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::attribute {

struct BlockContext {
  const SayingLexicon& lexicon;
  const ground::GroundedBlock& block;
  const std::vector<bool>& party_heads;  // of each token: whether a mention of a party or person has it as its head

  [[nodiscard]] const language::Analysis& analysis() const { return block.analysis; }
  // Whether the noun or pronoun may be somebody who speaks: a party, a person, an office, a paper; not a thing.
  [[nodiscard]] bool can_speak(std::uint32_t index) const;
  // The quotation that holds the token or whose opening mark it is; null where there is none. Cost: logarithmic.
  [[nodiscard]] const TokenSpan* quotation_at(std::uint32_t token) const;
};

}  // namespace counterclaim::attribute
