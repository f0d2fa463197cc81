// Ground that is held, taken or lost: "occupied 140 square kilometres of Peruvian territory".
//
// Layer: extract, internal.
#pragma once

#include <optional>
#include <string_view>

#include "counterclaim/extract/counted_phrase.h"
#include "counterclaim/extract/trigger.h"

namespace counterclaim::extract {

struct AreaPhrase {
  CountedPhrase phrase;   // root: the unit; noun: "territory" in "140 km2 of Peruvian territory"
  Trigger trigger;        // the word for ground or for holding it
  std::string_view unit;  // of the lexicon: "km2"
};

// Unset for an area that is nobody's ground (a burnt forest, a flat) and for a conversion: "50 square kilometres (19 sq
// mi)".
[[nodiscard]] std::optional<AreaPhrase> area_phrase(const BlockView& view, const ground::NumberMention& number);

}  // namespace counterclaim::extract
