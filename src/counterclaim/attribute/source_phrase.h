// The source that words of a report name: its name, role, side and kind, as ground knows them of the party mentioned
// there.
//
//   "Bolivian Prime Minister Ana Rojas"  -> name "Ana Rojas", role "Prime Minister", side "Bolivia", kind kOfficial
//   "a statement of the ministry"        -> what is known of the ministry
//
// Layer: attribute. Pure functions.
#pragma once

#include <cstdint>

#include "counterclaim/attribute/saying_lexicon.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/record/source.h"

namespace counterclaim::attribute {

// `head`: the head of the words for the source. Cost: logarithmic in mentions.
[[nodiscard]] record::Source source_at(const SayingLexicon& lexicon, const ground::GroundedAnalysis& grounded,
                                       std::uint32_t block, std::uint32_t head);

}  // namespace counterclaim::attribute
