// Places -> the bytes of a gazetteer file.
//
//   Result<std::string> bytes = gazetteer_bytes(std::move(places));
//
// Layer: ground. Pure: the same places in the same order, the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::ground {

struct PlaceDescription {
  std::string reference;  // "geonames:174895"; no two places have the same one
  std::string name;       // the customary English name
  record::PlaceKind kind = record::PlaceKind::kOther;
  double latitude = 0;  // degrees, WGS 84
  double longitude = 0;
  std::uint32_t population = 0;  // 0: not known, or none
  std::uint32_t importance = 0;  // on the scale of a town's population; 0: to be derived from kind and population
  std::string country;           // ISO 3166-1 alpha-2, or empty
  std::string within;            // reference of the nearest area that holds it, or empty
  std::vector<std::string> customary_names;  // other names that are customary in English, too
  std::vector<std::string> names;            // all others
  std::vector<std::string> claimed_by;
};

// A `within` that no place bears counts as none. Errors: input_malformed for a reference given twice, a circle of
// areas, a coordinate out of range, a name that is empty or longer than kLongestPlaceName.
[[nodiscard]] Result<std::string> gazetteer_bytes(std::vector<PlaceDescription> places);

}  // namespace counterclaim::ground
