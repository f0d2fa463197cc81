// What the words beside a name show about it: "the village of X" shows a locality, "in X" a place, "from X" perhaps
// one.
//
// Layer: ground. Pure functions over a loaded vocabulary.
#pragma once

#include <cstdint>
#include <optional>

#include "counterclaim/base/span.h"
#include "counterclaim/ground/place_cues.h"
#include "counterclaim/language/analysis.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::ground {

// kWeak: a preposition that people have, too. kSure: one that people hardly have, or a noun that only places have
// beside them. kKind: a word that says what kind of settlement or area it is.
enum class PlaceSign : std::uint8_t { kNone, kWeak, kSure, kKind };

struct PlaceSurroundings {
  PlaceSign sign = PlaceSign::kNone;
  std::optional<record::PlaceKind> kind;
};

// `name` not empty. Cost: constant.
[[nodiscard]] PlaceSurroundings surroundings_of(const language::Analysis& analysis, TokenSpan name,
                                                const PlaceCues& cues);

}  // namespace counterclaim::ground
