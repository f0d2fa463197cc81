// Places of the world by name: one read-only, memory-mapped file, shared by all processes that use it.
//
//   Result<Gazetteer> gazetteer = Gazetteer::open("world.gazetteer");
//   for (GazetteerPlace place : gazetteer->named("aleppo")) …      // most populous first
//
// Layer: ground. Reads files only in open(). Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::ground {

// Which gazetteer, and which place of it.
struct PlaceId {
  std::uint16_t gazetteer = 0;  // 0: the world's; from 1: extra ones in the order given
  std::uint32_t place = 0;

  friend bool operator==(const PlaceId&, const PlaceId&) = default;
};

// One place; views live as long as the gazetteer.
struct GazetteerPlace {
  PlaceId id;
  std::string_view name;  // the customary English name
  record::PlaceKind kind = record::PlaceKind::kOther;
  double latitude = 0;  // degrees, WGS 84; of a large area its customary encyclopaedia point
  double longitude = 0;
  std::uint32_t population = 0;              // 0: not known
  std::string_view country;                  // ISO 3166-1 alpha-2; empty for seas and the like
  std::string_view reference;                // "geonames:174895"
  std::vector<PlaceId> within;               // the chain of areas that hold it, the nearest first
  std::vector<std::string_view> names;       // all names in use, by all who use one, `name` among them
  std::vector<std::string_view> claimed_by;  // states and territories that claim it, where that is contested
};

// The form in which names are compared: case, diacritics, apostrophes and hyphens folded, "the" left out, "St." as
// "Saint", transliteration variants joined. Empty for text that holds no letter.
[[nodiscard]] std::string normalised_place_name(std::string_view name);

class Gazetteer {
 public:
  // Errors: file_not_found, file_unreadable, gazetteer_malformed. Cost: under 10 ms.
  [[nodiscard]] static Result<Gazetteer> open(const std::filesystem::path& path);

  // The places of that normalised name, the most important first; none is not an error.
  [[nodiscard]] std::vector<PlaceId> named(std::string_view normalised) const;
  [[nodiscard]] GazetteerPlace place(PlaceId id) const;
};

}  // namespace counterclaim::ground
