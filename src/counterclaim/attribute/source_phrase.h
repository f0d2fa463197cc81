// The source that words of a report name: its name, role, side and kind, as ground knows them of the party mentioned
// there.
//
//   "Bolivian Prime Minister Ana Rojas"  -> name "Ana Rojas", role "Prime Minister", side "Bolivia", kind kOfficial
//   "a statement of the ministry"        -> what is known of the ministry
//   "Pedro Lima, who heads the council"  -> the text with what is told of him behind the name
//   "some analysts and politicians"      -> one source; "Peruvian and Chilean officials" are two
//
// Layer: attribute. Pure functions.
#pragma once

#include <cstdint>
#include <vector>

#include "counterclaim/attribute/saying_lexicon.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/record/source.h"

namespace counterclaim::attribute {

// `head`: the head of the words for the source. `word`: that of the act of saying, which is no part of its source:
// "officials who said"; `head` itself where there is none. Cost: logarithmic in mentions.
[[nodiscard]] record::Source source_at(const SayingLexicon& lexicon, const ground::GroundedAnalysis& grounded,
                                       std::uint32_t block, std::uint32_t head, std::uint32_t word);

// The same with all that `head` is coordinated with, at most five: those on different sides or of different kinds are
// sources of their own; the two sides of the report's conflict say it together, with the side "both". Never empty.
[[nodiscard]] std::vector<record::Source> sources_at(const SayingLexicon& lexicon,
                                                     const ground::GroundedAnalysis& grounded, std::uint32_t block,
                                                     std::uint32_t head, std::uint32_t word);

}  // namespace counterclaim::attribute
