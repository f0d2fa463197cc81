// Which place of the gazetteer each name of a report means: one sense a name and report, unless the text itself tells
// two apart ("Paris, Texas").
//
// Candidates are scored by how much the world speaks of them, the areas told beside the name ("Goris in Syunik
// Province"), the kind of place told ("Puno region"), the countries and areas that the report names, and the distance
// to the report's other places (toponym resolution by "one sense per discourse" and spatial minimality: Leidner 2007,
// "Toponym Resolution in Text"). Scores are natural logarithms of odds, chosen by hand.
//
// Layer: ground. Pure. Cost: linear in uses and in the candidates of names, of which there are 48 at most.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/ground/place_candidates.h"

namespace counterclaim::ground {

// One place of the text where a name stands.
struct PlaceUse {
  std::uint32_t name = 0;                  // in PlaceCandidates
  std::optional<record::PlaceKind> kind;   // told in the name or beside it
  bool kind_in_name = false;               // then no place of another kind is meant: "Crawford County"
  bool is_seat = false;                    // of a state's government: a town
  std::optional<std::uint32_t> container;  // the use that names the area that holds it
  std::optional<std::uint32_t> row;        // the same for names in one row: "Peru, Chile and Bolivia"
};

struct PlaceReading {
  std::optional<std::uint32_t> candidate;  // of the use's name; unset: unresolved
  double margin = 0;                       // 0 to 1: how clearly it beat the next that lies elsewhere
  std::string_view rule;                   // what spoke for it most; static
};

// `countries`: how often the report names a country by other words than its name ("Peruvian"), by ISO code.
[[nodiscard]] std::vector<PlaceReading> resolve_places(const PlaceCandidates& candidates,
                                                       std::span<const PlaceUse> uses,
                                                       const std::map<std::string, double, std::less<>>& countries);

}  // namespace counterclaim::ground
