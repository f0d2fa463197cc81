// Whether a name is told as a place: ordered rules over the recogniser's label, the gazetteer and the words beside it.
//
//   "from Qarwa"             doubtful: a preposition alone cannot carry a name that nothing else knows
//   "the village of Qarwa"   sure, and a locality
//   "Dr. Cusco"              none
//
// Layer: ground. Pure functions over a loaded vocabulary.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "counterclaim/ground/metonymy.h"
#include "counterclaim/ground/place_candidates.h"
#include "counterclaim/ground/place_cues.h"
#include "counterclaim/ground/place_spans.h"
#include "counterclaim/ground/place_surroundings.h"
#include "counterclaim/language/analysis.h"

namespace counterclaim::ground {

// kLikely and kDoubtful wait for the rest of the report: the first is a place unless something speaks against it, the
// second is none unless the same name is sure elsewhere, or stands in a row with sure ones.
enum class PlaceStanding : std::uint8_t { kNone, kDoubtful, kLikely, kSure };

struct PlaceVerdict {
  PlaceStanding standing = PlaceStanding::kNone;
  std::string_view rule;                  // its name; static
  std::optional<record::PlaceKind> kind;  // told by a word in the name or beside it
};

class PlaceJudge {
 public:
  PlaceJudge(const PlaceCues& cues, const Metonymy& metonymy) : cues_(cues), metonymy_(metonymy) {}

  // `is_person`: the report knows a person of that name. `is_party`: the name is a state's or that of its seat.
  [[nodiscard]] PlaceVerdict judge(const language::Analysis& analysis, const PlaceSpan& span,
                                   const PlaceCandidates::Name& name, bool is_person, bool is_party) const;

 private:
  [[nodiscard]] std::optional<record::PlaceKind> own_kind(const language::Analysis& analysis, TokenSpan name) const;
  [[nodiscard]] bool is_something_else(const language::Analysis& analysis, const PlaceSpan& span,
                                       const PlaceCandidates::Name& name) const;

  const PlaceCues& cues_;
  const Metonymy& metonymy_;
};

}  // namespace counterclaim::ground
