// Single people without a number: "an officer was killed", "killing a conscript", "General Rojas died in the raid".
//
// Layer: extract, internal.
#pragma once

#include <set>
#include <vector>

#include "counterclaim/extract/counted_phrase.h"
#include "counterclaim/extract/trigger.h"

namespace counterclaim::extract {

struct SingleVictim {
  CountedPhrase phrase;
  Trigger trigger;
  bool takes_up = false;  // a pronoun or "the" for somebody told of before
  TokenSpan name;         // "Ana Rojas" of "the weaver, identified as Ana Rojas"; empty: the text gives none
};

// The name of the person that the token is the head of: its own, one in apposition, or one behind "identified as".
// Empty where the words give none.
[[nodiscard]] TokenSpan name_of_person(const BlockView& view, std::uint32_t token);

// The single victims of the block, in text order, one for each happening to each person. `counted`: for each token
// whether it belongs to a phrase with a number.
[[nodiscard]] std::vector<SingleVictim> single_victims(const BlockView& view, const std::vector<bool>& counted,
                                                       const std::set<record::Measure>& told);

}  // namespace counterclaim::extract
