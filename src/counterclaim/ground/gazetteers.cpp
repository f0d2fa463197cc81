#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <utility>

#include "counterclaim/ground/gazetteer.h"
#include "counterclaim/ground/gazetteer_format.h"

namespace counterclaim::ground {
namespace {

constexpr double kSamePlaceKm = 5;
constexpr std::size_t kMostAreas = 32;
// Of a name that more places bear, the most important of each gazetteer: bounds the work for one name.
constexpr std::size_t kMostPlaces = 500;

// On a plane that touches the globe between the two: exact enough for short distances.
double short_distance_km(const PlaceFacts& a, const PlaceFacts& b) {
  constexpr double kKmPerDegree = 111.2;
  const double middle = (a.latitude + b.latitude) / 2 * std::numbers::pi / 180;
  const double north = (a.latitude - b.latitude) * kKmPerDegree;
  const double east = std::remainder(a.longitude - b.longitude, 360.0) * kKmPerDegree * std::cos(middle);
  return std::hypot(north, east);
}

bool is_same_place(const PlaceFacts& a, const PlaceFacts& b) {
  return a.reference == b.reference || (a.kind == b.kind && short_distance_km(a, b) < kSamePlaceKm);
}

}  // namespace

Gazetteers::Gazetteers(std::vector<Gazetteer> gazetteers) : gazetteers_(std::move(gazetteers)) {}

Result<Gazetteers> Gazetteers::open(const std::vector<std::filesystem::path>& paths) {
  if (paths.empty() || paths.size() > std::numeric_limits<std::uint16_t>::max())
    return fail(ErrorCode::kUsage, "a run takes from 1 to 65,535 gazetteers");
  std::vector<Gazetteer> gazetteers;
  gazetteers.reserve(paths.size());
  for (const std::filesystem::path& path : paths) {
    auto gazetteer = Gazetteer::open(path);
    if (!gazetteer) return tl::unexpected(gazetteer.error());
    gazetteers.push_back(std::move(*gazetteer));
  }
  return Gazetteers(std::move(gazetteers));
}

void Gazetteers::find(std::string_view normalised, std::vector<Candidate>& out) const {
  out.clear();
  for (std::size_t i = 0; i < gazetteers_.size(); ++i) {
    const Gazetteer::Matches matches = gazetteers_[i].find(normalised);
    const auto earlier = static_cast<std::ptrdiff_t>(out.size());
    for (std::size_t k = 0; k < std::min(matches.size(), kMostPlaces); ++k) {
      const Candidate candidate{{static_cast<std::uint16_t>(i), matches[k].place}, matches[k].customary};
      const auto is_it = [&](const Candidate& other) { return is_same_place(facts(other.id), facts(candidate.id)); };
      if (!std::any_of(out.begin(), out.begin() + earlier, is_it)) out.push_back(candidate);
    }
  }
  if (gazetteers_.size() == 1) return;  // in order already
  const auto weight = [this](const Candidate& candidate) {
    return (candidate.customary ? gazetteer_format::kCustomaryFactor : 1) * facts(candidate.id).importance;
  };
  std::stable_sort(out.begin(), out.end(),
                   [&](const Candidate& a, const Candidate& b) { return weight(a) > weight(b); });
}

std::vector<PlaceId> Gazetteers::named(std::string_view normalised) const {
  std::vector<Candidate> candidates;
  find(normalised, candidates);
  std::vector<PlaceId> ids;
  ids.reserve(candidates.size());
  for (const Candidate& candidate : candidates) ids.push_back(candidate.id);
  return ids;
}

bool Gazetteers::has(std::string_view normalised) const {
  return std::any_of(gazetteers_.begin(), gazetteers_.end(),
                     [&](const Gazetteer& gazetteer) { return !gazetteer.find(normalised).empty(); });
}

PlaceFacts Gazetteers::facts(PlaceId id) const {
  PlaceFacts facts = gazetteers_[id.gazetteer].facts(id.place);
  facts.id.gazetteer = id.gazetteer;
  if (facts.parent) {
    facts.parent->gazetteer = id.gazetteer;
  } else if (facts.kind != record::PlaceKind::kCountry && !facts.country.empty()) {
    facts.parent = country(facts.country);
  }
  return facts;
}

GazetteerPlace Gazetteers::place(PlaceId id) const {
  GazetteerPlace place{facts(id), {}, {}, {}};
  // Bounded: gazetteers made apart may name each other's areas in a circle.
  for (auto area = place.parent; area && place.within.size() < kMostAreas; area = facts(*area).parent)
    place.within.push_back(*area);
  place.names = gazetteers_[id.gazetteer].names(id.place);
  place.claimed_by = gazetteers_[id.gazetteer].claimed_by(id.place);
  return place;
}

std::optional<PlaceId> Gazetteers::country(std::string_view code) const {
  for (std::size_t i = 0; i < gazetteers_.size(); ++i) {
    if (const auto place = gazetteers_[i].country(code)) return PlaceId{static_cast<std::uint16_t>(i), *place};
  }
  return std::nullopt;
}

}  // namespace counterclaim::ground
