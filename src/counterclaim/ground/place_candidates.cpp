#include "counterclaim/ground/place_candidates.h"

#include <algorithm>

namespace counterclaim::ground {
namespace {

constexpr int kMostAreas = 6;             // of the chain that holds a place
constexpr std::size_t kMostHolders = 12;  // candidates of a name that are tried as the area of another

}  // namespace

std::uint32_t PlaceCandidates::add(std::string_view whole, std::string_view known) {
  normalise_place_name(whole, normalised_);
  const auto [place, is_new] = positions_.try_emplace(normalised_, size());
  if (!is_new) return place->second;
  Name& name = names_.emplace_back();
  if (!gazetteers_ || known.empty()) return place->second;
  if (known != whole) normalise_place_name(known, normalised_);
  gazetteers_->find(normalised_, found_);
  if (found_.size() > kMostCandidates) found_.resize(kMostCandidates);
  for (const Gazetteers::Candidate& found : found_) {
    name.places.push_back({gazetteers_->facts(found.id), found.customary});
  }
  return place->second;
}

std::vector<PlaceId> PlaceCandidates::areas_of(const PlaceFacts& place) const {
  std::vector<PlaceId> areas;
  std::optional<PlaceId> area = place.parent;
  while (area && areas.size() < kMostAreas) {
    areas.push_back(*area);
    area = gazetteers_->facts(*area).parent;
  }
  return areas;
}

bool PlaceCandidates::holds(PlaceId area, const PlaceFacts& place) const {
  std::optional<PlaceId> up = place.parent;
  for (int step = 0; up && step < kMostAreas; ++step) {
    if (*up == area) return true;
    up = gazetteers_->facts(*up).parent;
  }
  return false;
}

bool PlaceCandidates::may_hold(std::uint32_t area, std::uint32_t place) {
  const auto [known, is_new] = held_.try_emplace(std::uint64_t{area} << 32 | place, false);
  if (!is_new) return known->second;
  const auto& areas = names_[area].places;
  const std::size_t count = std::min(areas.size(), kMostHolders);
  for (const Candidate& candidate : names_[place].places) {
    for (std::size_t n = 0; n < count; ++n) {
      if (holds(areas[n].id, candidate)) return known->second = true;
    }
  }
  return false;
}

}  // namespace counterclaim::ground
