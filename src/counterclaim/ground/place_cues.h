// What single words tell of the names beside them: "in", "village", "resident", "virus".
//
//   Result<PlaceCues> cues = PlaceCues::load("resources/places");
//   cues->of("village").kind   // PlaceKind::kLocality
//
// Layer: ground. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "counterclaim/base/error.h"
#include "counterclaim/base/string_map.h"
#include "counterclaim/language/analysis.h"
#include "counterclaim/record/mention.h"

namespace counterclaim::ground {

// The sections of resources/places/cues.toml.
enum class PlaceCue : std::uint8_t {
  kSurePreposition,
  kWeakPreposition,
  kDirection,
  kKind,
  kOwned,
  kOf,
  kOrgan,
  kThing,
  kEnterprise,
  kTitle,
  kInside,
  kCalled,
  kLeading,
  kGoal,
  kNever,
  kJoined,
};

struct PlaceCueWord {
  std::uint32_t cues = 0;  // one bit for each PlaceCue
  std::optional<record::PlaceKind> kind;

  // A noun or adjective that is no name by itself.
  [[nodiscard]] bool is_common_noun() const {
    return is(PlaceCue::kDirection) || is(PlaceCue::kKind) || is(PlaceCue::kOwned) || is(PlaceCue::kOrgan) ||
           is(PlaceCue::kThing) || is(PlaceCue::kEnterprise) || is(PlaceCue::kTitle);
  }
  [[nodiscard]] bool is(PlaceCue cue) const { return (cues >> static_cast<unsigned>(cue) & 1U) != 0; }
};

class PlaceCues {
 public:
  // `folder`: resources/places. Errors: those of read_resource_file.
  [[nodiscard]] static Result<PlaceCues> load(const std::filesystem::path& folder);

  // The area that a short form stands for behind a town, "Maryland" for "Md."; empty: none.
  [[nodiscard]] std::string_view area_of_abbreviation(std::string_view text) const;

  // Nothing for a word that is no cue. Cost: one look-up, no allocation.
  [[nodiscard]] const PlaceCueWord& of(std::string_view lower) const;
  [[nodiscard]] const PlaceCueWord& of(const language::Analysis& analysis, std::uint32_t token) const {
    return of(analysis.lower(analysis[token]));
  }

 private:
  [[nodiscard]] Result<void> load_abbreviations(const std::filesystem::path& path);

  StringMap<PlaceCueWord> words_;
  StringMap<std::string> abbreviations_;
};

}  // namespace counterclaim::ground
